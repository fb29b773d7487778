import { useI18n } from 'vue-i18n';
import { useFormat } from '../../../shared/format/use-format';
import { useTitle } from '../../../shared/format/use-title';
import { levelOf } from '../../../shared/ui/levels';
import type { Phase } from '../../../shared/ui';
import { useDomainWords } from '../../../shared/ui';
import type { Change, Kind } from './compare-state';

// i18n-keys: portfolio.compare.kind.*
// i18n-keys: portfolio.compare.name.*
// i18n-keys: projects.co2.effect.*
// i18n-keys: projects.co2.magnitude.*

/** Where the words for the values of a choice stand. */
const CHOICES: Partial<Record<Change['field'], string>> = {
  declaredBudgetState: 'shared.budgetState',
  derivedBudgetState: 'shared.budgetState',
  co2Effect: 'projects.co2.effect',
  co2Magnitude: 'projects.co2.magnitude',
  visibility: 'shared.visibility',
};

/** The words for what happened to a project, for the fields that are compared and for their values. */
export function useChangeWords() {
  const { t, te } = useI18n();
  const f = useFormat();
  const title = useTitle();
  const words = useDomainWords();

  const wordOr = (key: string, otherwise: string): string => (te(key) || te(key, 'de') ? t(key) : otherwise);

  function field({ field: name, part }: Pick<Change, 'field' | 'part'>): string {
    const said = t(`portfolio.compare.name.${camel(name)}`);
    return part === null ? said : t('portfolio.compare.fieldOf', { field: said, part: title(part.title) });
  }

  function number(change: Change, value: number): string {
    if (change.unit === 'cents') return f.money(value);
    if (change.unit === 'score') {
      const level = levelOf(value);
      return level === null
        ? f.number(value)
        : t('portfolio.compare.level', { score: value, word: words.level(level) });
    }
    if (change.field === 'selfScore' || change.field === 'reviewScore')
      return t('portfolio.compare.scoreOf', { score: f.score(value) });
    return change.unit === 'percent' ? f.percent(value) : f.number(value);
  }

  function text(change: Change, value: string): string {
    switch (change.unit) {
      case 'phase':
        return words.phase(value as Phase);
      case 'light':
        return wordOr(`shared.light.${value}`, value);
      case 'day':
        return f.day(value);
      case 'yes-no':
        return t(value === 'yes' ? 'portfolio.compare.yes' : 'portfolio.compare.no');
      case 'score':
        return t('shared.level.notApplicable');
      case 'choice':
        return wordOr(`${CHOICES[change.field] ?? ''}.${camel(value)}`, value);
      default:
        return value;
    }
  }

  return {
    kind: (kind: Kind): string => t(`portfolio.compare.kind.${camel(kind)}`),
    field,
    value: (change: Change, value: Change['before']): string => {
      if (value === null || value === '') return t('portfolio.compare.none');
      return typeof value === 'number' ? number(change, value) : text(change, value);
    },
  };
}

function camel(name: string): string {
  return name.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
