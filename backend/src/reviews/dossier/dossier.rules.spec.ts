import { conflicts, toldApart, voicesDiffer } from './dossier.rules.js';

describe('the two voices in a dossier', () => {
  it('are in conflict with a principle when one of them says 0', () => {
    expect(conflicts({ self: '0', review: null })).toBe(true);
    expect(conflicts({ self: '4', review: '0' })).toBe(true);
    expect(conflicts({ self: null, review: 'not-applicable' })).toBe(false);
  });

  it('differ from two levels on, and never where one says nothing or that it does not apply', () => {
    expect(voicesDiffer({ self: '1', review: '3' })).toBe(true);
    expect(voicesDiffer({ self: '1', review: '2' })).toBe(false);
    expect(voicesDiffer({ self: 'not-applicable', review: '3' })).toBe(false);
    expect(voicesDiffer({ self: null, review: '3' })).toBe(false);
  });
});

describe('what changed since the session before', () => {
  const project = { id: 'p', number: 'DA-2026-001', title: 'Bürgerportal' };

  it('is told by its names, and counted where it has none', () => {
    expect(
      toldApart([
        { project, kinds: ['slipped', 'changed'] },
        { project, kinds: ['changed'] },
      ]),
    ).toEqual({ told: [{ project, kinds: ['slipped'] }], others: 1 });
  });
});
