import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/use-format';
import { useDomainWords, type Light, type Phase, type Tone } from '../../shared/ui';
import type { Condition, Participant, Reason, SessionEntry } from './types';

// i18n-keys: shared.agendaReason.*
// i18n-keys: reviews.sessionState.*
// i18n-keys: reviews.participantRole.*
// i18n-keys: reviews.attendance.*

const LIGHTS: readonly Light[] = ['green', 'amber', 'red'];
const REASON_TONES: Partial<Record<Reason['code'], Tone>> = {
  red: 'danger',
  worse: 'danger',
  'condition-due': 'warning',
  'come-back': 'warning',
  overdue: 'warning',
  amber: 'warning',
  'help-wanted': 'accent',
};

/** The words for what the commission does. */
export function useReviewWords() {
  const { t } = useI18n();
  const f = useFormat();
  const words = useDomainWords();
  const camel = (value: string) =>
    value.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
  const word = (group: string, value: string) => t(`reviews.${group}.${camel(value)}`);

  function reason({ code, params }: Reason): string {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, paramOf(name, value)]),
    );
    const isLate = code === 'condition-due' && Number(params.delayDays ?? 0) > 0;
    return t(`shared.agendaReason.${isLate ? 'conditionLate' : camel(code)}`, shown);
  }

  function paramOf(name: string, value: string | number): string {
    if (name === 'cents') return f.money(Number(value));
    if (name === 'days' || name === 'delayDays') return f.days(Number(value));
    if (name === 'on' || name === 'reportedOn') return value === '' ? '–' : f.day(String(value));
    if (name !== 'from' && name !== 'to') return String(value);
    const light = LIGHTS.find((one) => one === value);
    return light === undefined ? words.phase(value as Phase) : words.light(light);
  }

  return {
    reason,
    reasonTone: ({ code }: Reason): Tone => REASON_TONES[code] ?? 'neutral',
    outcome: words.outcome,
    sessionState: (state: SessionEntry['state']) => word('sessionState', state),
    conditionState: words.conditionState,
    participantRole: (role: Participant['role']) => word('participantRole', role),
    attendance: (attendance: Participant['attendance']) => word('attendance', attendance),
    owner: (role: Condition['ownerRole']) => words.role(role),
    /** What a session is called everywhere. */
    session: (number: number) => t('reviews.sessionName', { number }),
  };
}
