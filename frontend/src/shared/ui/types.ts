import type { RouteLocationRaw } from 'vue-router';
import type { IconName } from './icons';

/** One choice of a select, combobox or segmented control. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

/** A choice that a key picks while the focus is inside the group. */
export interface SegmentedOption extends Option {
  hotkey?: string;
}

export interface MenuItem {
  key: string;
  label: string;
  icon?: IconName;
  to?: RouteLocationRaw;
  danger?: boolean;
  /** Given at all, the item is a check box of the menu, which stays open. */
  checked?: boolean;
  disabled?: boolean;
}

export interface Tab {
  key: string;
  label: string;
  count?: number;
}

export interface RouteTab extends Tab {
  to: RouteLocationRaw;
}

/** Meaning of a colour; never the only carrier of it. */
export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

export type Light = 'green' | 'amber' | 'red';
export type Phase =
  'idea' | 'proposal' | 'approved' | 'in-progress' | 'rollout' | 'completed' | 'paused' | 'cancelled';
export type BudgetState = 'full' | 'partial' | 'none' | 'unknown';
export type Co2Effect = 'none' | 'positive' | 'negative' | 'undirected';
export type Co2Magnitude = 'minor' | 'considerable';
/** What the commission can decide about a project. */
export type Outcome = 'noted' | 'approved' | 'approved-with-conditions' | 'come-back' | 'stopped';
export type ConditionState = 'open' | 'reported' | 'returned' | 'met';
export type Level = 0 | 1 | 2 | 3 | 4;
