import { declaredRoutes } from '../../backend/src/platform/auth/route-check';
import { ASKERS, parseRights, readRightsFile, type Right, rightsText } from '../support/rights/rights-file';
import { expectedOf, RightsWalk } from '../support/rights/walk';

const { rights, unbuilt } = readRightsFile();
const addresses = rights.flatMap((right) => right.addresses.map((address) => ({ address, right })));

describe('docs/rights.md', () => {
  it('has no right without an address, nor one that nobody has', () => {
    const idle = rights.filter((right) => right.addresses.length === 0).map(({ name }) => name);
    const forNobody = rights.filter(({ cells }) => ASKERS.every((asker) => cells[asker] === '–'));
    expect({ idle, forNobody }).toEqual({ idle: [], forNobody: [] });
    expect(unbuilt.length).toBeGreaterThan(0);
  });

  it.each<[string, string, string]>([
    ['a cell that means nothing', '| Bedarf planen |', '| Bedarf planen | vielleicht'],
    ['a row that is too short', '| Bedarf planen |', '| Bedarf planen | – |\n| Neues |'],
    ['a row that stands twice', '| Bedarf planen ', '| Gegenprüfung abgeben '],
    ['another column', '| Finanzen |', '| Kasse |'],
    ['an address that stands twice', '- `GET /budgets`', '- `GET /org-units`'],
    ['an address without words', '- `GET /budgets` Haushalte der Stadt', '- `GET /budgets`'],
    ['an address that is none', '- `GET /budgets`', '- GET /budgets'],
    ['addresses of a right that is no row', '### Bedarf planen', '### Bedarf schätzen'],
    ['no table of rights', '## Rechte', '## Andere Rechte'],
  ])('is refused with %s', (_, said, instead) => {
    const text = rightsText().replace(/ +\|/g, ' |');
    expect(text).toContain(said);
    expect(() => parseRights(text)).not.toThrow();
    expect(() => parseRights(text.replace(said, instead))).toThrow();
  });
});

describe('what the API lets pass', () => {
  let walk: RightsWalk;
  beforeAll(async () => {
    walk = await RightsWalk.start();
  });
  afterAll(() => walk.stop());

  it('is said of every route, and of nothing else', () => {
    const declared = declaredRoutes(walk.api.app).map(({ method, path }) => `${method} ${path}`);
    const said = new Set(addresses.map(({ address }) => address));
    const server = walk.api.app.getHttpAdapter().getInstance();
    const missing = declared
      .filter((address) => !said.has(address))
      .map(
        (address) =>
          `${address} is missing in docs/rights.md: add "- \`${address}\` <what it does, in German>" under the right ` +
          'that it needs; a new right is a row of "Rechte" and a heading in "Welche Adresse braucht welches Recht".',
      );
    const surplus = [...said]
      .filter((address) => !declared.includes(address))
      .filter((address) => !server.hasRoute({ method: 'GET', url: address.replace('GET ', '') }))
      .map((address) => `${address} stands in docs/rights.md, but the API does not have it.`);
    expect([...missing, ...surplus]).toEqual([]);
  });

  /** Where the answers of an address are not those that the right lets expect. */
  async function differences(address: string, right: Right): Promise<string[]> {
    const found = walk.questionsOf(address).map(async (question) => {
      const expected = expectedOf(right.cells[question.asker], question.scope);
      const outcome = await walk.ask(address, question);
      const where = question.scope === null ? '' : ` on ${question.scope}`;
      return outcome === expected
        ? []
        : [`${question.asker}${where}: "${right.name}" says ${expected}, the API ${outcome}`];
    });
    return (await Promise.all(found)).flat();
  }

  it.each(addresses)('is what the file says of $address', async ({ address, right }) => {
    expect(await differences(address, right)).toEqual([]);
  });

  it('is told from what a changed cell says', async () => {
    const need = rights.find(({ name }) => name === 'Bedarf planen') as Right;
    const cells = { ...need.cells, employee: 'eigene', 'project-lead': 'alle' } as const;
    expect(await differences('POST /projects/{ref}/needs', { ...need, cells })).toEqual([
      expect.stringMatching(
        /^employee on a project that the person leads: .* says admitted, the API refused$/,
      ),
      expect.stringMatching(/^employee on a project in which the person is a deputy/),
      expect.stringMatching(/^employee on a project of somebody for whom the person stands in/),
      expect.stringMatching(/^project-lead on a project of the own office/),
      expect.stringMatching(/^project-lead on a project of a unit below the own office/),
      expect.stringMatching(/^project-lead on a project of another office/),
    ]);
  });
});
