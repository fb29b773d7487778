import { idOf } from '../catalogue.js';
import type { Happening, Telling } from '../happening.js';
import type { PhaseStep } from '../story.js';
import { co2Figures, phaseAtTakeover } from './project.js';

/** Days before today on which the climate figures of the projects were calculated. */
const FIGURES_DAY = -565;

/** How the project itself changes: phases, newly approved ends, climate figures. */
export function course(telling: Telling): Happening[] {
  return [...phaseChanges(telling), ...approvals(telling), ...figures(telling)];
}

/** The phase of a project on a day. */
export function phaseOn({ story, takeover }: Telling, day: number): PhaseStep {
  const passed = story.phases.filter((step) => step.day <= day);
  return passed.at(-1) ?? phaseAtTakeover(story, takeover);
}

function phaseChanges(telling: Telling): Happening[] {
  const { story, calendar, catalogue } = telling;
  const first = phaseAtTakeover(story, telling.takeover);
  return story.phases
    .filter((step) => step !== first)
    .map((step) => ({
      day: step.day,
      command: 'project.change-phase',
      by: step.to === 'completed' || step.to === 'cancelled' ? 'portfolio-office' : 'project-lead',
      ...(step.reason === undefined ? {} : { reason: step.reason }),
      change: (write) => {
        write.change({
          phase: step.to,
          phase_since: calendar.day(step.day),
          phase_reason: step.reason ?? null,
          paused_from: step.to === 'paused' ? write.project.phase : null,
          ...(step.releasedBy === undefined
            ? {}
            : { released_by_id: idOf(catalogue.councilBodyIds, step.releasedBy) }),
        });
      },
    }));
}

function approvals({ story, calendar }: Telling): Happening[] {
  return (story.schedule.approvals ?? []).map(({ day, end, reason }) => ({
    day,
    command: 'project.edit',
    by: 'portfolio-office',
    reason,
    change: (write) => {
      write.change({ approved_end: calendar.day(end) });
    },
  }));
}

function figures({ story }: Telling): Happening[] {
  const { co2 } = story;
  if (co2?.method === undefined) return [];
  return [
    {
      day: FIGURES_DAY,
      command: 'project.edit',
      by: 'project-lead',
      reason: 'Berechnung der Klimawirkung ergänzt',
      change: (write) => {
        write.change(co2Figures(co2));
      },
    },
  ];
}
