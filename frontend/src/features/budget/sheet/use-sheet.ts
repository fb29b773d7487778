import { computed, shallowRef, watch } from 'vue';
import { cellsOf, isBlank, pasted, withBlank, type SheetRow } from './sheet-model';

/** What was typed, and what the server held when typing began. */
interface Kept {
  version: number;
  base: SheetRow[];
  rows: SheetRow[];
}

/** The rows of a sheet with undo and redo; what is not saved is kept in this tab. */
export function useSheet({ name, width, start }: { name: string; width: number; start: Omit<Kept, 'rows'> }) {
  const kept = read(name);
  const version = shallowRef(kept?.version ?? start.version);
  const base = shallowRef(kept?.base ?? start.base);
  const rows = shallowRef(withBlank(kept?.rows ?? start.base, width));
  const past = shallowRef<SheetRow[][]>([]);
  const future = shallowRef<SheetRow[][]>([]);
  const written = computed(() => rows.value.filter((row) => !isBlank(row)));
  const isDirty = computed(() => JSON.stringify(written.value) !== JSON.stringify(base.value));

  watch([rows, base], () => {
    if (!isDirty.value) return sessionStorage.removeItem(name);
    const draft: Kept = { version: version.value, base: base.value, rows: rows.value };
    sessionStorage.setItem(name, JSON.stringify(draft));
  });

  function put(next: readonly SheetRow[], isSameStep = false): void {
    if (!isSameStep) past.value = [...past.value, rows.value].slice(-200);
    future.value = [];
    rows.value = withBlank(next, width);
  }
  function step(from: typeof past, to: typeof past): void {
    const next = from.value.at(-1);
    if (next === undefined) return;
    to.value = [...to.value, rows.value];
    from.value = from.value.slice(0, -1);
    rows.value = next;
  }

  return {
    version,
    base,
    rows,
    written,
    isDirty,
    wasKept: kept !== null,
    canUndo: computed(() => past.value.length > 0),
    canRedo: computed(() => future.value.length > 0),
    undo: () => step(past, future),
    redo: () => step(future, past),
    put,
    /** Writes into one cell; what is typed at one go is undone at one go. */
    type: (row: number, column: number, text: string, isSameStep: boolean) =>
      put(pasted(rows.value, { row, column }, [[text]], width), isSameStep),
    paste: (row: number, column: number, text: string) =>
      put(pasted(rows.value, { row, column }, cellsOf(text), width)),
    remove: (row: number) => put(rows.value.filter((_row, index) => index !== row)),
    /** Begins anew from what the server holds; own rows stay where they are given. */
    rebase: (now: Omit<Kept, 'rows'>, own: readonly SheetRow[] = now.base) => {
      version.value = now.version;
      base.value = now.base;
      past.value = [];
      future.value = [];
      rows.value = withBlank(own, width);
    },
  };
}

export type Sheet = ReturnType<typeof useSheet>;

function read(name: string): Kept | null {
  const text = sessionStorage.getItem(name);
  return text === null ? null : (JSON.parse(text) as Kept);
}
