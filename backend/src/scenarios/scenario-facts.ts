import { Injectable } from '@nestjs/common';
import { type Moment, Reads } from '../platform/index.js';
import type { ProjectFacts } from './candidates.rules.js';
import { ONE_SCENARIO } from './scenario-facts.sql.js';
import type { ScenarioResult } from './scenario-result.js';
import type { Terms } from './terms.rules.js';

/** A scenario as it is kept, with the years of its budget. */
export interface KeptScenario extends Terms {
  id: string;
  version: number;
  title: string;
  note: string;
  termsVersion: number;
  budget: {
    id: string;
    key: string;
    title: string;
    yearFrom: number;
    yearTo: number;
    stage: 'registered' | 'planned' | 'adopted' | 'rejected';
  };
  owner: { id: string; displayName: string | null };
  result: ScenarioResult | null;
}

/** Scenarios and all that they have to know of projects, of one moment. */
export interface Facts {
  rev: number;
  scenarios: KeptScenario[];
  projects: ProjectFacts[];
}

/** Reads scenarios together with the figures of the projects. */
@Injectable()
export class ScenarioFacts {
  constructor(private readonly reads: Reads) {}

  /** One scenario; none when there is no such. */
  ofOne(moment: Pick<Moment, 'rev'>, id: string): Promise<Facts> {
    return this.read(moment, ONE_SCENARIO, [id]);
  }

  /** The scenarios of one of the statements made by `scenarioFacts`. */
  async read(moment: Pick<Moment, 'rev'>, sql: string, parameters: readonly unknown[]): Promise<Facts> {
    const [facts] = await this.reads.query<Facts>(moment, sql, parameters);
    return facts ?? { rev: 0, scenarios: [], projects: [] };
  }
}
