/** Sums cells as {@link MoneySumsDto} names them; each is a whole number of cents. */
export const MONEY_SUMS = `
  sum_cents(need_cents) as "needCents", sum_cents(secured_cents) as "securedCents",
  sum_cents(planned_cents) as "plannedCents", sum_cents(counter_funding_cents) as "counterFundingCents",
  sum_cents(gap_cents) as "gapCents",
  sum_cents(greatest(0, secured_cents + counter_funding_cents - need_cents)) as "surplusCents",
  sum_cents(committed_cents) as "committedCents", sum_cents(actual_cents) as "actualCents",
  sum_cents(forecast_cents) as "forecastCents"`;

const NAMES = [
  'needCents',
  'securedCents',
  'plannedCents',
  'counterFundingCents',
  'gapCents',
  'surplusCents',
  'committedCents',
  'actualCents',
  'forecastCents',
];

/** Sums such sums once more. */
export const SUMS_OF_SUMS = NAMES.map((name) => `sum_cents("${name}") as "${name}"`).join(', ');
