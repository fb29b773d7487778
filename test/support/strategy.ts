import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type LoadReport, StrategyFileRefused, StrategyLoader } from '../../backend/src/strategy/index';
import type { TestApi } from './api';
import type { TestDatabase } from './database';

const folder = path.resolve(import.meta.dirname, '../../backend/data/karlsruhe');

/** The key of the strategy that the project brings along. */
export const STRATEGY_KEY = 'digitalstrategie-2022';

/** The strategy file that the project brings along. */
export const strategyText = readFileSync(path.join(folder, 'strategy-2022.json'), 'utf8');

interface Title {
  de: string;
  en: string | null;
}

/** What tests change in a strategy file. */
export interface StrategyFile {
  strategy: { key: string; edition?: number; title: Title };
  designPrinciples: { key: string; weight?: number; title: Partial<Title> }[];
  actionFields: { key: string; title: Title }[];
  corridorThemes: { key: string; title: Title }[];
  agendas: { key: string }[];
  budgets: { key: string; stage: string }[];
}

/** An entry of any catalogue. */
export interface CatalogueEntry {
  id: string;
  key: string;
  title: Title;
  isValid: boolean;
  validTo: string | null;
}

/** A page of any catalogue. */
export interface CatalogueList<Item = CatalogueEntry> {
  items: Item[];
  total: number;
  moment: string;
}

/** Loads the strategy file as it came, with a few things done to it. */
export function loadStrategy(
  api: TestApi,
  change: (file: StrategyFile) => void = () => undefined,
): Promise<LoadReport> {
  const file = JSON.parse(strategyText) as StrategyFile;
  change(file);
  return api.app.get(StrategyLoader).load({
    name: 'strategy.json',
    bytes: Buffer.from(JSON.stringify(file, null, 2)),
    readBeside: (name) => readFile(path.join(folder, name)),
  });
}

/** The faults for which a file was refused, as 'pointer code'. */
export async function refusalOf(loading: Promise<unknown>): Promise<string[]> {
  const error: unknown = await loading.then(
    () => new Error('The file was taken.'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof StrategyFileRefused)
    return error.faults.map(({ pointer, code }) => `${pointer} ${code}`);
  throw error;
}

/** Puts a project into the field of action "innovation", as bare as the tables allow; returns its id. */
export async function aBareProject(database: TestDatabase, number: string): Promise<string> {
  const [project] = await database.query<{ id: string }>(
    `insert into project (id, number, title, primary_action_field_id, phase_since)
     select gen_random_uuid(), $1, 'Some project', id, '2022-02-22' from action_field where key = 'innovation'
     returning id`,
    [number],
  );
  return project?.id ?? '';
}
