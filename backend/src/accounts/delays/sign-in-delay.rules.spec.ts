import { delayAfter } from './sign-in-delay.rules.js';

describe('the delay after failures', () => {
  it('is none for three failures of an account, then doubles up to a quarter of an hour', () => {
    const delays = Array.from({ length: 16 }, (_, failures) => delayAfter('account', failures));
    expect(delays).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
  });

  it('never becomes a lock, however often it fails', () => {
    expect(delayAfter('account', 1_000_000)).toBe(900);
  });

  it('begins later for an address, behind which many people may sit', () => {
    expect([delayAfter('address', 20), delayAfter('address', 21), delayAfter('address', 23)]).toEqual([
      0, 1, 4,
    ]);
  });
});
