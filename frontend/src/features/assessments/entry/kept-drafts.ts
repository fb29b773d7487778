import { choiceOf, type ScoreDraft } from './score-draft';

/** What was typed, and what the server held when typing began; null when that is not known. */
export interface KeptDraft {
  draft: ScoreDraft;
  base: ScoreDraft | null;
}

/** Keeps what is typed and not yet saved in this tab, so that a reload or a crash takes no text. */
export interface KeptDrafts {
  read: () => Map<string, KeptDraft>;
  write: (drafts: ReadonlyMap<string, KeptDraft>) => void;
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

function parse(kept: string | null): Map<string, KeptDraft> {
  const found = new Map<string, KeptDraft>();
  const entries: unknown = kept === null ? [] : JSON.parse(kept);
  if (!Array.isArray(entries)) return found;
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    const pair: unknown[] = entry;
    const [key, held] = pair;
    if (typeof key !== 'string' || !isRecord(held)) continue;
    const draft = draftFrom(held.draft);
    if (draft !== null) found.set(key, { draft, base: draftFrom(held.base) });
  }
  return found;
}

function draftFrom(kept: unknown): ScoreDraft | null {
  if (!isRecord(kept)) return null;
  return {
    choice: typeof kept.choice === 'string' ? choiceOf(kept.choice) : null,
    reason: typeof kept.reason === 'string' ? kept.reason : '',
    evidenceUrl: typeof kept.evidenceUrl === 'string' ? kept.evidenceUrl : '',
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
