interface Tracked {
  table: string;
  /** Where an amount stands. */
  keys: readonly string[];
  /** Numbers among it that may be missing. */
  optionalKeys?: readonly string[];
  /** What a row says besides its amounts, of the side that is there. */
  says: Partial<
    Record<'year' | 'year_to' | 'kind' | 'direction' | 'budget_id' | 'source' | 'detail', string>
  >;
  /** The fields as rows `(field, before, after, stage before, stage after)`. */
  fields: string;
  /** Which of the fields that differ are worth a row of their own. */
  when?: string;
}

const DIFFERS = 'f.before is distinct from f.after or f.stage_before is distinct from f.stage_after';

/** An amount that both sides have under the same name. */
const amount = (field: string, column: string): string =>
  `('${field}', b.${column}, a.${column}, null::text, null::text)`;
const stage = (field: string, column: string): string =>
  `('${field}', null::bigint, null::bigint, b.${column}, a.${column})`;
const either = (column: string): string => `coalesce(a.${column}, b.${column})`;

const TRACKED: readonly Tracked[] = [
  {
    table: 'need',
    keys: ['year', 'kind', 'direction'],
    says: { year: either('year'), kind: either('kind'), direction: either('direction') },
    fields: amount('need', 'amount_cents'),
  },
  {
    table: 'budget_line',
    keys: ['year', 'kind', 'direction', 'budget_id'],
    says: {
      year: either('year'),
      kind: either('kind'),
      direction: either('direction'),
      budget_id: either('budget_id'),
      detail: either('account_assignment'),
    },
    fields: [
      amount('appropriation', 'appropriation_cents'),
      amount('amendments', 'amendments_cents'),
      amount('carry-over', 'carry_over_cents'),
      amount('committed', 'committed_cents'),
      amount('actual', 'actual_cents'),
      amount('forecast', 'forecast_cents'),
    ].join(', '),
    // A line that came or went has zeros in most of its columns: nobody entered them.
    when: `a.id is not null and b.id is not null or f.field in ('appropriation', 'forecast')
           or coalesce(f.before, f.after) <> 0`,
  },
  {
    table: 'counter_funding',
    keys: ['year', 'kind', 'source', 'secured'],
    says: { year: either('year'), kind: either('kind'), source: either('source') },
    fields: `(case when ${either('secured')} then 'counter-funding-secured' else 'counter-funding-open' end,
              b.amount_cents, a.amount_cents, null::text, null::text)`,
  },
  {
    table: 'follow_up_cost',
    keys: ['kind'],
    optionalKeys: ['year_from', 'year_to'],
    says: { year: either('year_from'), year_to: either('year_to'), kind: either('kind') },
    fields: amount('follow-up-cost', 'amount_cents'),
  },
  {
    table: 'commitment_authorisation',
    keys: ['year', 'budget_id'],
    says: {
      year: either('year'),
      budget_id: either('budget_id'),
      detail: either('account_assignment'),
    },
    fields: amount('commitment-authorisation', 'amount_cents'),
  },
  {
    table: 'funding_grant',
    keys: [],
    says: { detail: either('giver') },
    fields: [
      amount('grant', 'amount_cents'),
      amount('grant-eligible', 'eligible_cents'),
      stage('grant-state', 'state'),
    ].join(', '),
  },
  {
    table: 'gap_destination',
    keys: ['year', 'kind', 'budget_id'],
    says: { year: either('year'), kind: either('kind'), budget_id: either('budget_id') },
    fields: stage('gap-stage', 'stage'),
  },
];

/**
 * Each amount and stage that a change between the revisions `$1` (without it) and `$2` (with it) left different, in
 * one select: what several steps of one transaction did is one change, because the twins keep it as one. Where the
 * place of an amount changed (its year, kind, direction, budget), it went in one row and came in another: sums by
 * place stay true, and operating and capital never net.
 */
export const DIGEST_ROWS = [...TRACKED.map(rowsOf), cashYears(), budgetStages()].join('\n union all\n');

function rowsOf(tracked: Tracked): string {
  const { table, says, fields, when = 'true' } = tracked;
  const said = (name: keyof Tracked['says'], type: string): string =>
    `${says[name] ?? 'null'}::${type} as ${name}`;
  return `
  select coalesce(a.from_rev, b.to_rev) as rev, '${table.replaceAll('_', '-')}' as record, ${either('id')} as id,
         ${either('project_id')} as project_id, f.field, ${said('year', 'integer')}, ${said('year_to', 'integer')},
         ${said('kind', 'text')}, ${said('direction', 'text')}, ${said('budget_id', 'uuid')},
         ${said('source', 'text')}, ${said('detail', 'text')}, f.before, f.after, f.stage_before, f.stage_after
    from ${pairs(tracked)}
   cross join lateral (values ${fields}) f (field, before, after, stage_before, stage_after)
   where (${DIFFERS}) and (${when})`;
}

/** A row that began and the row that ended with the same change, as long as it stands in the same place. */
function pairs({ table, keys, optionalKeys = [] }: Tracked): string {
  const version = (bound: string): string =>
    `(select * from history.${table} where ${bound} > $1::bigint and ${bound} <= $2::bigint)`;
  // Both sides are joined by equality alone: PostgreSQL makes no full join of anything else.
  const same = [
    ...keys.map((key) => `b.${key} = a.${key}`),
    ...optionalKeys.map((key) => `coalesce(b.${key}, 0) = coalesce(a.${key}, 0)`),
  ];
  return `${version('from_rev')} a full join ${version('to_rev')} b
      on ${['b.id = a.id', 'b.to_rev = a.from_rev', ...same].join(' and ')}`;
}

/** What of a commitment authorisation is paid in which year: a list within the row. */
function cashYears(): string {
  const paid = (bound: string): string => `
    (select v.${bound} as rev, v.id, v.project_id, v.budget_id, v.account_assignment, paid.year,
            sum(paid."amountCents")::bigint as cents
       from history.commitment_authorisation v,
            jsonb_to_recordset(v.cash_years) paid (year integer, "amountCents" bigint)
      where v.${bound} > $1::bigint and v.${bound} <= $2::bigint
      group by v.${bound}, v.id, v.project_id, v.budget_id, v.account_assignment, paid.year)`;
  return `
  select ${either('rev')}, 'commitment-authorisation', ${either('id')}, ${either('project_id')}, 'commitment-cash',
         ${either('year')}, null::integer, null::text, null::text, ${either('budget_id')}, null::text,
         ${either('account_assignment')}, b.cents, a.cents, null::text, null::text
    from ${paid('from_rev')} a full join ${paid('to_rev')} b
      on b.id = a.id and b.rev = a.rev and b.year = a.year and b.budget_id = a.budget_id
   where b.cents is distinct from a.cents`;
}

/** How far a budget has come decides what its lines secure, though none of them changes. */
function budgetStages(): string {
  return `
  select a.from_rev, 'budget', a.id, null::uuid, 'budget-stage', null::integer, null::integer, null::text, null::text,
         a.id, null::text, null::text, null::bigint, null::bigint, b.stage, a.stage
    from history.budget a join history.budget b on b.id = a.id and b.to_rev = a.from_rev
   where a.from_rev > $1::bigint and a.from_rev <= $2::bigint and b.stage <> a.stage`;
}
