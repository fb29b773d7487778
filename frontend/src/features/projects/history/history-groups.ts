import { dayOf } from '../../../shared/format/dates';
import type { Change, FieldChange } from './use-history-words';

/** What one change did to one record. */
export interface RecordChange {
  key: string;
  record: string;
  label: FieldChange['label'];
  kind: FieldChange['kind'];
  fields: FieldChange[];
}

/** Kept by the system along with what a person changed. */
const byproducts = new Set(['endMoves', 'moves', 'phaseSince', 'publishedAt', 'origin']);

/** Puts the changes of a page under their days in Europe/Berlin, in the given order. */
export function byDay(changes: readonly Change[]): { day: string; changes: Change[] }[] {
  const days: { day: string; changes: Change[] }[] = [];
  for (const change of changes) {
    const day = dayOf(change.at);
    const last = days.at(-1);
    if (last?.day === day) last.changes.push(change);
    else days.push({ day, changes: [change] });
  }
  return days;
}

/**
 * Puts the fields of a change under their records; what repeats the label or the reason of the whole change, or says
 * nothing, is left out.
 */
export function byRecord(changes: readonly FieldChange[], reason: string | null = null): RecordChange[] {
  const records = new Map<string, RecordChange>();
  for (const change of changes) {
    const key = `${change.record} ${change.recordId}`;
    const { record, label, kind } = change;
    const group = records.get(key) ?? { key, record, label, kind, fields: [] };
    records.set(key, group);
    if (isTelling(change) && !repeats(change, reason)) group.fields.push(change);
  }
  return [...records.values()].filter(
    ({ record, kind, fields }) => record !== 'project' || kind !== 'changed' || fields.length > 0,
  );
}

function repeats({ field, after }: FieldChange, reason: string | null): boolean {
  return reason !== null && /reason$/i.test(field) && after === reason;
}

function isTelling({ field, kind, label, before, after }: FieldChange): boolean {
  if (byproducts.has(field)) return false;
  if (kind === 'changed') return true;
  const value = before ?? after;
  return value !== false && JSON.stringify(value) !== JSON.stringify(label);
}
