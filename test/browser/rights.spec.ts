import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser';
import { openView } from '../support/browser-view';
import { fullProject, projectViews } from '../support/browser-views';
import { wordsOf } from '../support/browser-words';
import { type Asker, ASKERS, readRightsFile } from '../support/rights/rights-file';
import type { Scope } from '../support/rights/scoped-projects';
import { expectedOf } from '../support/rights/walk';

const t = wordsOf('de');
const { rights } = readRightsFile();
const named = (key: string): RegExp => new RegExp(`· ${t(key)}$`);
const within = (key: string): RegExp => new RegExp(`^${t(key)} · `);
/** Adding to the rows of a section, changing and removing them; finance checks the same rows. */
const rowsOf = (section: string): RegExp => {
  const words = [`${section}.add`, 'budget.edit.editRow', 'budget.edit.removeRow'].map((key) =>
    t(key, { what: '' }),
  );
  return new RegExp(`^${t(`${section}.title`)} · (${words.join('|')})`);
};

/** How the interface offers what a right allows: the section and the words of a button, or where a link leads. */
const OFFERS: Record<string, RegExp[]> = {
  'Projekte anlegen': [/^\/projects\/new$/],
  'Projekte bearbeiten': [
    /^\/projects\/[\w-]+\/edit(#|$)/,
    named('projects.head.changePhase'),
    named('projects.handover.button'),
    within('projects.milestones.title'),
    within('projects.risks.title'),
  ],
  'Statusberichte veröffentlichen': [/\/status-update(\?|$)/],
  'Selbsteinschätzung abgeben': [/\/assessment\/self$/],
  'Gegenprüfung abgeben': [/\/assessment\/review$/],
  'Bedarf planen': [
    ...['budget.needs', 'budget.counter', 'budget.followUp', 'budget.grants'].map(rowsOf),
    /^\/projects\/[\w-]+\/needs(\?|$)/,
  ],
  'Budgetpositionen führen': [
    rowsOf('budget.lines'),
    /^\/projects\/[\w-]+\/budget-lines(\?|$)/,
    rowsOf('budget.gaps'),
    rowsOf('budget.authorisations'),
    new RegExp(` · ${t('budget.confirmed.start')}`),
    named('budget.reported.checkAll'),
    new RegExp(` · ${t('budget.reported.check', { what: '' })}`),
  ],
  // The head leads to the first of the pages about money.
  'Finanzen des Portfolios auswerten': [/^\/finance$/],
  'Sitzungen der IT-Kommission lesen': [/^\/reviews(\/\d+)?$/],
  'Vorlagen führen': [within('papers.title')],
  'Projekte veröffentlichen': [within('publication.office.title')],
  'Personen und Rollen verwalten': [/^\/admin\/people$/],
};
/** Opens what another right offers, or belongs to everybody. */
const HARMLESS = [named('projects.head.score'), new RegExp(`· ${t('app.account.title')}: `)];
/** Rights that everybody has who is signed in, or that show in what the API answers rather than in a button. */
const NOT_OFFERED = new Set([
  'An- und abmelden',
  'Eigenes Konto verwalten',
  'Betriebszustand abfragen',
  'Strategie und Agenda lesen',
  'Interne Verzeichnisse lesen',
  'Interne Projekte lesen',
  // Within the form of a project.
  'Personen nachschlagen',
  'Projekte in eine Agenda nehmen',
  'Veröffentlichte Projekte lesen',
  // Within the administration, whose first page stands for all of it.
  'Zugangsschlüssel für Maschinen verwalten',
  'Organisationseinheiten verwalten',
  'Einstellungen ändern',
  'Alle Änderungen einsehen',
  // Within the pages about money.
  'Buchungsdaten einlesen',
  'Szenarien lesen',
  'Szenarien führen',
  // Has an address of its own, for a calendar program.
  'Abonnierte Kalender lesen',
  // Beside the pages of a project.
  'Sitzungen vorbereiten, Beschlüsse festhalten',
  'Nachweise zu Auflagen vorlegen',
  // On the start page and on pages of its own.
  'Statusberichte anfordern',
]);

/** Addresses of forms, the right that each needs, and what is said to those without it. */
const FORMS = [
  { path: '/projects/new', right: 'Projekte anlegen', says: t('projects.form.mayNot') },
  { path: `/projects/${fullProject}/edit`, right: 'Projekte bearbeiten', says: t('projects.form.mayNot') },
  {
    path: `/projects/${fullProject}/status-update`,
    right: 'Statusberichte veröffentlichen',
    says: t('statusReports.update.forbidden.title'),
  },
  {
    path: `/projects/${fullProject}/assessment/self`,
    right: 'Selbsteinschätzung abgeben',
    says: t('assessments.entry.notPermitted'),
  },
  {
    path: `/projects/${fullProject}/assessment/review`,
    right: 'Gegenprüfung abgeben',
    says: t('assessments.entry.notPermitted'),
  },
  { path: `/projects/${fullProject}/needs`, right: 'Bedarf planen', says: t('budget.sheet.mayNot') },
  {
    path: `/projects/${fullProject}/budget-lines`,
    right: 'Budgetpositionen führen',
    says: t('budget.sheet.mayNot'),
  },
];

/** The history of a project has pages, and nothing that changes it. */
const tabs = projectViews.filter(({ path }) => path.includes(fullProject) && !/asOf|tab=history/.test(path));
// The sample account of the commission is its secretary.
const SIGNED_IN = ASKERS.filter((asker) => asker !== 'public' && asker !== 'commission');
const accountOf = (asker: Asker): string => (asker === 'secretary' ? 'commission' : asker);
/** How the sample accounts stand to the project that is looked at; they create projects for their own office. */
function scopeOf(role: Asker, right: string): Scope {
  if (role === 'office-coordinator' || right === 'Projekte anlegen') return 'a project of the own office';
  return role === 'project-lead' ? 'a project that the person leads' : 'a project of another office';
}

function mayDo(role: Asker, right: string): boolean {
  const cell = rights.find(({ name }) => name === right)?.cells[role];
  if (cell === undefined) throw new Error(`docs/rights.md has no right "${right}".`);
  return expectedOf(cell, scopeOf(role, right)) === 'admitted';
}

/** All that can be pressed or followed on the tabs of a project, with the section that it stands in. */
async function offersOf(page: Page, project = fullProject): Promise<Set<string>> {
  const found = new Set<string>();
  for (const { path, ...view } of tabs) {
    await openView(page, t, { ...view, path: path.replace(fullProject, project) });
    const here = await page
      .locator('main, header')
      .locator('a[href], button')
      .evaluateAll((elements) =>
        elements.map((element) => {
          const words =
            element.getAttribute('aria-label') ?? element.textContent.replaceAll(/\s+/g, ' ').trim();
          const section = element.closest('section')?.querySelector('h2, h3')?.textContent.trim() ?? '';
          return element.getAttribute('href') ?? `${section} · ${words}`;
        }),
      );
    for (const offer of here) found.add(offer);
  }
  return found;
}

/** The rights that something here is offered by. */
function rightsOffered(offers: Set<string>): string[] {
  return Object.entries(OFFERS)
    .filter(([, patterns]) => [...offers].some((offer) => patterns.some((one) => one.test(offer))))
    .map(([right]) => right);
}

/** What is offered to some and not to everybody, and belongs to no right. */
function unknownIn(offers: Set<string>, everybodys: Set<string>): string[] {
  const known = [...Object.values(OFFERS).flat(), ...HARMLESS];
  return [...offers].filter((offer) => !everybodys.has(offer) && !known.some((one) => one.test(offer)));
}

describe('what the interface offers', () => {
  const suite = useBrowser();
  let everybodys: Set<string>;
  beforeAll(async () => {
    everybodys = await offersOf(await suite.newPage({ as: 'employee' }));
  });

  it('is known for every right of docs/rights.md', () => {
    const unknown = rights.filter(({ name }) => OFFERS[name] === undefined && !NOT_OFFERED.has(name));
    expect(unknown.map(({ name }) => `Say in test/browser/rights.spec.ts how "${name}" is offered.`)).toEqual(
      [],
    );
  });

  it('is nothing that changes a project to who may only read', () => {
    expect(everybodys.size).toBeGreaterThan(20);
    expect(rightsOffered(everybodys)).toEqual([]);
  });

  it.each(SIGNED_IN.filter((role) => role !== 'employee'))(
    'is to "%s" what the person may do, and nothing else',
    async (role) => {
      const offers = await offersOf(await suite.newPage({ as: accountOf(role) }));
      expect(unknownIn(offers, everybodys)).toEqual([]);
      expect(rightsOffered(offers)).toEqual(Object.keys(OFFERS).filter((right) => mayDo(role, right)));
    },
  );

  it.each(['project-lead', 'office-coordinator'] as const)(
    'is nothing on a project of another office to "%s"',
    async (role) => {
      const [other] = await suite.database.query<{ number: string }>(
        `select number from project p
        where office_id <> (select office_id from person join account on person_id = person.id where login = $1)
          and not exists (select from project_person where project_id = p.id and person_id = (select person_id from account where login = $1))
          and (select count(*) from status_report where project_id = p.id) > 5
        order by number limit 1`,
        [role],
      );
      const page = await suite.newPage({ as: accountOf(role) });
      expect(rightsOffered(await offersOf(page, other?.number))).toEqual(['Projekte anlegen']);
    },
  );

  it.each(['employee', 'project-lead', 'commission', 'portfolio-office'] as const)(
    'behind the address of a form is the form to "%s" where the person may use it, else a word about that',
    async (role) => {
      const page = await suite.newPage({ as: accountOf(role) });
      for (const { path, right, says } of FORMS) {
        await page.goto(path);
        const main = page.getByRole('main');
        const isOpen = mayDo(role, right);
        const fields = main.locator('article, input, textarea');
        await (isOpen ? fields.first() : main.getByText(says)).waitFor();
        expect({ path, isOpen: (await fields.count()) > 0 }).toEqual({ path, isOpen });
        expect(await main.getByText(says).count()).toBe(isOpen ? 0 : 1);
      }
    },
  );

  it('behind the address of a form is the sign-in without a session', async () => {
    const page = await suite.newPage();
    for (const { path } of FORMS) {
      await page.goto(path);
      await page.getByRole('heading', { name: t('session.title') }).waitFor();
      expect(new URL(page.url()).searchParams.get('redirect')).toBe(path);
      expect(await page.getByRole('main').textContent()).not.toContain(fullProject);
    }
  });
});
