import { ProblemError } from '../../../api/problem';
import type { Grid } from '../grid';
import { createGridEntry, type GridServer } from './grid-entry';
import { draftOf, scoreBody, type ScoreDraft } from './score-draft';

const KEYS = ['openness', 'efficiency'];
const changed = new ProblemError({ status: 412, code: 'changed-meanwhile' });

/** A server that keeps one grid and its version, as the real one does. */
function aServer({ away = false } = {}) {
  const held = new Map<string, ScoreDraft>();
  const server = { version: 1, away, given: [] as string[], underway: 0, most: 0, beforeGive: () => {} };

  const gridNow = (): Grid =>
    ({
      version: server.version,
      principles: KEYS.map((key) => {
        const draft = held.get(key);
        return { key, self: draft === undefined ? null : { ...scoreBody(draft), givenOn: '2026-11-23' } };
      }),
    }) as unknown as Grid;

  const api: GridServer = {
    load: () => Promise.resolve(gridNow()),
    give: async (key, draft, version) => {
      server.underway += 1;
      server.most = Math.max(server.most, server.underway);
      await Promise.resolve();
      server.beforeGive();
      server.underway -= 1;
      if (server.away) throw new ProblemError({ status: 0, code: 'client.offline' });
      if (version !== server.version) throw changed;
      held.set(key, draft);
      server.given.push(`${key} ${draft.choice ?? ''}`);
      server.version += 1;
      return server.version;
    },
    withdraw: (key) => {
      held.delete(key);
      server.version += 1;
      return Promise.resolve(server.version);
    },
  };
  const byOthers = (key: string, draft: ScoreDraft): void => {
    held.set(key, draft);
    server.version += 1;
  };
  return { server, api, held, gridNow, byOthers };
}

function anEntry(options?: { away?: boolean }) {
  const there = aServer(options);
  const entry = createGridEntry('self', there.api);
  entry.adopt(there.gridNow());
  const card = (key: string) => {
    const found = entry.card(key);
    if (found === undefined) throw new Error(`no card ${key}`);
    return found;
  };
  return { ...there, entry, card, stateOf: (key: string) => entry.stateOf(card(key)) };
}

describe('giving scores', () => {
  it('waits for the reason', async () => {
    const { entry, server, stateOf } = anEntry();
    entry.change('openness', { choice: '3' });
    await entry.flush();
    expect(stateOf('openness')).toBe('incomplete');
    expect(server.given).toEqual([]);
  });

  it('sends one after the other, each with the version of the answer before', async () => {
    const { entry, server, stateOf } = anEntry();
    entry.change('openness', { choice: '3', reason: 'open' });
    entry.change('efficiency', { choice: 'n', reason: 'not meant' });
    await Promise.all([entry.flush(), entry.flush()]);
    expect(server.given).toEqual(['openness 3', 'efficiency n']);
    expect(server.most).toBe(1);
    expect([stateOf('openness'), stateOf('efficiency')]).toEqual(['saved', 'saved']);
  });

  it('sends what was typed while the last save was on its way', async () => {
    const { entry, server, held } = anEntry();
    entry.change('openness', { choice: '3', reason: 'open' });
    server.beforeGive = () => {
      server.beforeGive = () => {};
      entry.change('openness', { choice: '4' });
    };
    await entry.flush();
    expect(held.get('openness')?.choice).toBe('4');
  });

  it('goes on when another part of the project was changed meanwhile', async () => {
    const { entry, server, stateOf } = anEntry();
    server.version = 9;
    entry.change('openness', { choice: '3', reason: 'open' });
    await entry.flush();
    expect(stateOf('openness')).toBe('saved');
  });

  it('keeps the text when the server is away, and saves it later', async () => {
    const { entry, server, card, stateOf } = anEntry({ away: true });
    entry.change('openness', { choice: '3', reason: 'open' });
    await entry.flush();
    expect(stateOf('openness')).toBe('failed');
    expect(card('openness').draft.reason).toBe('open');
    server.away = false;
    entry.change('openness', {});
    await entry.flush();
    expect(stateOf('openness')).toBe('saved');
  });
});

describe('a score that somebody else gave meanwhile', () => {
  async function aConflict() {
    const all = anEntry();
    all.byOthers('openness', { choice: '1', reason: 'theirs', evidenceUrl: '' });
    all.entry.change('openness', { choice: '3', reason: 'mine' });
    await all.entry.flush();
    return all;
  }

  it('is shown beside what was typed, and neither is lost', async () => {
    const { stateOf, card, held } = await aConflict();
    expect(stateOf('openness')).toBe('conflict');
    expect(card('openness').draft.reason).toBe('mine');
    expect(card('openness').theirs?.reason).toBe('theirs');
    expect(held.get('openness')?.reason).toBe('theirs');
  });

  it('gives way when the person says so', async () => {
    const { entry, held, stateOf } = await aConflict();
    await entry.settle('openness', 'mine');
    expect(held.get('openness')?.reason).toBe('mine');
    expect(stateOf('openness')).toBe('saved');
  });

  it('stays when the person takes it', async () => {
    const { entry, held, card } = await aConflict();
    await entry.settle('openness', 'theirs');
    expect(held.get('openness')?.reason).toBe('theirs');
    expect(card('openness').draft).toEqual(
      draftOf({ ...card('openness').saved, score: 1, notApplicable: false, evidenceUrl: null, givenOn: '' }),
    );
  });

  it('is taken over where nothing was typed', () => {
    const { entry, byOthers, gridNow, card } = anEntry();
    byOthers('efficiency', { choice: '2', reason: 'theirs', evidenceUrl: '' });
    entry.adopt(gridNow());
    expect(card('efficiency').draft.choice).toBe('2');
  });
});
