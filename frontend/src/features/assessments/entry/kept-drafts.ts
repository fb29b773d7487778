import { choiceOf, type ScoreDraft } from './score-draft';

/** Keeps what is typed and not yet saved in this tab, so that a reload or a crash takes no text. */
export interface KeptDrafts {
  read: () => Map<string, ScoreDraft>;
  write: (drafts: ReadonlyMap<string, ScoreDraft>) => void;
}

/** Drafts of one person for one voice of one project, kept until the tab is closed. */
export function keptDrafts(place: { personId: string; projectRef: string; voice: string }): KeptDrafts {
  const name = `check-grid:${place.personId}:${place.projectRef}:${place.voice}`;
  return {
    read: () => parse(sessionStorage.getItem(name)),
    write: (drafts) => {
      if (drafts.size === 0) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, JSON.stringify([...drafts]));
    },
  };
}

function parse(kept: string | null): Map<string, ScoreDraft> {
  const found = new Map<string, ScoreDraft>();
  const entries: unknown = kept === null ? [] : JSON.parse(kept);
  if (!Array.isArray(entries)) return found;
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    const pair: unknown[] = entry;
    const [key, draft] = pair;
    if (typeof key !== 'string' || !isRecord(draft)) continue;
    found.set(key, {
      choice: typeof draft.choice === 'string' ? choiceOf(draft.choice) : null,
      reason: typeof draft.reason === 'string' ? draft.reason : '',
      evidenceUrl: typeof draft.evidenceUrl === 'string' ? draft.evidenceUrl : '',
    });
  }
  return found;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
