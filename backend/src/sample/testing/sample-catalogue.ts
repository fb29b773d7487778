import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type { BudgetStage } from '../../budget/index.js';
import { parseAgenda } from '../agenda-file.js';
import type { Catalogue } from '../catalogue.js';
import { Ids } from '../ids.js';

interface StrategyFile {
  designPrinciples: { key: string }[];
  actionFields: { key: string }[];
  corridorThemes: { key: string }[];
  supportedGoals: { key: string }[];
  councilBodies: { key: string }[];
  budgets: { firstYear: number; lastYear: number; stage: BudgetStage }[];
}

const folder = join(import.meta.dirname, '../../../data/karlsruhe');
const strategy = JSON.parse(readFileSync(join(folder, 'strategy-2022.json'), 'utf8')) as StrategyFile;
const ids = new Ids(7, 0, 0);

function idsOf(items: readonly { key: string }[]): Record<string, string> {
  return Object.fromEntries(items.map(({ key }) => [key, ids.next()]));
}

/** A catalogue with the city's own data files and made-up ids, for tests. */
export const sampleCatalogue: Catalogue = (() => {
  const units: Record<string, string>[] = parse(readFileSync(join(folder, 'org-units.csv'), 'utf8'), {
    columns: true,
  });
  const offices = units
    .filter(({ kind }) => kind === 'office')
    .map((unit) => ({ id: ids.next(), key: unit['key'] ?? '', shortName: unit['short_name'] ?? '' }));
  return {
    agenda: parseAgenda(readFileSync(join(folder, 'agenda-2022.csv'), 'utf8')),
    agendaId: ids.next(),
    actionFieldIds: idsOf(strategy.actionFields),
    principleIds: idsOf(strategy.designPrinciples),
    corridorThemeIds: idsOf(strategy.corridorThemes),
    supportedGoalIds: idsOf(strategy.supportedGoals),
    councilBodyIds: idsOf(strategy.councilBodies),
    budgets: strategy.budgets.map(({ firstYear, lastYear, stage }) => ({
      id: ids.next(),
      yearFrom: firstYear,
      yearTo: lastYear,
      stage,
    })),
    offices,
    people: [
      ...offices.flatMap(({ key }) => [
        { id: ids.next(), role: 'project-lead' as const, officeKey: key },
        { id: ids.next(), role: 'office-coordinator' as const, officeKey: key },
      ]),
      { id: ids.next(), role: 'commission', officeKey: null },
      { id: ids.next(), role: 'finance', officeKey: 'stk' },
      { id: ids.next(), role: 'portfolio-office', officeKey: 'it' },
    ],
  };
})();

/** Ids of the budgets that are adopted. */
export const adoptedBudgetIds: ReadonlySet<string> = new Set(
  sampleCatalogue.budgets
    .filter((_, index) => strategy.budgets[index]?.stage === 'adopted')
    .map(({ id }) => id),
);
