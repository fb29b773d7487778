/** What people ask, in turns: filters, pages and orders mixed, the same ones for both servers. */
export const LISTS = [
  'sort=number',
  'sort=title&page=3',
  'sort=-selfScore',
  'phase=in-progress&sort=title',
  'actionField=innovation&sort=expectedEnd',
  'phase=in-progress&phase=rollout&sort=-selfScore&page=2',
  'office=it&sort=number',
  'conflicts=true&sort=-selfScore',
  'sort=number&page=20',
  'actionField=workplace&actionField=infrastructure&phase=approved&sort=title',
  'light=red&sort=title',
  'phase=completed&sort=-selfScore',
];

export const SUMMARIES = ['', 'phase=in-progress', 'phase=approved&phase=in-progress&phase=rollout'];

/** Numbers of projects all over the portfolio. */
export function someNumbers(numbers) {
  const step = Math.max(1, Math.floor(numbers.length / 40));
  return numbers.filter((_, index) => index % step === 0);
}

const withAsOf = (query, asOf) => [query, `asOf=${asOf}`].filter(Boolean).join('&');

/** What is measured: requests to the product, and to the bare server where the same can be asked of it. */
export function scenarios({ numbers, yearAgo, numbersThen }) {
  const api = '/api/v1';
  return [
    {
      key: 'list',
      title: 'List, page of 50 with total',
      ours: LISTS.map((query) => `${api}/projects?${query}`),
      bare: LISTS.map((query) => `/list?${query}`),
    },
    {
      key: 'list-as-of',
      title: 'List as of a year ago',
      ours: LISTS.map((query) => `${api}/projects?${withAsOf(query, yearAgo)}`),
    },
    {
      key: 'summary',
      title: 'Summary',
      ours: SUMMARIES.map((query) => `${api}/portfolio/summary?${query}`),
      bare: SUMMARIES.map((query) => `/summary?${query}`),
    },
    {
      key: 'summary-as-of',
      title: 'Summary as of a year ago',
      ours: SUMMARIES.map((query) => `${api}/portfolio/summary?${withAsOf(query, yearAgo)}`),
    },
    {
      key: 'detail',
      title: 'One project',
      ours: numbers.map((number) => `${api}/projects/${number}`),
      bare: numbers.map((number) => `/${number}`),
    },
    {
      key: 'detail-as-of',
      title: 'One project as of a year ago',
      ours: numbersThen.map((number) => `${api}/projects/${number}?asOf=${yearAgo}`),
    },
  ];
}
