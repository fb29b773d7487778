import { LEDGER_AMOUNTS, type LedgerAmount, NEVER_NEGATIVE } from './ledger.enums.js';

/** What the amounts are called in tables: `<name>_cents` in lines and rows, `<name>_before` and `<name>_after` in changes. */
export const AMOUNT_NAMES: Record<LedgerAmount, string> = {
  appropriation: 'appropriation',
  amendments: 'amendments',
  carryOver: 'carry_over',
  committed: 'committed',
  actual: 'actual',
  forecast: 'forecast',
};

const names = LEDGER_AMOUNTS.map((amount) => AMOUNT_NAMES[amount]);
const each = (write: (name: string) => string, between = ', '): string => names.map(write).join(between);
const MOST_CENTS = '10000000000000';

/** The columns of a staged row, in the order in which it is copied. */
export const ROW_COLUMNS = [
  'import_id',
  'number',
  'cells',
  'key',
  'year',
  'kind',
  'direction',
  ...names.map((name) => `${name}_cents`),
  'outcome',
  'fault',
];

const LINES = `select l.*, p.title, p.number from budget_line l join project p on p.id = l.project_id
                where $2::uuid is null or l.budget_id = $2`;
/** „HF1 - Internetanbindung" and „2.3 Netze": the sign before a name, in one that is normal already. */
const SIGN = `'^[[:alpha:]]{0,4} ?[0-9]+( [0-9]+)* '`;

/**
 * Finds the line of each row by its account assignment, and says of the others why they have none. $1 is the import, $2
 * the budget or null. Rows of the same account, year, kind and direction are looked up once.
 */
export const MATCH_BY_ACCOUNT = matching({
  key: 'ledger_account_key(key)',
  unknown: 'account-unknown',
  lines: `
    select l.id, ledger_account_key(l.account_assignment) as key, 1 as tier, l.year, l.kind, l.direction
      from (${LINES}) l where l.account_assignment is not null`,
  probes: 'select *, key as search, 1 as tier from wanted',
});

/**
 * The same by name: of the line itself (its note or account assignment) or of its project (title or number). A name
 * without its sign counts where the whole name is nobody's.
 */
export const MATCH_BY_NAME = matching({
  key: 'ledger_name_key(key)',
  unknown: 'name-unknown',
  lines: `
    select l.id, named.key, named.tier, l.year, l.kind, l.direction
      from (${LINES}) l, lateral (
        select k.key, 1 as tier
          from (values (l.note), (l.account_assignment), (l.title), (l.number)) n (name), ledger_name_key(n.name) k (key)
         where n.name <> ''
        union
        select regexp_replace(k.key, ${SIGN}, ''), 2
          from (values (l.note), (l.account_assignment), (l.title)) n (name), ledger_name_key(n.name) k (key)
         where n.name <> '') named`,
  probes: `select *, key as search, 1 as tier from wanted
           union all select *, regexp_replace(key, ${SIGN}, ''), 2 from wanted`,
});

function matching({
  key,
  unknown,
  lines,
  probes,
}: Record<'key' | 'unknown' | 'lines' | 'probes', string>): string {
  const same = (other: string): string =>
    `${other}.key = o.key and ${other}.year = o.year and ${other}.kind = o.kind and ${other}.direction = o.direction`;
  return `
    with open_row as (
           select number, ${key} as key, year, coalesce(kind, '') as kind, coalesce(direction, '') as direction
             from ledger_row where import_id = $1 and outcome is null
         ),
         wanted as (select distinct key, year, kind, direction from open_row),
         line as materialized (${lines}),
         probe as (${probes}),
         hit as (
           select probe.key, probe.year, probe.kind, probe.direction, line.id,
                  greatest(line.tier, probe.tier) as tier,
                  min(greatest(line.tier, probe.tier))
                    over (partition by probe.key, probe.year, probe.kind, probe.direction) as best_tier
             from probe join line on line.key = probe.search and line.year = probe.year
            where probe.kind in ('', line.kind) and probe.direction in ('', line.direction)
         ),
         best as (
           select key, year, kind, direction, count(distinct id) as lines, min(id::text)::uuid as line_id
             from hit where tier = best_tier group by key, year, kind, direction
         ),
         known as (select distinct key from line)
    update ledger_row r
       set line_id = case when best.lines = 1 then best.line_id end,
           outcome = case when best.lines = 1 then null else 'rejected' end,
           fault = case when best.lines = 1 then null
                        when best.lines > 1 then 'several-lines'
                        when known.key is not null then 'no-line-that-year'
                        else '${unknown}' end
      from open_row o
      left join best on ${same('best')}
      left join known on known.key = o.key
     where r.import_id = $1 and r.number = o.number`;
}

