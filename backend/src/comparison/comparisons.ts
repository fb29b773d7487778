import { Injectable } from '@nestjs/common';
import { type Moment, Reads } from '../platform/index.js';
import { NOT_APPLICABLE } from './comparison.enums.js';
import {
  type ComparedPart,
  differenceOf,
  type ProjectDifference,
  type ProjectFacts,
} from './difference.rules.js';
import { FACTS } from './facts-sql.js';
import { shownLight } from './light.rules.js';

/** What is different at two moments, and which revisions that speaks of. */
export interface Comparison {
  fromRev: number;
  toRev: number;
  /** Every project that is different, by number; those that went are among them. */
  differences: ProjectDifference[];
}

type RowOfProject = Omit<ProjectFacts, 'light' | 'scores'> & {
  reportedLight: 'green' | 'amber' | 'red' | null;
  isOverdue: boolean;
  scores: [principleId: string, voice: 'self' | 'review', score: number | null][];
};

interface FactsRow {
  rev: number;
  principles: Record<string, ComparedPart>;
  projects: RowOfProject[];
}

/** Compares projects at any two moments, money and scores included; the same statement reads both. */
@Injectable()
export class Comparisons {
  constructor(private readonly reads: Reads) {}

  /**
   * Says what of the projects is different at `to` from what it was at `from`. Each moment is judged on its own day:
   * a report can become overdue without anybody doing anything.
   *
   * @param projectIds all projects when absent
   */
  async compare(
    from: Pick<Moment, 'rev' | 'today'>,
    to: Pick<Moment, 'rev' | 'today'>,
    projectIds?: readonly string[],
  ): Promise<Comparison> {
    const [before, after] = await Promise.all([this.facts(from, projectIds), this.facts(to, projectIds)]);
    const ids = new Set([...before.projects.keys(), ...after.projects.keys()]);
    const differences = [...ids]
      .map((id) => differenceOf(before.projects.get(id) ?? null, after.projects.get(id) ?? null))
      .filter((difference) => difference !== null)
      .sort((a, b) => (a.project.number < b.project.number ? -1 : 1));
    return { fromRev: before.rev, toRev: after.rev, differences };
  }

  private async facts(
    moment: Pick<Moment, 'rev' | 'today'>,
    projectIds: readonly string[] | undefined,
  ): Promise<{ rev: number; projects: Map<string, ProjectFacts> }> {
    const [row] = await this.reads.query<FactsRow & Record<string, unknown>>(moment, FACTS, [
      projectIds ?? null,
      moment.today,
    ]);
    if (row === undefined) throw new Error('the facts have always one row');
    const projects = row.projects.map((project) => factsOf(project, row.principles));
    return { rev: row.rev, projects: new Map(projects.map((facts) => [facts.id, facts])) };
  }
}

function factsOf(
  { reportedLight, isOverdue, scores, ...facts }: RowOfProject,
  principles: FactsRow['principles'],
): ProjectFacts {
  return {
    ...facts,
    light: shownLight(reportedLight, isOverdue),
    scores: scores.map(([principleId, voice, score]) => ({
      principleId,
      principle: principles[principleId] ?? { key: principleId, title: { de: principleId, en: null } },
      voice,
      score: score ?? NOT_APPLICABLE,
    })),
  };
}
