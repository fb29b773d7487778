import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OPERATIONS, SCHEMAS } from '../support/openapi';

/** Rules of domain.md and architecture.md that the contract alone can break. */
const answered = Object.entries(SCHEMAS).flatMap(([name, { properties = {} }]) =>
  Object.keys(properties).map((property) => `${name}.${property}`),
);

describe('the contract', () => {
  it('has no rank numbers and no league table', () => {
    expect(answered.length).toBeGreaterThan(300);
    expect(answered.filter((property) => /\.(rank|ranking|place|position)/i.test(property))).toEqual([
      // The order of the check grid and of the action fields, as the strategy has it.
      'DesignPrincipleDto.position',
      'ActionFieldDto.position',
      // The order in which an agenda names its projects.
      'AgendaEntryDto.position',
      'PrincipleAssessmentDto.position',
      // Where a session is held.
      'ReviewSessionDto.place',
      'CreateReviewSessionDto.place',
      'SingleReviewSessionDto.place',
      'EditReviewSessionDto.place',
      // The order in which a session takes its items.
      'ReviewItemDto.position',
      'DossierSessionDto.place',
      'DossierItemDto.position',
      'NextSessionDto.place',
    ]);
  });

  it('is written from one class for each name: of two, one would silently describe both', () => {
    const source = path.resolve(import.meta.dirname, '../../backend/src');
    const names = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.dto.ts'))
      .flatMap((file) => [...readFileSync(path.join(source, file), 'utf8').matchAll(/^export class (\w+)/gm)])
      .map(([, name]) => name);
    expect(names.length).toBeGreaterThan(200);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('says of people their name, office and role, and measures nobody', () => {
    const ofPeople = answered.filter((property) =>
      /^(Person|ProjectPerson|SessionPerson)Dto\./.test(property),
    );
    expect(ofPeople.sort()).toEqual([
      'PersonDto.displayName',
      'PersonDto.id',
      'PersonDto.office',
      'PersonDto.roles',
      'ProjectPersonDto.displayName',
      'ProjectPersonDto.function',
      'ProjectPersonDto.personId',
      'SessionPersonDto.displayName',
      'SessionPersonDto.id',
      'SessionPersonDto.isSecretary',
      'SessionPersonDto.office',
      'SessionPersonDto.permissions',
      'SessionPersonDto.roles',
    ]);
  });

  it('lets every read be asked as of a moment, but for what keeps no history', () => {
    const timeless = OPERATIONS.filter(
      ({ method, parameters }) => method === 'GET' && !parameters.some(({ name }) => name === 'asOf'),
    ).map(({ path }) => path.replace('/api/v1', ''));
    const known = [
      '/session',
      '/session/oidc',
      '/session/oidc/callback',
      '/me',
      '/me/sessions',
      '/people',
      '/users',
      '/users/{id}',
      '/api-tokens',
      '/api-tokens/grantable',
      // The log is the history itself.
      '/changes',
      '/projects/{ref}/status-reports/draft',
      '/review-sessions/{id}/live',
      '/review-sessions/{id}/live/position',
      '/me/work',
      '/projects/{ref}/watch',
      // Names its two moments itself.
      '/portfolio/compare',
      '/finance/changes',
      '/me/notices',
      '/me/calendar-feeds',
      '/calendar/{secret}',
      '/ledger-imports',
      '/ledger-imports/{id}',
      '/ledger-imports/{id}/changes',
      '/ledger-imports/{id}/rows',
      '/ledger-sources',
    ];
    expect(timeless.toSorted()).toEqual(known.toSorted());
  });

  it('lets no change be made as of a moment', () => {
    expect(
      OPERATIONS.filter(
        ({ method, parameters }) => method !== 'GET' && parameters.some(({ name }) => name === 'asOf'),
      ),
    ).toEqual([]);
  });
});
