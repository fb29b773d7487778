import { commonPasswords } from './common-passwords.js';
import { faultsOfPassword } from './password.rules.js';

const guessable = {
  login: 'e.musterfrau@stadt.example',
  displayName: 'Erika Müller-Lüdenscheidt',
  city: 'Karlsruhe',
};

describe('a new password', () => {
  let common: ReadonlySet<string>;
  beforeAll(async () => {
    common = await commonPasswords();
  });
  const codesOf = (password: string): string[] =>
    faultsOfPassword(password, {
      guessable,
      isCommon: (word) => common.has(word),
      pointer: '/password',
    }).map(({ code }) => code);

  it.each([
    'Vier Fische lesen Zeitung',
    'korrektpferdbatterie',
    'мойдлинныйпароль',
    '长密码没有人能猜到它的内容吗',
    'x7Kq-93mz-PpLw',
    'Karlsruhe hat blaue Elefanten',
    '👩‍💻 tippt gern nachts Texte',
  ])('may be %s', (password) => {
    expect(codesOf(password)).toEqual([]);
  });

  it('is counted in characters, not in bytes or code units', () => {
    expect(codesOf('🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔')).toEqual(['password-too-short']);
    expect(codesOf('🐢'.repeat(129))).toEqual(['password-too-long']);
    expect(codesOf(`Langer Satz ${'wörtlich '.repeat(12)}`)).toEqual([]);
  });

  it.each([
    'qwertzuiop123',
    'Sonnenschein1',
    'SOMMER2026!!!!',
    '2026-Passwort-2026',
    'passwortpasswort',
    'Winter_2026_!',
    '1qaz2wsx3edc4rfv',
    'aaaaaaaaaaaaaaa',
    '121212121212',
    'administrator',
    'letmeinletmein',
  ])('may not be %s, which others choose too', (password) => {
    expect(codesOf(password)).toEqual(['password-common']);
  });

  it.each([
    'Karlsruhe-2026!',
    'Digitale Agenda Karlsruhe',
    'ErikaMüller1975',
    'e.musterfrau@stadt',
    'Muller-Ludenscheidt!',
    'DigitalAgenda123456',
  ])('may not be %s, which anybody could guess', (password) => {
    expect(codesOf(password)).toEqual(['password-guessable']);
  });

  it('is compared with more than ten thousand known ones that are long enough to be tried here', () => {
    expect([...common].filter((word) => word.length >= 12).length).toBeGreaterThan(10_000);
  });
});
