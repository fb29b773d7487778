import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatAmount } from '../../../shared/format/money';
import { useDomainWords } from '../../../shared/ui';
import { directions, kinds, type BudgetLine, type CityBudget, type Need } from '../budget';
import { lineAmounts } from '../parts/line-form';
import { useDirectionWord } from '../use-direction-word';
import { readCell, type SheetColumn, type SheetRow } from './sheet-model';

export type Part = 'needs' | 'budget-lines';

const signed = new Set<string>(['amendmentsCents', 'carryOverCents', 'actualCents']);
const texts = { accountAssignment: 100, subBudget: 100, productGroup: 100, fundingSource: 200, note: 2000 };

/** The columns of a sheet, and the way from records to rows and back. */
export function useSheetColumns(part: () => Part, budgets: () => readonly CityBudget[]) {
  // i18n-keys: budget.field.*, budget.sheet.kindWord.*
  const { t, locale } = useI18n();
  const words = useDomainWords();
  const directionWord = useDirectionWord();

  const text = (key: keyof typeof texts): SheetColumn => ({
    key,
    label: t(`budget.field.${key}`),
    type: 'text',
    longest: texts[key],
  });
  const shared = computed<SheetColumn[]>(() => [
    { key: 'year', label: t('budget.field.year'), type: 'year', required: true },
    {
      key: 'kind',
      label: t('budget.field.kind'),
      type: 'choice',
      required: true,
      choices: kinds.map((value) => ({
        value,
        words: [words.kind(value), t(`budget.sheet.kindWord.${value}`)],
      })),
    },
    {
      key: 'direction',
      label: t('budget.field.direction'),
      type: 'choice',
      choices: kinds.flatMap((kind) =>
        directions.map((value) => ({ value, words: [directionWord(kind, value)] })),
      ),
    },
  ]);
  const columns = computed<SheetColumn[]>(() =>
    part() === 'needs'
      ? [
          ...shared.value,
          { key: 'amountCents', label: t('budget.field.amount'), type: 'amount', required: true },
          text('note'),
        ]
      : [
          {
            key: 'budgetId',
            label: t('budget.field.budget'),
            type: 'choice',
            required: true,
            choices: budgets().map(({ id, key, title }) => ({ value: id, words: [title, key] })),
          },
          ...shared.value,
          ...lineAmounts.map((key): SheetColumn => ({
            key,
            label: t(`budget.field.${key}`),
            type: 'amount',
            required: key === 'appropriationCents',
            signed: signed.has(key),
          })),
          ...(Object.keys(texts) as (keyof typeof texts)[]).map(text),
        ],
  );

  const shown = (column: SheetColumn, value: unknown): string => {
    if (typeof value !== 'string' && typeof value !== 'number') return '';
    if (column.type === 'amount') return formatAmount(Number(value), locale.value).replace('−', '-');
    if (column.type === 'choice')
      return column.choices?.find((choice) => choice.value === value)?.words[0] ?? String(value);
    return String(value);
  };
  const rowOf = (record: BudgetLine | Need): SheetRow => ({
    id: record.id,
    cells: columns.value.map((column) =>
      column.key === 'direction'
        ? directionWord(record.kind, record.direction)
        : shown(column, (record as unknown as Record<string, unknown>)[column.key]),
    ),
  });
  /** What is sent; cells without text are left to the defaults of the server. */
  const bodyOf = ({ id, cells }: SheetRow): Record<string, unknown> => ({
    ...(id === null ? {} : { id }),
    ...Object.fromEntries(
      columns.value.flatMap((column, index) => {
        const cell = readCell(column, cells[index] ?? '', locale.value);
        return cell.fault === undefined && cell.value !== null ? [[column.key, cell.value]] : [];
      }),
    ),
  });
  const amounts = computed(() => (part() === 'needs' ? ['amountCents'] : lineAmounts.slice(0, 3)));
  return { columns, rowOf, bodyOf, amounts };
}
