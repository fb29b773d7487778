import type { CatalogueOffice } from '../catalogue.js';
import { FIELD_KEYS, QUALITIES, THINGS, UNDERTAKINGS } from './words.js';

/** What a synthetic project is about. */
export interface Subject {
  readonly title: string;
  readonly fieldKey: string;
  readonly office: CatalogueOffice;
  /** 'die Einführung der digitalen Terminvergabe' without the article, for use in sentences. */
  readonly undertaking: string;
}

const THINGS_PER_FIELD = 14;
/** Coprime to every number of combinations that matters, so that neighbours differ in everything. */
const STRIDE = 1_000_003;

/** How many distinct titles there are for so many offices. */
export function countOfSubjects(offices: number): number {
  return UNDERTAKINGS.length * QUALITIES.length * FIELD_KEYS.length * THINGS_PER_FIELD * offices;
}

/** The subject with an ordinal; distinct for every ordinal below `countOfSubjects`. @throws RangeError beyond that, or without offices */
export function subjectOf(ordinal: number, offices: readonly CatalogueOffice[]): Subject {
  const count = countOfSubjects(offices.length);
  if (ordinal >= count) throw new RangeError(`only ${count} distinct titles for ${offices.length} offices`);
  let rest = Number((BigInt(ordinal) * BigInt(STRIDE)) % BigInt(count));
  const take = <Item>(items: readonly Item[]): Item => {
    const item = items[rest % items.length];
    rest = Math.floor(rest / items.length);
    if (item === undefined) throw new RangeError('no words');
    return item;
  };
  const office = take(offices);
  const fieldKey = take(FIELD_KEYS);
  const undertaking = take(UNDERTAKINGS);
  const [article, noun] = take(THINGS[fieldKey] ?? []);
  const words = `${undertaking} ${article} ${take(QUALITIES)} ${noun}`;
  return { title: `${words} (${office.shortName})`, fieldKey, office, undertaking: words };
}
