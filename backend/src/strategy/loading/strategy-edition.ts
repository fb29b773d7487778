import { newId, type Tx } from '../../platform/index.js';
import type { FaultCode, FaultParams, FileFault } from './file-fault.rules.js';
import type { StrategyContent } from './strategy-source.js';

/** The edition that a file is about. */
export interface EditionToLoad {
  id: string;
  isNew: boolean;
  /** The edition that a new one continues. */
  previousId: string | null;
}

interface LoadedEdition {
  id: string;
  edition: number;
}

/** Finds the edition that a file is about, and what of it the data in the database forbids. */
export async function editionToLoad(
  tx: Tx,
  content: StrategyContent,
): Promise<{ edition: EditionToLoad; faults: FileFault[] }> {
  const { key, edition } = content.file.strategy;
  const loaded = await tx.query<LoadedEdition>(
    'select id, edition from strategy where key = $1 order by edition desc',
    [key],
  );
  const same = loaded.find((candidate) => candidate.edition === edition);
  const newest = loaded[0];
  const faults =
    same === undefined && newest !== undefined && newest.edition > edition
      ? [faultOf(content, '/strategy/edition', 'edition-before-newest', { newest: newest.edition })]
      : [];
  return {
    edition:
      same === undefined
        ? { id: newId(), isNew: true, previousId: newest?.id ?? null }
        : { id: same.id, isNew: false, previousId: null },
    faults: [
      ...faults,
      ...(await removalFaults(tx, content, same?.id)),
      ...(await foreignAgendas(tx, content)),
    ],
  };
}

/** What the file has no more though projects refer to it. */
async function removalFaults(
  tx: Tx,
  content: StrategyContent,
  strategyId: string | undefined,
): Promise<FileFault[]> {
  const { designPrinciples, actionFields, agendas } = content.file;
  const lists: [string, string, FaultCode, { key: string }[] | null][] = [
    ['/designPrinciples', PRINCIPLES_IN_USE, 'principle-in-use', designPrinciples],
    ['/actionFields', ACTION_FIELDS_IN_USE, 'action-field-in-use', actionFields],
    ['/agendas', AGENDAS_IN_USE, 'agenda-in-use', agendas],
  ];
  const faults: FileFault[] = [];
  if (strategyId === undefined) return faults;
  for (const [pointer, sql, code, entries] of lists) {
    if (entries === null) continue;
    const used = await tx.query<{ key: string; projects: number }>(sql, [
      strategyId,
      entries.map(({ key }) => key),
    ]);
    faults.push(...used.map(({ key, projects }) => faultOf(content, pointer, code, { key, projects })));
  }
  return faults;
}

/** Agendas whose key is taken by another strategy: the file of one city must not change the agenda of another. */
async function foreignAgendas(tx: Tx, content: StrategyContent): Promise<FileFault[]> {
  const keys = (content.file.agendas ?? []).map(({ key }) => key);
  const taken = await tx.query<{ key: string; strategy: string }>(
    `select agenda.key, strategy.key as strategy from digital_agenda agenda join strategy on strategy.id = strategy_id
      where agenda.key = any ($1::text[]) and strategy.key <> $2`,
    [keys, content.file.strategy.key],
  );
  return taken.map(({ key, strategy }) =>
    faultOf(content, `/agendas/${keys.indexOf(key)}/key`, 'agenda-of-other-strategy', { key, strategy }),
  );
}

function faultOf(
  { name, placeOf }: StrategyContent,
  pointer: string,
  code: FaultCode,
  params: FaultParams,
): FileFault {
  return { file: name, pointer, ...placeOf(pointer), code, params };
}

const PRINCIPLES_IN_USE = `
  select principle.key, count(distinct score.project_id) as projects
    from design_principle principle join principle_score score on score.principle_id = principle.id
   where principle.strategy_id = $1 and principle.key <> all ($2::text[])
   group by principle.key order by principle.key`;

const ACTION_FIELDS_IN_USE = `
  select field.key, count(distinct used.project_id) as projects
    from action_field field
    join (select primary_action_field_id as action_field_id, id as project_id from project
          union all select action_field_id, project_id from project_action_field) used on used.action_field_id = field.id
   where field.strategy_id = $1 and field.key <> all ($2::text[])
   group by field.key order by field.key`;

const AGENDAS_IN_USE = `
  select agenda.key, count(*) as projects
    from digital_agenda agenda join agenda_entry entry on entry.agenda_id = agenda.id
   where agenda.strategy_id = $1 and agenda.key <> all ($2::text[])
   group by agenda.key order by agenda.key`;
