import { useI18n } from 'vue-i18n';
import { useMoment } from '../../app/stores/moment';
import * as dates from './dates';
import * as money from './money';
import * as numbers from './numbers';

type Maybe<T> = T | null | undefined;

/** What stands where nothing is known. */
const nothing = '–';

/** The formatters in the language of the interface; unknown values become a dash. */
export function useFormat() {
  const { locale } = useI18n();
  const moment = useMoment();
  const shown =
    <T>(format: (value: T, locale: string) => string) =>
    (value: Maybe<T>): string =>
      value === null || value === undefined ? nothing : format(value, locale.value);

  return {
    day: shown(dates.formatDay),
    dayShort: shown(dates.formatDayShort),
    month: shown(dates.formatMonth),
    instant: shown(dates.formatInstant),
    /** From a number of days. */
    age: shown(dates.formatAge),
    /** From a day, judged on the day the interface stands in. */
    ageOf: shown<string>((day, language) => dates.formatAge(dates.daysBetween(day, moment.today), language)),
    days: shown(dates.formatDays),
    /** „+34 Tage" */
    slip: shown<number>(
      (days, language) => `${days > 0 ? '+' : ''}${dates.formatDays(days, language).replace('-', '−')}`,
    ),
    money: shown(money.formatMoney),
    moneyExact: shown(money.formatMoneyExact),
    moneyShort: shown(money.formatMoneyShort),
    percent: shown(numbers.formatPercent),
    /** A principle score or another mean, without decimals. */
    score: shown<number>((value, language) => numbers.formatNumber(value, language)),
    signed: shown(numbers.formatSigned),
    number: (value: Maybe<number>, digits = 0) =>
      value === null || value === undefined ? nothing : numbers.formatNumber(value, locale.value, digits),
  };
}
