import { useI18n } from 'vue-i18n';
import type { Answer } from '../../../api/types';
import { useFormat } from '../../../shared/format/use-format';
import { useDomainWords } from '../../../shared/ui';
import { useTitle } from '../../../shared/format/use-title';

/** Everything that one command changed of a project. */
export type Change = Answer<'/api/v1/projects/{ref}/history', 'get'>['items'][number];
export type FieldChange = Change['changes'][number];
export type HistoryValue = FieldChange['before'];

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Values that are names of something, by field, and where the words for them stand. */
const enums: Record<string, string | readonly string[]> = {
  phase: 'shared.phase',
  pausedFrom: 'shared.phase',
  lightOverall: 'shared.light',
  lightSchedule: 'shared.light',
  lightCost: 'shared.light',
  lightScope: 'shared.light',
  lightResources: 'shared.light',
  declaredBudgetState: 'shared.budgetState',
  visibility: 'shared.visibility',
  direction: 'shared.direction',
  voice: 'shared.voice',
  function: 'projects.function',
  co2Effect: 'projects.co2.effect',
  co2Magnitude: 'projects.co2.magnitude',
  kind: 'projects.history.kind',
  source: 'projects.history.source',
  responseKind: 'projects.risks.responses',
  state: ['projects.risks.states', 'shared.conditionState', 'shared.budgetState', 'budget.grants.states'],
  stage: 'budget.stage',
  outcome: 'shared.outcome',
  ownerRole: 'shared.role',
};

/**
 * Words of the interface for what the history names: commands, records, fields and values.
 */
export function useHistoryWords() {
  // i18n-keys: projects.history.command.*, projects.history.record.*, projects.field.*, projects.history.kind.*
  // i18n-keys: projects.history.source.*, projects.function.*, projects.co2.effect.*, projects.co2.magnitude.*
  const { t, te } = useI18n();
  const f = useFormat();
  const words = useDomainWords();
  const title = useTitle();

  const wordOr = (key: string, otherwise: string): string => (te(key) || te(key, 'de') ? t(key) : otherwise);

  function text(field: string, value: string): string {
    const keys = [enums[field] ?? []].flat().map((group) => `${group}.${camel(value)}`);
    if (keys.length > 0) return wordOr(keys.find((key) => te(key) || te(key, 'de')) ?? '', value);
    if (field === 'cashYears') return cashYears(value);
    if (day.test(value)) return f.day(value);
    return instant.test(value) ? f.instant(value) : value;
  }

  /** '2031 5000000, 2032 4000000', as the server tells it. */
  function cashYears(value: string): string {
    return value.replaceAll(
      /(\d{4}) (\d+)/g,
      (_pair, year: string, cents: string) => `${year}: ${f.moneyExact(Number(cents))}`,
    );
  }

  function number(field: string, value: number): string {
    if (field.endsWith('Cents')) return f.money(value);
    if (field.endsWith('Percent')) return f.percent(value);
    if (field === 'score' && (value === 0 || value === 1 || value === 2 || value === 3 || value === 4))
      return `${value} · ${words.level(value)}`;
    if (field === 'rateBasisPoints') return `${f.number(value / 100, 2)} %`;
    return /^year(From|To)?$/.test(field) ? String(value) : f.number(value);
  }

  const quoted = (name: string): string => t('projects.history.quoted', { name });

  function value(field: string, of: HistoryValue): string {
    if (of === null || of === '') return t('projects.history.nothing');
    if (typeof of === 'boolean') return t(of ? 'projects.yes' : 'projects.no');
    if (typeof of === 'number') return number(field, of);
    return typeof of === 'string' ? text(field, of) : title(of);
  }

  return {
    command: (name: string) => wordOr(`projects.history.command.${camel(name)}`, name),
    record: (name: string) => wordOr(`projects.history.record.${camel(name)}`, name),
    field: (name: string) => wordOr(`projects.field.${name}`, name),
    value,
    /** Which of several parts; figures of a year are told apart by year and kind. */
    label: (label: FieldChange['label']): string => {
      if (label === null) return '';
      if (typeof label !== 'string') return quoted(title(label));
      if (day.test(label)) return f.day(label);
      if (!/^\d{4} (operating|capital)/.test(label)) return quoted(label);
      const [year, kind = '', what = ''] = label.split(' ');
      const last = what in { expense: 0, revenue: 0 } ? text('direction', what) : text('source', what);
      return [year, text('kind', kind), last].filter(Boolean).join(', ');
    },
  };
}

function camel(name: string): string {
  return name.replaceAll(/[-.](\w)/g, (_match, letter: string) => letter.toUpperCase());
}
