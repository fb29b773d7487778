import { type AgendaFileEntry, idOf } from '../catalogue.js';
import type { Happening, Telling, Writer } from '../happening.js';

/** How a project enters the tracker: itself, its place in the agenda, and everything that hangs on it by name. */
export function takeover(telling: Telling, entry: AgendaFileEntry | null): Happening {
  return {
    day: telling.takeover,
    command: entry === null ? 'project.create' : 'project.import',
    by: 'portfolio-office',
    ...(entry === null ? {} : { reason: 'Übernahme der Digitalen Agenda 2022 in das Portfolio' }),
    change: (write) => {
      if (entry !== null) putAgendaEntry(telling, entry, write);
      putFieldsAndThemes(telling, write);
      putTags(telling, write);
      putPeople(telling, write);
    },
  };
}

function putAgendaEntry({ ids, projectId, catalogue }: Telling, entry: AgendaFileEntry, write: Writer): void {
  write.put('agenda_entry', {
    id: ids.next(),
    agenda_id: catalogue.agendaId,
    project_id: projectId,
    position: entry.number,
    lead_project: true,
    reason: 'Leitprojekt der Digitalen Agenda 2022',
  });
  for (const key of entry.supportedGoalKeys) {
    const goal = { supported_goal_id: idOf(catalogue.supportedGoalIds, key), free_text: null };
    write.put('project_supported_goal', { id: ids.next(), project_id: projectId, ...goal });
  }
  for (const text of entry.supportedGoalTexts) {
    const goal = { supported_goal_id: null, free_text: text };
    write.put('project_supported_goal', { id: ids.next(), project_id: projectId, ...goal });
  }
}

function putFieldsAndThemes({ story, ids, projectId, catalogue }: Telling, write: Writer): void {
  for (const key of story.furtherFields ?? []) {
    const action_field_id = idOf(catalogue.actionFieldIds, key);
    write.put('project_action_field', { id: ids.next(), project_id: projectId, action_field_id });
  }
  story.themes.forEach((key, index) => {
    const corridor_theme_id = idOf(catalogue.corridorThemeIds, key);
    write.put('project_corridor_theme', {
      id: ids.next(),
      project_id: projectId,
      corridor_theme_id,
      emphasised: index === 0 && story.themes.length > 1,
    });
  });
}

function putTags({ story, ids, projectId }: Telling, write: Writer): void {
  for (const tag of story.tags) write.put('project_tag', { id: ids.next(), project_id: projectId, tag });
}

function putPeople({ story, ids, projectId, catalogue }: Telling, write: Writer): void {
  const ofOffice = catalogue.people.filter(({ officeKey }) => officeKey === story.officeKey);
  const lead = ofOffice.find(({ role }) => role === 'project-lead');
  const deputy = ofOffice.find(({ role }) => role === 'office-coordinator');
  if (lead !== undefined) {
    write.put('project_person', {
      id: ids.next(),
      project_id: projectId,
      person_id: lead.id,
      function: 'lead',
    });
  }
  if (deputy !== undefined) {
    write.put('project_person', {
      id: ids.next(),
      project_id: projectId,
      person_id: deputy.id,
      function: 'deputy',
    });
  }
}

/** Links to other projects, made when all of them are there. */
export function links({ story, ids, projectId, takeover: day, otherIdOf }: Telling): Happening[] {
  return (story.links ?? []).flatMap(({ kind, number }): Happening[] => {
    const other_project_id = otherIdOf(number);
    if (other_project_id === null) return [];
    const row = { id: ids.next(), project_id: projectId, other_project_id, kind };
    return [
      {
        day: day + 1,
        command: 'project.add-link',
        by: 'portfolio-office',
        change: (write) => {
          write.put('project_link', row);
        },
      },
    ];
  });
}
