import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import { parseAgenda } from './agenda-file.js';

interface Titled {
  key: string;
  title: { de: string; en: string };
}
interface StrategyFile {
  designPrinciples: (Titled & { weight: number; question: Titled['title']; levels: Titled['title'][] })[];
  actionFields: (Titled & {
    textOrigin: string;
    statusQuo: Titled['title'];
    targetPicture: Titled['title'];
  })[];
  corridorThemes: (Titled & { validFrom: string })[];
  supportedGoals: Titled[];
  agendas: (Titled & { year: number })[];
  budgets: (Titled & { firstYear: number; lastYear: number; stage: string })[];
  councilBodies: (Titled & { shortName: string; kind: string })[];
}

const read = (file: string): string =>
  readFileSync(join(import.meta.dirname, '../../data/karlsruhe', file), 'utf8');
const strategy = JSON.parse(read('strategy-2022.json')) as StrategyFile;
const units: Record<string, string>[] = parse(read('org-units.csv'), { columns: true });

describe('the strategy file', () => {
  it('has nine principles with a question and five levels in both languages', () => {
    expect(strategy.designPrinciples).toHaveLength(9);
    for (const { question, levels, weight } of strategy.designPrinciples) {
      expect(levels).toHaveLength(5);
      for (const text of [question, ...levels]) expect([text.de, text.en]).not.toContain('');
      expect(weight).toBe(1);
    }
  });

  it('marks the texts of its seven action fields as summaries', () => {
    expect(strategy.actionFields).toHaveLength(7);
    for (const field of strategy.actionFields) expect(field.textOrigin).toBe('summary-by-this-project');
  });

  it('gives every catalogue unique keys and titles in both languages', () => {
    const {
      designPrinciples,
      actionFields,
      corridorThemes,
      supportedGoals,
      agendas,
      budgets,
      councilBodies,
    } = strategy;
    for (const list of [
      designPrinciples,
      actionFields,
      corridorThemes,
      supportedGoals,
      agendas,
      budgets,
      councilBodies,
    ]) {
      expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
      for (const { title } of list) expect([title.de, title.en]).not.toContain('');
    }
  });

  it('has council bodies with short names that differ', () => {
    expect(new Set(strategy.councilBodies.map(({ shortName }) => shortName)).size).toBe(
      strategy.councilBodies.length,
    );
  });

  it('has double budgets without a gap between them', () => {
    for (const [index, { firstYear, lastYear }] of strategy.budgets.entries()) {
      expect(lastYear).toBe(firstYear + 1);
      expect(firstYear).toBe((strategy.budgets[index - 1]?.lastYear ?? firstYear - 1) + 1);
    }
  });
});

describe('the file of organisation units', () => {
  it('has unique keys, and parents that exist', () => {
    const keys = new Set(units.map(({ key }) => key));
    expect(keys.size).toBe(units.length);
    for (const { kind, parent_key: parent } of units) {
      if (kind === 'directorate') expect(parent).toBe('');
      else expect(keys).toContain(parent);
    }
  });

  it('tells the two units with the short name SJB apart', () => {
    expect(units.filter(({ short_name: shortName }) => shortName === 'SJB').map(({ key }) => key)).toEqual([
      'behindertenbeauftragte',
      'sjb',
    ]);
  });
});

describe('the file of the agenda', () => {
  const agenda = parseAgenda(read('agenda-2022.csv'));

  it('has thirty projects in known action fields with known goals', () => {
    const fields = strategy.actionFields.map(({ key }) => key);
    const goals = strategy.supportedGoals.map(({ key }) => key);
    expect(agenda.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    for (const entry of agenda) {
      expect(fields).toContain(entry.actionFieldKey);
      for (const key of entry.supportedGoalKeys) expect(goals).toContain(key);
      expect(entry.supportedGoalKeys.length + entry.supportedGoalTexts.length).toBeGreaterThan(0);
    }
  });

  it('keeps a comma within a goal', () => {
    expect(agenda[22]?.supportedGoalTexts).toEqual(['Milieu, das Innovation fördert']);
  });
});
