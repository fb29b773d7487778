import { Injectable } from '@nestjs/common';
import { councilBodyByRef } from '../../organisation/index.js';
import { Clock, type CommandAnswer, RuleViolated, type Tx } from '../../platform/index.js';
import type { Phase } from '../project.enums.js';
import { Project } from '../project.entity.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import type { ClaimedProject } from '../project-roots.js';
import { PhaseNotPossible } from '../projects.errors.js';
import { passGate } from './gate-check.js';
import {
  datesAtApproval,
  isBeyondGate,
  nextPhases,
  type NextPhase,
  type PromisedDates,
} from './phase.rules.js';

/** A step to another phase, as asked for. */
export interface PhaseChange {
  to: Phase;
  reason?: string | null | undefined;
  /** Council body that released the project; for `approved` alone. Id or key. */
  releasedBy?: string | null | undefined;
}

/** Moves projects through their phases. */
@Injectable()
export class PhasesService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Moves a project to another phase.
   *
   * @throws PhaseNotPossible, GateOpen, RuleViolated (422)
   */
  changePhase(target: ProjectTarget, change: PhaseChange): Promise<CommandAnswer> {
    const { to, reason } = change;
    return this.commands.run(
      target,
      { name: 'project.change-phase', may: 'edit', reason },
      async (tx, project) => {
        const step = stepTo(to, project);
        refuseContradiction(step, change, project.phase);
        if (step.needs.includes('gate')) await passGate(tx, project.id);
        await tx.update(
          Project,
          { id: project.id },
          {
            phase: to,
            phaseSince: this.clock.today(),
            phaseReason: reason ?? null,
            pausedFrom: to === 'paused' ? project.phase : null,
          },
        );
        if (isApproval(to, project.phase)) await this.approve(tx, project, change.releasedBy);
      },
    );
  }

  /**
   * Approves what is expected now of a project that a board has released before: its start, its end and the milestones
   * that are still ahead. The first promise stays, and what was approved before stays in the history.
   *
   * @throws RuleViolated (422) before the first approval
   */
  approveDates(target: ProjectTarget, { reason }: { reason: string }): Promise<CommandAnswer> {
    const command = { name: 'project.approve-dates', may: 'agenda', reason } as const;
    return this.commands.run(target, command, async (tx, project) => {
      if (!isBeyondGate(project)) {
        throw new RuleViolated([{ pointer: '', code: 'project.dates-not-approved-yet' }]);
      }
      await approveExpectedDates(tx, project.id);
    });
  }

  private async approve(
    tx: Tx,
    project: ClaimedProject,
    releasedBy: string | null | undefined,
  ): Promise<void> {
    const body = releasedBy == null ? null : await councilBodyByRef(tx, releasedBy);
    if (releasedBy != null && body === null) {
      throw new RuleViolated([{ pointer: '/releasedByBodyId', code: 'reference-unknown' }]);
    }
    await tx.update(Project, { id: project.id }, { releasedById: body?.id ?? null });
    await approveExpectedDates(tx, project.id);
  }
}

/** What was reached keeps the date under which it was approved. */
async function approveExpectedDates(tx: Tx, projectId: string): Promise<void> {
  const [dates] = await tx.query<PromisedDates>(
    `select baseline_start as "baselineStart", baseline_end as "baselineEnd",
            expected_start as "expectedStart", expected_end as "expectedEnd"
       from project where id = $1`,
    [projectId],
  );
  if (dates === undefined) return;
  await tx.update(Project, { id: projectId }, datesAtApproval(dates));
  await tx.query(
    `update milestone set approved_on = expected_on
      where project_id = $1 and (actual_on is null or approved_on is null)`,
    [projectId],
  );
}

function stepTo(to: Phase, project: ClaimedProject): NextPhase {
  const possible = nextPhases(project);
  const step = possible.find((next) => next.to === to);
  if (step === undefined) {
    throw new PhaseNotPossible({ from: project.phase, to, possible: possible.map((next) => next.to) });
  }
  return step;
}

/** Coming back to `approved` from a pause is none. */
function isApproval(to: Phase, from: Phase): boolean {
  return to === 'approved' && from === 'proposal';
}

function refuseContradiction(
  { to, needs }: NextPhase,
  { reason, releasedBy }: PhaseChange,
  from: Phase,
): void {
  const faults = [
    ...(needs.includes('reason') && !reason
      ? [{ pointer: '/reason', code: 'project.phase-reason-missing' }]
      : []),
    ...(releasedBy != null && !isApproval(to, from)
      ? [{ pointer: '/releasedByBodyId', code: 'project.released-without-approval' }]
      : []),
  ];
  if (faults.length > 0) throw new RuleViolated(faults);
}