/** Sums the rows of each line beside what the line says now. */
export const ADD_CHANGES = `
  insert into ledger_change (import_id, line_id, project_id, first_row, row_count,
                             ${each((name) => `${name}_before, ${name}_after`)})
  select $1, l.id, l.project_id, s.first_row, s.row_count,
         ${each((name) => `case when s.${name} is not null then l.${name}_cents end, s.${name}`)}
    from (select line_id, min(number) as first_row, count(*) as row_count,
                 ${each((name) => `sum(${name}_cents) as ${name}`)}
            from ledger_row where import_id = $1 and outcome is null and line_id is not null
           group by line_id) s
    join budget_line l on l.id = s.line_id
   where ${each((name) => `(s.${name} is null or abs(s.${name}) <= ${MOST_CENTS})`, ' and ')}`;

const isNegative = names
  .filter((_, index) => NEVER_NEGATIVE.has(LEDGER_AMOUNTS[index] as LedgerAmount))
  .map((name) => `${name}_after < 0`)
  .join(' or ');

/** Rows whose sum a line can't have: too large ones made no change, negative ones lose theirs. */
export const REJECT_SUMS = [
  `update ledger_row r set outcome = 'rejected', fault = 'sum-too-large'
    where r.import_id = $1 and r.outcome is null
      and not exists (select from ledger_change c where c.import_id = $1 and c.line_id = r.line_id)`,
  `update ledger_row r set outcome = 'rejected', fault = 'sum-negative'
     from ledger_change c
    where r.import_id = $1 and r.outcome is null and c.import_id = $1 and c.line_id = r.line_id and (${isNegative})`,
  `delete from ledger_change where import_id = $1 and (${isNegative})`,
];

const differs = each((name) => `${name}_after is distinct from ${name}_before`, ' or ');

/** What is so already is no change. */
export const SETTLE = [
  `update ledger_row r set outcome = case when ${differs} then 'changes' else 'unchanged' end
     from ledger_change c
    where r.import_id = $1 and r.outcome is null and c.import_id = $1 and c.line_id = r.line_id`,
  `delete from ledger_change where import_id = $1 and not (${differs})`,
];

/** Counts and sums of a checked import, as `LedgerResultDto` has them. */
export const RESULT = `
  select jsonb_build_object(
    'rows', (select count(*) from ledger_row where import_id = $1 and outcome not in ('total', 'subtotal')),
    'changingRows', (select count(*) from ledger_row where import_id = $1 and outcome = 'changes'),
    'unchangedRows', (select count(*) from ledger_row where import_id = $1 and outcome = 'unchanged'),
    'rejectedRows', (select count(*) from ledger_row where import_id = $1 and outcome = 'rejected'),
    'lines', (select count(*) from ledger_change where import_id = $1),
    'projects', (select count(distinct project_id) from ledger_change where import_id = $1),
    'totals', (${totals()}),
    'sums', (${sums()})) as result`;

