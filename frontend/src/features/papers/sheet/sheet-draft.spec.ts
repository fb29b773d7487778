import type { SheetValues } from '../papers';
import { differingFields, entriesOf, mergeEntries, valuesWith, withEntry, withoutEntry } from './sheet-draft';
import { SHEET_FIELDS } from './sheet-fields';

const open = Object.fromEntries(SHEET_FIELDS.map((field) => [field, null])) as unknown as SheetValues;
const fromProjects: SheetValues = { ...open, financing: 'full', co2Reason: 'Weniger Papier' };

describe('what is entered on a cover sheet', () => {
  it('is read from the fields that were entered, also those left open by hand', () => {
    const values = { ...fromProjects, co2Reason: null, iqRelevant: true };
    expect(entriesOf({ values, entered: ['co2Reason', 'iqRelevant'] })).toEqual({
      co2Reason: null,
      iqRelevant: true,
    });
  });

  it('stands against what the projects say', () => {
    expect(valuesWith(fromProjects, { financing: 'partial' })).toEqual({
      ...fromProjects,
      financing: 'partial',
    });
  });

  it('is not kept where it says what the projects say', () => {
    const entered = withEntry({}, { field: 'financing', value: 'none', fromProjects });
    expect(entered).toEqual({ financing: 'none' });
    expect(withEntry(entered, { field: 'financing', value: 'full', fromProjects })).toEqual({});
  });

  it('leaves a field open when its text is deleted', () => {
    expect(withEntry({}, { field: 'co2Reason', value: ' ', fromProjects })).toEqual({ co2Reason: null });
    expect(withEntry({}, { field: 'corridorTheme', value: '', fromProjects })).toEqual({});
  });

  it('can be given up for one field', () => {
    expect(withoutEntry({ iqRelevant: true, financing: null }, 'financing')).toEqual({ iqRelevant: true });
  });

  it('differs when a field is left open by hand or filled from the projects', () => {
    expect(differingFields({ financing: null }, {})).toEqual(['financing']);
  });
});

describe('entries that were changed on both sides', () => {
  const base = { iqRelevant: true, financing: 'full' } as const;

  it('keep what was typed here, and take what only the other side changed', () => {
    const merged = mergeEntries({
      base,
      mine: { iqRelevant: false, financing: 'full' },
      theirs: { iqRelevant: true, financing: 'none', corridorTheme: 'Moderne Verwaltung' },
    });
    expect(merged).toEqual({
      entries: { iqRelevant: false, financing: 'none', corridorTheme: 'Moderne Verwaltung' },
      arrivals: [
        { field: 'financing', theirs: 'none', isConflict: false },
        { field: 'corridorTheme', theirs: 'Moderne Verwaltung', isConflict: false },
      ],
    });
  });

  it('are a conflict where both sides changed the same field to different values', () => {
    const merged = mergeEntries({
      base,
      mine: { ...base, financing: 'partial' },
      theirs: { iqRelevant: true },
    });
    expect(merged.entries).toEqual({ iqRelevant: true, financing: 'partial' });
    expect(merged.arrivals).toEqual([{ field: 'financing', theirs: undefined, isConflict: true }]);
  });

  it('are no news where both sides say the same', () => {
    const same = { ...base, financing: 'none' } as const;
    expect(mergeEntries({ base, mine: same, theirs: same })).toEqual({ entries: same, arrivals: [] });
  });
});
