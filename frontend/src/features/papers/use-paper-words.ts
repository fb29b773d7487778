import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/use-format';
import type {
  Consultation,
  ConsultationRole,
  PaperType,
  SheetField,
  SheetFinding,
  SheetValues,
} from './papers';
import { kindOf } from './sheet/sheet-fields';

// i18n-keys: papers.type.*
// i18n-keys: papers.role.*
// i18n-keys: papers.finding.*
// i18n-keys: papers.sheet.field.*
// i18n-keys: papers.sheet.choice.*

/** The words for papers, consultations and cover sheets. */
export function usePaperWords() {
  const { t } = useI18n();
  const f = useFormat();
  const camel = (value: string): string =>
    value.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());

  const choice = (field: SheetField, value: string): string => t(`papers.sheet.choice.${field}.${value}`);

  /** What a field of the sheet says, in words; a dash where it is left open. */
  function value(field: SheetField, content: SheetValues[SheetField]): string {
    if (content === null) return t('papers.sheet.open');
    if (typeof content === 'boolean') return t(content ? 'papers.yes' : 'papers.no');
    if (typeof content === 'number') return f.moneyExact(content);
    if (kindOf(field) === 'choice') return choice(field, content);
    return kindOf(field) === 'day' ? f.day(content) : content;
  }

  return {
    type: (type: PaperType): string => t(`papers.type.${type}`),
    role: (role: ConsultationRole): string => t(`papers.role.${role}`),
    finding: ({ code }: SheetFinding): string => t(`papers.finding.${camel(code)}`),
    field: (field: SheetField): string => t(`papers.sheet.field.${field}`),
    choice,
    value,
    /** „Gemeinderat, 22.02.2022, TOP 6" */
    consultation: ({ bodyName, heldOn, agendaItem }: Consultation): string =>
      [
        bodyName,
        heldOn === null ? t('papers.consultations.noDay') : f.day(heldOn),
        ...(agendaItem === '' ? [] : [t('papers.consultations.item', { item: agendaItem })]),
      ].join(', '),
  };
}
