interface Years {
  from: number;
  to: number;
}

/** What is wrong with the years of a budget: it has one year or two, and keeps those that are in use. */
export function faultsOfBudget(
  { yearFrom, yearTo }: { yearFrom: number; yearTo: number },
  used: Years | null,
): { pointer: string; code: string; params?: Record<string, number> }[] {
  if (yearTo < yearFrom || yearTo > yearFrom + 1)
    return [{ pointer: '/yearTo', code: 'budget-years', params: { from: yearFrom, to: yearFrom + 1 } }];
  if (used === null) return [];
  const fault = { code: 'budget-years-in-use', params: { from: used.from, to: used.to } };
  return [
    ...(used.from < yearFrom ? [{ pointer: '/yearFrom', ...fault }] : []),
    ...(used.to > yearTo ? [{ pointer: '/yearTo', ...fault }] : []),
  ];
}
