import { Readable } from 'node:stream';
import {
  type ComparedValue,
  type FieldChange,
  GERMAN_FIELDS,
  GERMAN_KINDS,
  type ProjectDifference,
} from '../../comparison/index.js';
import { csvSheet } from '../../platform/documents/index.js';

const CENTS_PER_EURO = 100;

/** What stands behind a name where the cells are bare numbers. */
const UNITS: Partial<Record<FieldChange['unit'], string>> = { cents: ' (€)', percent: ' (%)' };

const COLUMNS = [
  { key: 'number', heading: 'Nummer' },
  { key: 'title', heading: 'Titel' },
  { key: 'kinds', heading: 'Was' },
  { key: 'field', heading: 'Feld' },
  { key: 'part', heading: 'Teil' },
  { key: 'before', heading: 'Vorher' },
  { key: 'after', heading: 'Nachher' },
];

/** Writes differences into a sheet, a row per changed field; values of enums are the contract's. */
export function comparisonSheet(differences: readonly ProjectDifference[]): Readable {
  return csvSheet(COLUMNS, Readable.from(rowsOf(differences)), () => undefined);
}

function* rowsOf(differences: readonly ProjectDifference[]): Generator<unknown[], void> {
  for (const { project, kinds, changes } of differences) {
    const happened = kinds.map((kind) => GERMAN_KINDS[kind]).join(', ');
    for (const change of changes) {
      yield [
        project.number,
        project.title,
        happened,
        `${GERMAN_FIELDS[change.field]}${UNITS[change.unit] ?? ''}`,
        change.part?.title.de ?? null,
        cellOf(change, change.before),
        cellOf(change, change.after),
      ];
    }
  }
}

function cellOf({ unit }: FieldChange, value: ComparedValue): ComparedValue {
  return unit === 'cents' && typeof value === 'number' ? value / CENTS_PER_EURO : value;
}
