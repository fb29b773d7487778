import { useI18n } from 'vue-i18n';
import { dayOf } from '../../../shared/format/dates';
import { useFormat } from '../../../shared/format/use-format';
import { useDomainWords } from '../../../shared/ui';
import { camelCase, type Exception, type ExceptionKind } from '../finance';
import type { Part } from './exception-place';

// i18n-keys: finance.exceptions.kind.*, finance.exceptions.reason.*, finance.exceptions.record.*
// i18n-keys: finance.exceptions.figure.*

const FIGURES = ['needCents', 'securedCents', 'counterFundingCents', 'gapCents'] as const;
const titlesOfParts = {
  states: 'budget.states.title',
  gaps: 'budget.gaps.title',
  needs: 'budget.needs.title',
  lines: 'budget.lines.title',
  'counter-fundings': 'budget.counter.title',
  'follow-up-costs': 'budget.followUp.title',
} as const satisfies Record<Part, string>;

/** Says what finance has to look at, and why. */
export function useExceptionWords() {
  const { t } = useI18n();
  const f = useFormat();
  const words = useDomainWords();

  function reason(exception: Exception): string {
    switch (exception.kind) {
      case 'gap-without-destination':
        return gap(exception);
      case 'states-contradict':
        return contradiction(exception);
      case 'confirmation-outdated':
        return outdated(exception);
      case 'unchecked':
        return unchecked(exception);
      default:
        return t(`finance.exceptions.reason.${camelCase(exception.kind)}`, amounts(exception));
    }
  }

  const amounts = ({ amountCents, againstCents, differenceCents }: Exception) => ({
    amount: f.moneyExact(amountCents),
    against: f.moneyExact(againstCents),
    difference: f.moneyExact(differenceCents),
  });

  function gap(exception: Exception): string {
    const lacking = t('finance.exceptions.reason.gapWithoutDestination', amounts(exception));
    const destination =
      exception.rejected === null
        ? t('finance.exceptions.reason.noDestination')
        : t('finance.exceptions.reason.rejected', { budget: exception.rejected.budgetTitle });
    return `${lacking} ${destination}`;
  }

  function contradiction({ states }: Exception): string {
    if (states === null) return '';
    const derived = words.budgetState(states.derived);
    return states.financialEffects === false
      ? t('finance.exceptions.reason.noEffects', { derived })
      : t('finance.exceptions.reason.statesContradict', {
          declared:
            states.declared === null ? t('shared.budgetState.unstated') : words.budgetState(states.declared),
          derived,
        });
  }

  /** Names the figures that are no longer those that were confirmed. */
  function outdated({ confirmation }: Exception): string {
    if (confirmation === null) return '';
    const { budgetTitle, confirmedAt, seen, now } = confirmation;
    const changed = FIGURES.filter((figure) => seen[figure] !== now[figure]).map((figure) =>
      t(`finance.exceptions.figure.${figure}`, {
        seen: f.moneyExact(seen[figure]),
        now: f.moneyExact(now[figure]),
      }),
    );
    return t('finance.exceptions.reason.confirmationOutdated', {
      budget: budgetTitle,
      day: f.day(dayOf(confirmedAt)),
      changed: changed.join('; '),
    });
  }

  function unchecked({ figure, amountCents }: Exception): string {
    if (figure === null) return '';
    const { record, reportedAt, checkedAt } = figure;
    return t(
      checkedAt === null
        ? 'finance.exceptions.reason.neverChecked'
        : 'finance.exceptions.reason.changedSince',
      {
        what: t(`finance.exceptions.record.${camelCase(record)}`),
        amount: f.moneyExact(amountCents),
        day: f.day(dayOf(reportedAt)),
        checked: f.day(checkedAt === null ? null : dayOf(checkedAt)),
      },
    );
  }

  return {
    kind: (kind: ExceptionKind) => t(`finance.exceptions.kind.${camelCase(kind)}`),
    reason,
    part: (part: Part) => t(titlesOfParts[part]),
  };
}
