import type { DraftContent } from './report-form';

/** What was typed on this device and has not reached the server yet. */
export interface UnsyncedDraft {
  content: DraftContent;
  /** Instant of the last key, by the clock of this device. */
  typedAt: string;
}

/** A place on this device for one person's draft of one project. */
export interface DraftStore {
  read: () => UnsyncedDraft | null;
  write: (content: DraftContent) => void;
  /** Forgets what is kept; given a content, only when that is what is kept. */
  clear: (content?: DraftContent) => void;
}

/** Keeps a draft in the storage of the browser; without storage nothing is kept. */
export function draftStore(personId: string, projectId: string): DraftStore {
  const name = `da.status-draft.${personId}.${projectId}`;
  const read = (): UnsyncedDraft | null => quietly(() => parse(localStorage.getItem(name))) ?? null;
  return {
    read,
    write: (content) =>
      void quietly(() =>
        localStorage.setItem(name, JSON.stringify({ content, typedAt: new Date().toISOString() })),
      ),
    clear: (content) => {
      if (content !== undefined && JSON.stringify(read()?.content) !== JSON.stringify(content)) return;
      quietly(() => localStorage.removeItem(name));
    },
  };
}

function parse(stored: string | null): UnsyncedDraft | null {
  const value: unknown = JSON.parse(stored ?? 'null');
  return isUnsynced(value) ? value : null;
}

function isUnsynced(value: unknown): value is UnsyncedDraft {
  if (typeof value !== 'object' || value === null || !('content' in value) || !('typedAt' in value))
    return false;
  return typeof value.content === 'object' && value.content !== null && typeof value.typedAt === 'string';
}

/** Storage may be forbidden, full or broken: the draft then lives on the server alone. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DOMException || error instanceof SyntaxError) return undefined;
    throw error;
  }
}
