// i18n-keys: scenarios.state.*, scenarios.stateText.*, scenarios.reason.*, scenarios.fault.*, scenarios.change.*, scenarios.standing.*, scenarios.benefit.*
import { useI18n } from 'vue-i18n';
import { useFormat } from '../../shared/format/use-format';
import { useTitle } from '../../shared/format/use-title';
import { useDomainWords } from '../../shared/ui';
import type { Tone } from '../../shared/ui/types';
import type { Change, ObligationFault, ProjectRef, Reason, ResultState, Standing } from './scenarios';

const camel = (text: string): string =>
  text.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
const tones: Record<ResultState, Tone> = {
  best: 'success',
  'best-worth': 'success',
  good: 'warning',
  impossible: 'danger',
};

function reasonKey({ code, projects }: Reason, state: ResultState): string {
  if (code === 'over-ceiling' && projects.length > 0) return 'overCeilingTogether';
  // What is not proven is not called the best.
  return code === 'chosen' && state === 'good' ? 'chosenGood' : camel(code);
}

/** Words for what scenarios come to, and why. */
export function useScenarioWords() {
  const { t, locale } = useI18n();
  const f = useFormat();
  const titleOf = useTitle();
  const words = useDomainWords();

  const listed = (texts: readonly string[]): string =>
    new Intl.ListFormat(locale.value, { type: 'conjunction' }).format(texts);
  const projects = (refs: readonly ProjectRef[]): string =>
    listed(refs.map(({ number, title }) => `${number} ${title}`));
  const cells = (over: Reason['cells']): string =>
    listed(
      over.map(({ year, kind, overCents }) =>
        t('scenarios.overCell', { kind: words.kind(kind), year, amount: f.money(overCents) }),
      ),
    );

  return {
    state: (state: ResultState) => t(`scenarios.state.${camel(state)}`),
    stateText: (state: ResultState) => t(`scenarios.stateText.${camel(state)}`),
    tone: (state: ResultState): Tone => tones[state],
    standing: (standing: Standing) => t(`scenarios.standing.${standing}`),
    benefit: (benefit: number) => t(`scenarios.benefit.${benefit}`),
    change: (change: Change) => t(`scenarios.change.${change}`),
    /** Why a project is in or out of a result, as a sentence. */
    reason: (reason: Reason, state: ResultState): string =>
      t(`scenarios.reason.${reasonKey(reason, state)}`, {
        projects: projects(reason.projects),
        principles: listed(reason.principles.map(({ title }) => titleOf(title))),
        cells: cells(reason.cells),
      }),
    /** Which obligations do not fit, as a sentence. */
    fault: ({ code, projects: musts, others, because, cells: over }: ObligationFault): string =>
      t(`scenarios.fault.${camel(because === null ? code : because)}`, {
        projects: projects(musts),
        others: projects(others),
        cells: cells(over),
      }),
  };
}
