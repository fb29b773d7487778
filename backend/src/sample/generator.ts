import { SampleCalendar } from './calendar.js';
import { type AgendaFileEntry, type Catalogue, idOf } from './catalogue.js';
import { stories } from './content/index.js';
import type { Telling } from './happening.js';
import { Ids } from './ids.js';
import { everyDay, type Pace, secondsApart, snapped } from './pace.js';
import { Random, seedOf } from './random.js';
import { type Recording, record, type SampleEvent } from './recorder.js';
import type { Story } from './story.js';
import { subjectOf } from './synthetic/names.js';
import { syntheticStory } from './synthetic/story.js';
import { projectRow, tell } from './telling/index.js';

/** Day, relative to today, on which the thirty projects of the agenda are taken over; nothing happens before it. */
export const FIRST_DAY = -760;

/** How many projects are told by hand. */
export const STORY_COUNT = stories.length;

/** Keys of the offices that need a project lead and an office coordinator among the people of the default sample. */
export const STORY_OFFICE_KEYS: readonly string[] = [
  ...new Set(stories.map(({ officeKey }) => officeKey)),
].sort();

export interface GenerateOptions {
  /** Up to 30: so many of the agenda's projects, each event at an instant of its own. More: made-up ones as well, one event per project and day, at noon. */
  readonly projects: number;
  /** Day of loading, 'YYYY-MM-DD'; the last event lies some days before it. */
  readonly today: string;
  readonly seed: number;
  readonly catalogue: Catalogue;
}

/** One project with everything that happened to it, oldest first. */
export interface GeneratedProject {
  readonly projectId: string;
  readonly number: string;
  /** Whether the story wants it published once it is loaded. */
  readonly isPublic: boolean;
  readonly events: readonly SampleEvent[];
}

/** Yields the projects one after the other, so that memory does not grow with their number. Same options, same portfolio. */
export function* generatePortfolio(options: GenerateOptions): Generator<GeneratedProject> {
  const { projects, today, seed, catalogue } = options;
  const calendar = new SampleCalendar(today);
  const base = calendar.millisecondsOf(FIRST_DAY);
  const projectIdOf = (ordinal: number): string => new Ids(seed, ordinal, base).next();
  const told = Math.min(projects, STORY_COUNT);
  const tellingOf = (story: Story, takeover: number): Telling => {
    const ids = new Ids(seed, story.number, base);
    const projectId = ids.next();
    return {
      story,
      projectId,
      ids,
      calendar,
      catalogue,
      takeover,
      otherIdOf: (n) => (n <= told ? projectIdOf(n) : null),
    };
  };

  for (const story of stories.slice(0, told)) {
    const entry = entryOf(catalogue, story.number);
    const number = `DA-2022-${String(story.number).padStart(3, '0')}`;
    const pace = projects > STORY_COUNT ? everyDay(calendar) : secondsApart(calendar, story.number);
    yield generated(tellingOf(story, FIRST_DAY), {
      number,
      title: entry.title,
      fieldKey: entry.actionFieldKey,
      entry,
      pace,
    });
  }
  const countOfYear = new Map<string, number>();
  for (let ordinal = STORY_COUNT + 1; ordinal <= projects; ordinal += 1) {
    const subject = subjectOf(ordinal, catalogue.offices);
    const { story, takeover } = syntheticStory(new Random(seedOf(seed, ordinal)), ordinal, subject);
    const year = calendar.day(takeover).slice(0, 4);
    const running = (countOfYear.get(year) ?? 0) + 1;
    countOfYear.set(year, running);
    const number = `DA-${year}-${String(running).padStart(3, '0')}`;
    const pace = snapped(calendar, story, takeover);
    yield generated(tellingOf(story, takeover), {
      number,
      title: subject.title,
      fieldKey: subject.fieldKey,
      entry: null,
      pace,
    });
  }
}

interface Identity {
  readonly number: string;
  readonly title: string;
  readonly fieldKey: string;
  readonly entry: AgendaFileEntry | null;
  readonly pace: Pace;
}

function generated(telling: Telling, { number, title, fieldKey, entry, pace }: Identity): GeneratedProject {
  const { calendar, catalogue, takeover, projectId } = telling;
  const row = projectRow(telling, { number, title, fieldId: idOf(catalogue.actionFieldIds, fieldKey) });
  const happenings = tell(telling, entry);
  return {
    projectId,
    number,
    isPublic: telling.story.visibility === 'public',
    events: record(row, happenings, { calendar, pace, takeover, actorOf: actorsOf(telling) }),
  };
}

function actorsOf({ catalogue, story }: Telling): Recording['actorOf'] {
  return (role) => {
    const people = catalogue.people.filter((person) => person.role === role);
    return (people.find(({ officeKey }) => officeKey === story.officeKey) ?? people[0])?.id ?? null;
  };
}

function entryOf({ agenda }: Catalogue, number: number): AgendaFileEntry {
  const entry = agenda.find((candidate) => candidate.number === number);
  if (entry === undefined) throw new RangeError(`the agenda has no project ${number}`);
  return entry;
}
