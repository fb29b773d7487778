import type { Fault } from '../../platform/index.js';

/** NIST SP 800-63B-4, 3.1.1.2: length instead of composition, and a list of what is known to be chosen. */
const SHORTEST = 12;
const LONGEST = 128;
const FEWEST_DIFFERENT = 5;
/** So many characters must be left when the words are gone that anybody could guess. */
const FEWEST_UNGUESSABLE = 8;
const SHORTEST_WORD = 3;

const PRODUCT_WORDS = ['digitale', 'digital', 'agenda', 'passwort', 'password'];

/** What can be known about the person without knowing the person. */
export interface Guessable {
  login: string;
  displayName: string;
  /** Name of the city; null before a strategy is loaded. */
  city: string | null;
}

/** What is wrong with a new password; `pointer` is where it stands in the request. */
export function faultsOfPassword(
  password: string,
  {
    guessable,
    isCommon,
    pointer,
  }: { guessable: Guessable; isCommon: (word: string) => boolean; pointer: string },
): Fault[] {
  const length = [...password].length;
  if (length < SHORTEST) return [{ pointer, code: 'password-too-short', params: { min: SHORTEST } }];
  if (length > LONGEST) return [{ pointer, code: 'password-too-long', params: { max: LONGEST } }];
  if (isWellKnown(password.toLowerCase(), isCommon)) return [{ pointer, code: 'password-common' }];
  if (unguessableIn(password, guessable) < FEWEST_UNGUESSABLE)
    return [{ pointer, code: 'password-guessable' }];
  return [];
}

/** In the list as it stands, or what is left of it without digits and signs around it, or of one part said again and again. */
function isWellKnown(password: string, isCommon: (word: string) => boolean): boolean {
  if (new Set(password).size < FEWEST_DIFFERENT) return true;
  const part = repeatedPart(password);
  return [password, coreOf(password), part, coreOf(part)].some((word) => word !== '' && isCommon(word));
}

function coreOf(password: string): string {
  return password.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

/** `abcabcabc` is no more than `abc`. */
function repeatedPart(password: string): string {
  const at = (password + password).indexOf(password, 1);
  return password.slice(0, at);
}

/** Letters and digits that remain when login, name, city, product and a year at the end are taken out. */
function unguessableIn(password: string, { login, displayName, city }: Guessable): number {
  const words = [login, displayName, city ?? '', ...PRODUCT_WORDS]
    .flatMap((text) => fold(text).split(/[^\p{L}\d]+/u))
    .filter((word) => word.length >= SHORTEST_WORD)
    .sort((one, other) => other.length - one.length);
  const bare = words.reduce(
    (rest, word) => rest.replaceAll(word, ' '),
    fold(password).replace(/\d+[^\p{L}\d]*$/u, ''),
  );
  return bare.replaceAll(/[^\p{L}\d]/gu, '').length;
}

/** Lower case without accents, so that Müller is found in muller. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
}
