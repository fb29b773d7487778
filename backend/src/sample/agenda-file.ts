import { parse } from 'csv-parse/sync';

import type { AgendaFileEntry } from './catalogue.js';

/** Reads the text of `data/karlsruhe/agenda-2022.csv`. Fields with several values separate them by a semicolon. */
export function parseAgenda(text: string): AgendaFileEntry[] {
  const records: Record<string, string>[] = parse(text, { columns: true, bom: true, skip_empty_lines: true });
  return records.map((record) => ({
    number: Number(record['number']),
    actionFieldKey: record['action_field_key'] ?? '',
    title: record['title'] ?? '',
    supportedGoalKeys: several(record['supported_goal_keys']),
    supportedGoalTexts: several(record['supported_goal_texts']),
  }));
}

function several(value: string | undefined): string[] {
  return (value ?? '').split(';').filter((part) => part !== '');
}
