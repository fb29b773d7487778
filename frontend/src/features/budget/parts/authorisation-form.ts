import type { Authorisation, AuthorisationBody, CityBudget } from '../budget';

/** What stands in the form of a commitment authorisation; amounts are null while their field is empty. */
export interface AuthorisationForm {
  budgetId: string;
  year: string;
  amountCents: number | null;
  cashYears: { year: number | null; amountCents: number | null }[];
  accountAssignment: string;
  note: string;
}

/** The form of an authorisation that is there, or of a new one in the first year of the budget. */
export function authorisationFormOf(
  one: Authorisation | null,
  budget: CityBudget | undefined,
): AuthorisationForm {
  return {
    budgetId: one?.budgetId ?? budget?.id ?? '',
    year: String(one?.year ?? budget?.yearFrom ?? ''),
    amountCents: one?.amountCents ?? null,
    cashYears: one?.cashYears.map((cash) => ({ ...cash })) ?? [],
    accountAssignment: one?.accountAssignment ?? '',
    note: one?.note ?? '',
  };
}

/** What is sent; rows of the cash years that are empty are left out. */
export function authorisationValuesOf(form: AuthorisationForm): AuthorisationBody {
  return {
    budgetId: form.budgetId,
    year: Number(form.year),
    amountCents: form.amountCents ?? 0,
    cashYears: form.cashYears.flatMap(({ year, amountCents }) =>
      year === null || amountCents === null ? [] : [{ year, amountCents }],
    ),
    accountAssignment: form.accountAssignment.trim() === '' ? null : form.accountAssignment.trim(),
    note: form.note,
  };
}

/** Sum of the cash years, whole cents. */
export function cashSumOf({ cashYears }: AuthorisationForm): number {
  return cashYears.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
}

/** Pointers of what must be filled in but is not; an amount of a cash year needs its year. */
export function missingInAuthorisation(form: AuthorisationForm): string[] {
  return [
    ...(form.budgetId === '' ? ['/budgetId'] : []),
    ...(form.year === '' ? ['/year'] : []),
    ...(form.amountCents === null ? ['/amountCents'] : []),
    ...form.cashYears.flatMap(({ year, amountCents }, index) =>
      year === null && amountCents !== null ? [`/cashYears/${index}/year`] : [],
    ),
  ];
}
