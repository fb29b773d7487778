import { useI18n } from 'vue-i18n';
import type {
  BudgetState,
  Co2Effect,
  Co2Magnitude,
  ConditionState,
  Level,
  Light,
  Outcome,
  Phase,
} from './types';

// i18n-keys: shared.phase.*
// i18n-keys: shared.light.*
// i18n-keys: shared.budgetState.*
// i18n-keys: shared.level.*
// i18n-keys: shared.co2.*
// i18n-keys: shared.role.*
// i18n-keys: shared.voice.*
// i18n-keys: shared.kind.*
// i18n-keys: shared.direction.*
// i18n-keys: shared.visibility.*
// i18n-keys: shared.outcome.*
// i18n-keys: shared.conditionState.*
// i18n-keys: shared.mailRhythm.*

/** The words people see for the values of the domain. */
export function useDomainWords() {
  const { t } = useI18n();
  const camel = (value: string) =>
    value.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
  const word = (group: string) => (value: string) => t(`shared.${group}.${camel(value)}`);

  return {
    phase: word('phase') as (phase: Phase) => string,
    light: word('light') as (light: Light) => string,
    budgetState: word('budgetState') as (state: BudgetState) => string,
    level: (level: Level) => t(`shared.level.${level}`),
    role: word('role'),
    voice: word('voice') as (voice: 'self' | 'review') => string,
    kind: word('kind') as (kind: 'operating' | 'capital') => string,
    direction: word('direction') as (direction: 'expense' | 'revenue') => string,
    /** What the commission decided. */
    outcome: word('outcome') as (outcome: Outcome) => string,
    conditionState: word('conditionState') as (state: ConditionState) => string,
    /** How often a mail says which amounts changed. */
    mailRhythms: () =>
      (['never', 'weekly', 'monthly'] as const).map((value) => ({ value, label: word('mailRhythm')(value) })),
    visibility: word('visibility') as (visibility: 'internal' | 'public') => string,
    co2: (effect: Co2Effect | null, magnitude?: Co2Magnitude | null) => {
      if (effect === null) return t('shared.co2.unstated');
      if (effect === 'none' || effect === 'undirected' || !magnitude) return t(`shared.co2.${effect}`);
      return t(`shared.co2.${effect}${magnitude === 'minor' ? 'Minor' : 'Considerable'}`);
    },
  };
}
