import { KeptAnswers } from './kept-answers.js';

interface Answer {
  rev: number;
  text: string;
}

const never = (): Promise<Answer> => Promise.reject(new Error('nobody should have asked'));

describe('an answer that is kept', () => {
  it('is given for exactly its revision', () => {
    const kept = new KeptAnswers<Answer>(10);
    kept.put('all', { rev: 5, text: 'five' });
    expect(kept.get('all', 5)?.text).toBe('five');
    expect(kept.get('all', 4)).toBeUndefined();
    expect(kept.get('all', 6)).toBeUndefined();
    expect(kept.get('some', 5)).toBeUndefined();
  });

  it('gives way to a newer one, never to an older one', () => {
    const kept = new KeptAnswers<Answer>(10);
    kept.put('all', { rev: 5, text: 'five' });
    kept.put('all', { rev: 4, text: 'four' });
    expect(kept.newestRev('all')).toBe(5);
    kept.put('all', { rev: 6, text: 'six' });
    expect(kept.get('all', 6)?.text).toBe('six');
  });

  it('goes when it was not asked for the longest', () => {
    const kept = new KeptAnswers<Answer>(2);
    kept.put('a', { rev: 1, text: '' });
    kept.put('b', { rev: 1, text: '' });
    kept.get('a', 1);
    kept.put('c', { rev: 1, text: '' });
    expect([kept.newestRev('a'), kept.newestRev('b'), kept.newestRev('c')]).toEqual([1, undefined, 1]);
  });

  it('is found once for all who ask for the same meanwhile', async () => {
    const kept = new KeptAnswers<Answer>(10);
    let found = 0;
    const find = async (): Promise<Answer> => {
      found += 1;
      await Promise.resolve();
      return { rev: 7, text: 'seven' };
    };
    const answers = await Promise.all([1, 2, 3].map(() => kept.getOrFind('all', 7, find)));
    expect(answers.map(({ text }) => text)).toEqual(['seven', 'seven', 'seven']);
    expect(found).toBe(1);
    expect((await kept.getOrFind('all', 7, never)).text).toBe('seven');
  });

  it('is looked for again after it could not be found', async () => {
    const kept = new KeptAnswers<Answer>(10);
    await expect(kept.getOrFind('all', 1, never)).rejects.toThrow();
    expect((await kept.getOrFind('all', 1, () => Promise.resolve({ rev: 1, text: 'one' }))).text).toBe('one');
  });

  it('serves those who saw the newer revision only with what was found since', async () => {
    const kept = new KeptAnswers<Answer>(10);
    const old = kept.getOrFind('all', 1, () => Promise.resolve({ rev: 1, text: 'one' }));
    const young = kept.getOrFind('all', 2, () => Promise.resolve({ rev: 2, text: 'two' }));
    expect([(await old).text, (await young).text]).toEqual(['one', 'two']);
    expect(kept.newestRev('all')).toBe(2);
  });
});