/** What the rows add up to beside what the file itself says they do; only amounts that the file has. */
function totals(): string {
  const booking = `outcome not in ('total', 'subtotal')`;
  const matched = `outcome in ('changes', 'unchanged')`;
  const rows = LEDGER_AMOUNTS.map((amount, index) => {
    const column = `${AMOUNT_NAMES[amount]}_cents`;
    return `select '${amount}' as amount, ${index} as place,
                   sum(${column}) filter (where ${booking}) as rows_cents,
                   coalesce(sum(${column}) filter (where ${matched}), 0) as matched_cents,
                   (array_agg(${column} order by number desc) filter (where outcome = 'total'))[1] as file_cents
              from ledger_row where import_id = $1 having count(${column}) > 0`;
  }).join(' union all ');
  return `select coalesce(jsonb_agg(jsonb_build_object(
            'amount', amount, 'rowsCents', coalesce(rows_cents, 0), 'matchedCents', matched_cents,
            'rejectedCents', coalesce(rows_cents, 0) - matched_cents, 'fileCents', file_cents,
            'differenceCents', file_cents - coalesce(rows_cents, 0)) order by place), '[]')
            from (${rows}) t`;
}

/** Sums of the changing lines before and after; operating and capital, expense and revenue apart. */
function sums(): string {
  const rows = LEDGER_AMOUNTS.map((amount, index) => {
    const name = AMOUNT_NAMES[amount];
    return `select '${amount}' as amount, ${index} as place, l.kind, l.direction, count(*) as lines,
                   coalesce(sum(c.${name}_before), 0) as before_cents, sum(c.${name}_after) as after_cents
              from ledger_change c join budget_line l on l.id = c.line_id
             where c.import_id = $1 and c.${name}_after is distinct from c.${name}_before
               and c.${name}_after is not null
             group by l.kind, l.direction`;
  }).join(' union all ');
  return `select coalesce(jsonb_agg(jsonb_build_object(
            'amount', amount, 'kind', kind, 'direction', direction, 'lines', lines,
            'beforeCents', before_cents, 'afterCents', after_cents)
            order by place, kind desc, direction), '[]') from (${rows}) t`;
}

/** Lines that are no longer as the check saw them, or are gone. */
export const COUNT_STALE = `
  select count(*) as stale from ledger_change c left join budget_line l on l.id = c.line_id
   where c.import_id = $1
     and (l.id is null or ${each((name) => `(c.${name}_after is not null and c.${name}_before is distinct from l.${name}_cents)`, ' or ')})`;

export const PROJECTS_OF_CHANGES = `select distinct project_id as id from ledger_change where import_id = $1`;

/** Sets what the import $1 says of the projects $2. */
export const SET_LINES = `
  update budget_line l
     set ${each((name) => `${name}_cents = case when c.${name}_after is null then l.${name}_cents else c.${name}_after end`)}
    from ledger_change c where c.import_id = $1 and l.project_id = any($2::uuid[]) and l.id = c.line_id`;

const isStill = (name: string): string => `(c.${name}_after is null or l.${name}_cents = c.${name}_after)`;

/** Says of each line what undoing does to it; before it is done. */
export const FORESEE_UNDO = `
  update ledger_change c
     set undo_outcome = coalesce(
           (select case when ${each(isStill, ' and ')} then 'restored' else 'changed-since' end
              from budget_line l where l.id = c.line_id), 'line-removed')
   where c.import_id = $1`;

/** Sets back what is still as the import $1 set it, of the projects $2. */
export const RESTORE_LINES = `
  update budget_line l
     set ${each((name) => `${name}_cents = case when c.${name}_after is null or l.${name}_cents is distinct from c.${name}_after then l.${name}_cents else c.${name}_before end`)}
    from ledger_change c
   where c.import_id = $1 and l.project_id = any($2::uuid[]) and l.id = c.line_id
     and (${each((name) => `(c.${name}_after is not null and c.${name}_before is distinct from c.${name}_after and l.${name}_cents = c.${name}_after)`, ' or ')})`;

/** Projects in which something is set back. */
export const PROJECTS_TO_RESTORE = `
  select distinct l.project_id as id from ledger_change c join budget_line l on l.id = c.line_id
   where c.import_id = $1
     and (${each((name) => `(c.${name}_after is not null and c.${name}_before is distinct from c.${name}_after and l.${name}_cents = c.${name}_after)`, ' or ')})`;
