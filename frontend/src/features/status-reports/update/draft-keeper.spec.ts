import { ProblemError } from '../../../api/problem';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import type { DraftContent } from './report-form';
import { draftStore } from './stored-draft';

const store = draftStore('person', 'project');
const offline = () => new ProblemError({ status: 0, code: 'client.offline' });

function keeperOf(put: (content: DraftContent) => Promise<unknown>): DraftKeeper {
  return createDraftKeeper({
    put,
    remove: () => Promise.resolve(),
    store,
    savedAt: null,
    pauseMs: 10,
    retryMs: 100,
  });
}

/** Calls that wait to be answered by the test. */
function slowServer() {
  const calls: { content: DraftContent; answer: () => void; fail: (error: Error) => void }[] = [];
  const put = (content: DraftContent) =>
    new Promise<void>((resolve, reject) => calls.push({ content, answer: resolve, fail: reject }));
  return { calls, put };
}

beforeEach(() => {
  jest.useFakeTimers();
  store.clear();
});
afterEach(() => jest.useRealTimers());

describe('a draft', () => {
  it('is on this device at once and on the server after a pause', async () => {
    const { calls, put } = slowServer();
    const keeper = keeperOf(put);
    keeper.touch({ done: 'a' });
    keeper.touch({ done: 'ab' });
    expect(store.read()?.content).toEqual({ done: 'ab' });
    expect(calls).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(10);
    expect(calls.map(({ content }) => content)).toEqual([{ done: 'ab' }]);
    calls[0]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(keeper.state.value.kind).toBe('saved');
    expect(store.read()).toBeNull();
  });

  it('is saved one at a time, the newest last', async () => {
    const { calls, put } = slowServer();
    const keeper = keeperOf(put);
    keeper.touch({ done: 'a' });
    await jest.advanceTimersByTimeAsync(10);
    keeper.touch({ done: 'ab' });
    await jest.advanceTimersByTimeAsync(10);
    expect(calls).toHaveLength(1);
    calls[0]?.answer();
    await jest.advanceTimersByTimeAsync(0);
    expect(store.read()?.content).toEqual({ done: 'ab' });
    expect(calls[1]?.content).toEqual({ done: 'ab' });
    expect(keeper.state.value.kind).toBe('typing');
  });

  it('stays on this device without a connection and is sent when there is one', async () => {
    let isOnline = false;
    const put = jest.fn(() => (isOnline ? Promise.resolve() : Promise.reject(offline())));
    const keeper = keeperOf(put);
    keeper.touch({ done: 'unterwegs' });
    await jest.advanceTimersByTimeAsync(10);
    expect(keeper.state.value.kind).toBe('kept');
    expect(store.read()?.content).toEqual({ done: 'unterwegs' });
    isOnline = true;
    await jest.advanceTimersByTimeAsync(100);
    expect(keeper.state.value.kind).toBe('saved');
    expect(store.read()).toBeNull();
  });

  it('is not sent again and again when the server does not take it', async () => {
    const put = jest.fn(() => Promise.reject(new ProblemError({ status: 400, code: 'malformed' })));
    const keeper = keeperOf(put);
    keeper.touch({ expectedEnd: 'bald' });
    await jest.advanceTimersByTimeAsync(1000);
    expect(put).toHaveBeenCalledTimes(1);
    expect(keeper.state.value.kind).toBe('refused');
    expect(store.read()).not.toBeNull();
  });

  it('does not come after its own publication', async () => {
    const { calls, put } = slowServer();
    const keeper = keeperOf(put);
    keeper.touch({ done: 'a' });
    await jest.advanceTimersByTimeAsync(10);
    keeper.touch({ done: 'ab' });
    let isHalted = false;
    void keeper.halt().then(() => {
      isHalted = true;
    });
    await jest.advanceTimersByTimeAsync(0);
    expect(isHalted).toBe(false);
    calls[0]?.answer();
    await jest.advanceTimersByTimeAsync(1000);
    expect(isHalted).toBe(true);
    expect(calls).toHaveLength(1);
  });

  it('leaves newer text of this device alone that another form has put there', async () => {
    const { calls, put } = slowServer();
    const keeper = keeperOf(put);
    keeper.touch({ done: 'alt' });
    await jest.advanceTimersByTimeAsync(10);
    keeper.stop();
    store.write({ done: 'neu' });
    calls[0]?.answer();
    await jest.advanceTimersByTimeAsync(1000);
    expect(store.read()?.content).toEqual({ done: 'neu' });
    expect(calls).toHaveLength(1);
  });
});
