import { ProblemError } from '../../../api/problem';
import {
  bodyOf,
  draftOf,
  prefilled,
  withDraft,
  worsened,
  worstOf,
  type Report,
  type ReportForm,
} from './report-form';

const project = { expectedEnd: '2027-05-07', progressPercent: 79 };
const last: Report = {
  id: 'r1',
  reportedOn: '2026-11-12',
  publishedAt: '2026-11-12T07:04:01.000000Z',
  lights: { overall: 'amber', schedule: 'amber', cost: 'green', scope: 'green', resources: 'green' },
  overallReason: null,
  progressPercent: 79,
  expectedEnd: '2027-05-07',
  done: 'Welle 2',
  next: 'Welle 3',
  blockers: '',
  helpWanted: null,
  worseReason: 'Lieferverzug',
  wayBack: 'Zweiter Lieferant',
  unchanged: false,
  correctsId: null,
  correctedById: null,
};
const form = (changes: Partial<ReportForm> = {}): ReportForm => ({
  ...prefilled(project, last, null),
  ...changes,
});
const body = (changes: Partial<ReportForm>) => bodyOf(form(changes), { last, endBefore: '2027-05-07' });

function pointersOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.errors.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
}

describe('the form of a report', () => {
  it('is prefilled from the last report, without its reasons for getting worse', () => {
    expect(form()).toMatchObject({
      done: 'Welle 2',
      progressPercent: 79,
      overall: null,
      worseReason: '',
      wayBack: '',
    });
  });

  it('keeps the reasons when that very report is corrected', () => {
    expect(prefilled(project, last, 'r1')).toMatchObject({
      worseReason: 'Lieferverzug',
      reportedOn: '2026-11-12',
    });
  });

  it('is empty before the first report', () => {
    expect(prefilled(project, null, null)).toMatchObject({ lights: { cost: null }, done: '' });
  });

  it('keeps an overall light that was set apart from the worst', () => {
    const apart = {
      ...last,
      lights: { ...last.lights, overall: 'green' as const },
      overallReason: 'gilt nicht mehr',
    };
    expect(prefilled(project, apart, null)).toMatchObject({
      overall: 'green',
      overallReason: 'gilt nicht mehr',
    });
  });

  it('comes back from its draft as it was', () => {
    const typed = form({ done: '', helpWanted: 'Bitte um Mittel', overall: 'red', reportedOn: '2026-11-20' });
    expect(withDraft(form(), draftOf(typed))).toEqual(typed);
  });

  it('leaves out of the draft what the server could not read', () => {
    expect(draftOf(form({ progressPercent: 140, expectedEnd: '' }))).toMatchObject({
      progressPercent: null,
      expectedEnd: null,
    });
  });
});

describe('lights', () => {
  it('the worst of the four is the overall one', () => {
    expect(worstOf({ schedule: 'green', cost: 'red', scope: 'amber', resources: 'green' })).toBe('red');
    expect(worstOf({ schedule: null, cost: null, scope: null, resources: null })).toBeNull();
  });

  it('names what got worse, the overall light included', () => {
    const worse = form({ lights: { ...form().lights, cost: 'red' } });
    expect(worsened(worse, last)).toEqual(['cost', 'overall']);
    expect(worsened(worse, null)).toEqual([]);
    expect(worsened(form({ lights: { ...form().lights, schedule: 'green' } }), last)).toEqual([]);
  });
});

describe('what is published', () => {
  it('leaves the expected end alone unless it was changed here', () => {
    expect(body({})).not.toHaveProperty('expectedEnd');
    expect(body({ expectedEnd: '2027-06-01' })).toMatchObject({ expectedEnd: '2027-06-01' });
  });

  it('sends reasons only where a light got worse', () => {
    expect(body({ worseReason: 'stehen geblieben' })).toMatchObject({ worseReason: null, wayBack: null });
    const worse = {
      lights: { ...form().lights, cost: 'amber' as const },
      worseReason: ' Preise ',
      wayBack: 'Neu',
    };
    expect(body(worse)).toMatchObject({ worseReason: 'Preise', wayBack: 'Neu' });
  });

  it('sends an overall light only where it differs from the worst', () => {
    expect(body({ overall: 'amber' }).lights).not.toHaveProperty('overall');
    expect(body({ overall: 'green', overallReason: 'x' })).toMatchObject({
      lights: { overall: 'green' },
      overallReason: 'x',
    });
  });

  it('names every light that is missing, and the progress', () => {
    const empty = prefilled({ expectedEnd: null, progressPercent: null }, null, null);
    expect(pointersOf(() => bodyOf(empty, { last: null, endBefore: '' }))).toEqual([
      '/lights/schedule',
      '/lights/cost',
      '/lights/scope',
      '/lights/resources',
      '/progressPercent',
    ]);
  });
});
