import type { Happening, Telling } from '../happening.js';
import type { MilestoneStory, RiskStory } from '../story.js';

/** Milestones with every move of their dates, and risks with their changing rating. */
export function plans(telling: Telling): Happening[] {
  return [
    ...telling.story.milestones.flatMap((milestone) => milestoneOf(telling, milestone)),
    ...telling.story.risks.flatMap((risk, index) => riskOf(telling, risk, index)),
  ];
}

function milestoneOf(
  { ids, projectId, calendar, takeover }: Telling,
  milestone: MilestoneStory,
): Happening[] {
  const { title, baseline, actual, moves = [] } = milestone;
  let row = {
    id: ids.next(),
    project_id: projectId,
    title,
    baseline_on: calendar.day(baseline),
    approved_on: calendar.day(baseline),
    expected_on: calendar.day(baseline),
    actual_on: actual !== undefined && actual <= takeover ? calendar.day(actual) : null,
    moves: 0,
    move_reason: null as string | null,
    is_public: milestone.isPublic ?? false,
  };
  const moved = moves.map(({ day, to, reason }): Happening => ({
    day,
    command: 'milestone.edit',
    by: 'project-lead',
    reason,
    change: (write) => {
      row = { ...row, expected_on: calendar.day(to), moves: row.moves + 1, move_reason: reason };
      write.put('milestone', row);
    },
  }));
  const reached: Happening = {
    day: actual ?? takeover,
    command: 'milestone.edit',
    by: 'project-lead',
    change: (write) => {
      row = { ...row, actual_on: calendar.day(actual ?? takeover) };
      write.put('milestone', row);
    },
  };
  return [
    {
      day: takeover,
      command: 'milestone.add',
      by: 'project-lead',
      change: (write) => write.put('milestone', row),
    },
    ...moved,
    ...(actual !== undefined && actual > takeover ? [reached] : []),
  ];
}

function riskOf({ story, ids, projectId, takeover }: Telling, risk: RiskStory, index: number): Happening[] {
  const rating = risk.ratingAtFirst ?? risk.rating;
  const isSettled = risk.state !== undefined && risk.state !== 'open';
  let row = {
    id: ids.next(),
    project_id: projectId,
    title: risk.title,
    description: risk.description,
    probability: rating[0],
    impact: rating[1],
    response_kind: risk.responseKind ?? 'reduce',
    response: risk.response,
    owner_role: risk.ownerRole,
    state: 'open',
  };
  const recorded = index < 2 ? takeover : takeover + 90 * index;
  const end = endOf(story.phases.at(-1), recorded);
  return [
    { day: recorded, command: 'risk.add', by: 'project-lead', change: (write) => write.put('risk', row) },
    ...(risk.ratingAtFirst === undefined && !isSettled
      ? []
      : [
          {
            day: Math.round((recorded + end) / 2) + index * 7,
            command: 'risk.edit',
            by: 'project-lead',
            ...(isSettled
              ? { reason: risk.state === 'closed' ? 'Risiko besteht nicht mehr' : 'Risiko ist eingetreten' }
              : {}),
            change: (write) => {
              row = {
                ...row,
                probability: risk.rating[0],
                impact: risk.rating[1],
                state: risk.state ?? 'open',
              };
              write.put('risk', row);
            },
          } satisfies Happening,
        ]),
  ];
}

/** Nothing is rated after a project has ended. */
function endOf(last: { day: number; to: string } | undefined, recorded: number): number {
  const hasEnded = last?.to === 'completed' || last?.to === 'cancelled';
  return Math.max(recorded, hasEnded ? last.day - 30 : -40);
}
