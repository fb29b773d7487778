import type { RouteLocationRaw } from 'vue-router';
import type { Project } from './use-project';

/** What the gate asks for before a project may go forward from "proposal" or onto an agenda. */
export const GATE_PIECES = ['self-assessment', 'co2', 'budget-state', 'office'] as const;
export type GatePiece = (typeof GATE_PIECES)[number];

/** Places of the form that can be linked to. */
export type FormPlace = 'office' | 'dates' | 'co2' | 'iq' | 'themes' | 'budget-state';

/** The page on which a piece of the gate is given. */
export function gatePage(piece: GatePiece, ref: string): RouteLocationRaw {
  return piece === 'self-assessment'
    ? { name: 'assessment', params: { ref, voice: 'self' } }
    : formPage(piece, ref);
}

/** The form of a project, at a certain place. */
export function formPage(place: FormPlace, ref: string): RouteLocationRaw {
  return { name: 'project-edit', params: { ref }, hash: `#${place}` };
}

/** Whether a board has said yes: beyond "proposal", or paused there. Then promised dates belong to the portfolio office. */
export function isBeyondGate({ phase, pausedFrom }: Pick<Project, 'phase' | 'pausedFrom'>): boolean {
  const stands = phase === 'paused' ? pausedFrom : phase;
  return stands === 'approved' || stands === 'in-progress' || stands === 'rollout' || stands === 'completed';
}
