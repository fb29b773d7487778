import type { Tx } from '../../platform/index.js';
import { actionFieldRow, agendaRow, principleRow, strategyRow, TABLES } from './catalogue-rows.js';
import { removeMissing, upsert } from './catalogue-writer.js';
import { changedAny, sectionReport, type SectionReport } from './load-report.js';
import type { EditionToLoad } from './strategy-edition.js';
import type { StrategyFile } from './strategy-file.rules.js';

/** Writes an edition with its check grid, its fields of action and its agendas. */
export async function writeEdition(
  tx: Tx,
  file: StrategyFile,
  edition: EditionToLoad,
): Promise<SectionReport[]> {
  const strategy = await upsert(tx, TABLES.strategy, [
    { ...strategyRow(file), id: edition.id, previous_id: edition.previousId },
  ]);
  return [
    sectionReport('strategy', strategy),
    await writePrinciples(tx, file, edition),
    await writeActionFields(tx, file, edition),
    ...(file.agendas === null ? [] : [await writeAgendas(tx, file.agendas, edition)]),
  ];
}

async function writePrinciples(
  tx: Tx,
  { designPrinciples }: StrategyFile,
  { id: strategyId, isNew }: EditionToLoad,
): Promise<SectionReport> {
  const rows = designPrinciples.map((principle) => ({ ...principleRow(principle), strategy_id: strategyId }));
  const written = await upsert(tx, TABLES.designPrinciples, rows);
  const removed = await removeMissing(tx, 'design_principle', { strategyId, keys: keysOf(designPrinciples) });
  const report = sectionReport('designPrinciples', written, { removed });
  if (!isNew && changedAny(report)) await touchProjectsOf(tx, strategyId);
  return report;
}

async function writeActionFields(
  tx: Tx,
  { actionFields }: StrategyFile,
  { id: strategyId }: EditionToLoad,
): Promise<SectionReport> {
  const rows = actionFields.map((field) => ({ ...actionFieldRow(field), strategy_id: strategyId }));
  const written = await upsert(tx, TABLES.actionFields, rows);
  const removed = await removeMissing(tx, 'action_field', { strategyId, keys: keysOf(actionFields) });
  return sectionReport('actionFields', written, { removed });
}

async function writeAgendas(
  tx: Tx,
  agendas: NonNullable<StrategyFile['agendas']>,
  { id: strategyId }: EditionToLoad,
): Promise<SectionReport> {
  const rows = agendas.map((agenda) => ({ ...agendaRow(agenda), strategy_id: strategyId }));
  const written = await upsert(tx, TABLES.agendas, rows);
  const removed = await removeMissing(tx, 'digital_agenda', { strategyId, keys: keysOf(agendas) });
  return sectionReport('agendas', written, { removed });
}

/** The number of principles and their weights are part of every score in the read model. */
async function touchProjectsOf(tx: Tx, strategyId: string): Promise<void> {
  const projects = await tx.query<{ id: string }>(
    `select project.id from project join action_field field on field.id = project.primary_action_field_id
      where field.strategy_id = $1`,
    [strategyId],
  );
  for (const { id } of projects) tx.touchProject(id);
}

function keysOf(entries: readonly { key: string }[]): string[] {
  return entries.map(({ key }) => key);
}
