import { useI18n } from 'vue-i18n';
import { useFormat } from '../../../shared/format/use-format';
import { useTitle } from '../../../shared/format/use-title';
import { useDomainWords } from '../../../shared/ui';
import type { PublicField, PublicRecord } from '../public-state';

const FIELDS: readonly PublicField[] = [
  'number',
  'title',
  'summary',
  'phase',
  'actionField',
  'office',
  'light',
  'lightOn',
  'principleScore',
  'coverage',
  'conflicts',
  'co2',
  'declaredBudgetState',
  'milestones',
];

/** What stands in a field of a public record, in words. */
export function useFieldWords() {
  const { t } = useI18n();
  const f = useFormat();
  const title = useTitle();
  const words = useDomainWords();
  const nothing = '–';

  const milestone = ({ title: name, expectedOn, actualOn }: PublicRecord['milestones'][number]): string =>
    actualOn === null
      ? t('publication.office.milestoneAhead', { name, day: f.day(expectedOn) })
      : t('publication.office.milestoneReached', { name, day: f.day(actualOn) });

  const inWords: Record<PublicField, (record: PublicRecord) => string> = {
    number: ({ number }) => number,
    title: (record) => record.title,
    summary: ({ summary }) => summary || nothing,
    phase: ({ phase }) => words.phase(phase),
    actionField: ({ actionField }) => title(actionField.title),
    office: ({ office }) => office?.name ?? nothing,
    light: ({ light }) => (light === null ? nothing : words.light(light)),
    lightOn: ({ lightOn }) => f.day(lightOn),
    principleScore: ({ principleScore }) => f.number(principleScore, 1),
    coverage: ({ coverage }) => t('publication.office.coverage', { ...coverage }),
    conflicts: ({ conflicts }) => f.number(conflicts),
    co2: ({ co2 }) => words.co2(co2?.effect ?? null, co2?.magnitude),
    declaredBudgetState: ({ declaredBudgetState: state }) =>
      state === null ? nothing : words.budgetState(state),
    milestones: ({ milestones }) => milestones.map(milestone).join('\n') || nothing,
  };
  const wordsOf = (record: PublicRecord, field: PublicField): string => inWords[field](record);
  return { FIELDS, wordsOf };
}
