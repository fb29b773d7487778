import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, type Fault, newId, NotFound, type Tx } from '../platform/index.js';
import { type ClaimedProject, ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { Voice } from './assessment.enums.js';
import { ScoreRefused } from './assessment.errors.js';
import { faultsOfScore } from './assessment.rules.js';
import { PrincipleScore } from './principle-score.entity.js';

/** On which grid of which project a command works. */
export interface GridTarget extends ProjectTarget {
  voice: Voice;
}

/** A score as it was sent. */
export interface ScoreInput {
  score?: number | null | undefined;
  notApplicable?: boolean | undefined;
  reason?: string | undefined;
  evidenceUrl?: string | null | undefined;
}

interface Principle {
  id: string;
  key: string;
}

/** Commands on the check grid of a project. */
@Injectable()
export class AssessmentsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives or replaces the score of one voice for one principle.
   * @throws NotFound, Forbidden, ChangedMeanwhile, ScoreRefused
   */
  async giveScore(target: GridTarget, principleRef: string, input: ScoreInput): Promise<CommandAnswer> {
    return this.run('assessment.score', target, async (tx, project) => {
      const principle = findPrinciple(await principlesOf(tx, project), principleRef);
      if (principle === undefined) throw new NotFound('principle');
      const given = completed(input);
      const faults = faultsOfScore(given);
      if (faults.length > 0) throw new ScoreRefused(faults);
      return this.put(tx, { project, principle, voice: target.voice }, given);
    });
  }

  /**
   * Gives several scores of one voice in one transaction; all or none of them. Answers with the project's id.
   * @throws NotFound, Forbidden, ChangedMeanwhile, ScoreRefused
   */
  async giveScores(
    target: GridTarget,
    inputs: readonly (ScoreInput & { principle: string })[],
  ): Promise<CommandAnswer> {
    return this.run('assessment.score', target, async (tx, project) => {
      const principles = await principlesOf(tx, project);
      const rows = inputs.map((input) => ({
        given: completed(input),
        principle: findPrinciple(principles, input.principle),
      }));
      const faults = rows.flatMap(({ given, principle }, index) =>
        [
          ...principleFaults(
            principle,
            rows.slice(0, index).map((row) => row.principle),
          ),
          ...faultsOfScore(given),
        ].map((fault) => ({ ...fault, pointer: `/scores/${index}${fault.pointer}` })),
      );
      if (faults.length > 0) throw new ScoreRefused(faults);
      for (const { given, principle } of rows) {
        if (principle !== undefined) await this.put(tx, { project, principle, voice: target.voice }, given);
      }
      return project.id;
    });
  }

  /**
   * Takes a score back: the principle is not yet assessed by this voice again.
   * @throws NotFound, Forbidden, ChangedMeanwhile
   */
  async withdrawScore(target: GridTarget, principleRef: string): Promise<CommandAnswer> {
    return this.run('assessment.withdraw', target, async (tx, project) => {
      const principle = findPrinciple(await principlesOf(tx, project), principleRef);
      if (principle === undefined) throw new NotFound('principle');
      const key = { projectId: project.id, principleId: principle.id, voice: target.voice };
      const existing = await scoreIdOf(tx, key);
      if (existing === undefined) throw new NotFound('score');
      await tx.delete(PrincipleScore, { id: existing });
      return existing;
    });
  }

  private run(
    name: string,
    target: GridTarget,
    work: (tx: Tx, project: ClaimedProject) => Promise<string>,
  ): Promise<CommandAnswer> {
    return this.commands.run(target, { name, may: target.voice === 'self' ? 'assess-self' : 'review' }, work);
  }

  private async put(
    tx: Tx,
    { project, principle, voice }: { project: ClaimedProject; principle: Principle; voice: Voice },
    given: CompletedScore,
  ): Promise<string> {
    const key = { projectId: project.id, principleId: principle.id, voice };
    const values = { ...given, givenOn: this.clock.today() };
    const existing = await scoreIdOf(tx, key);
    if (existing !== undefined) {
      await tx.update(PrincipleScore, { id: existing }, values);
      return existing;
    }
    const id = newId();
    await tx.insert(PrincipleScore, { id, ...key, ...values });
    return id;
  }
}

interface CompletedScore {
  score: number | null;
  notApplicable: boolean;
  reason: string;
  evidenceUrl: string | null;
}

function completed({ score, notApplicable, reason, evidenceUrl }: ScoreInput): CompletedScore {
  return {
    score: score ?? null,
    notApplicable: notApplicable ?? false,
    reason: reason ?? '',
    evidenceUrl: evidenceUrl ?? null,
  };
}

/** The principles of the strategy edition that the project belongs to, by its primary action field. */
async function principlesOf(tx: Tx, project: ClaimedProject): Promise<Principle[]> {
  return tx.query<Principle>(
    `select principle.id, principle.key
       from design_principle principle
       join action_field field on field.strategy_id = principle.strategy_id
      where field.id = $1`,
    [project.primaryActionFieldId],
  );
}

function findPrinciple(principles: readonly Principle[], ref: string): Principle | undefined {
  return principles.find(({ id, key }) => key === ref || id === ref.toLowerCase());
}

function principleFaults(
  principle: Principle | undefined,
  before: readonly (Principle | undefined)[],
): Fault[] {
  if (principle === undefined) return [{ pointer: '/principle', code: 'principle-unknown' }];
  return before.includes(principle) ? [{ pointer: '/principle', code: 'principle-twice' }] : [];
}

async function scoreIdOf(
  tx: Tx,
  { projectId, principleId, voice }: { projectId: string; principleId: string; voice: Voice },
): Promise<string | undefined> {
  const [row] = await tx.query<{ id: string }>(
    'select id from principle_score where project_id = $1 and principle_id = $2 and voice = $3',
    [projectId, principleId, voice],
  );
  return row?.id;
}
