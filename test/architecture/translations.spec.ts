import { checkTranslations } from '../../scripts/translations/check.mjs';
import { fixtureTree, runGate, type FixtureTree } from './fixture-tree';

const view = (template: string, script = '') =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n${template}\n</template>\n`;

const sound = {
  'frontend/src/app/locales/de.json': '{ "title": "Digitale Agenda", "hello": "Guten Tag {role}" }',
  'frontend/src/app/locales/en.json': '{ "title": "Digital Agenda", "hello": "Good day {role}" }',
  'frontend/src/features/status-reports/locales/de.json':
    '{ "light": { "green": "Grün", "red": "Rot" }, "send": "Senden" }',
  'frontend/src/features/status-reports/locales/en.json':
    '{ "light": { "green": "Green", "red": "Red" }, "send": "Send" }',
  'frontend/src/app/AppHead.vue': view(
    `<h1 :aria-label="t('app.title')">{{ t('app.hello', { role }) }}: CO₂ {{ open ? '–' : money(1, 'short') }}</h1>`,
  ),
  'frontend/src/features/status-reports/light.ts': [
    '// i18n-keys: statusReports.light.*',
    'export const light = (t: (key: string) => string, name: string) => t(`statusReports.light.${name}`);',
    "export const columns = [{ label: 'statusReports.send' }];",
  ].join('\n'),
};

let tree: FixtureTree | undefined;
afterEach(() => tree?.remove());

function check(changes: Record<string, string> = {}) {
  tree = fixtureTree({ ...sound, ...changes });
  return checkTranslations(tree.folder);
}

describe('the check of translations', () => {
  it('accepts a problem whose text stands in the errors of any feature', () => {
    const errors =
      '{ "light": { "green": "A", "red": "B" }, "send": "C", "errors": { "report": { "notNow": "D" } } }';
    const result = check({
      'backend/src/a.errors.ts': "class A {\n  readonly code = 'report.not-now';\n}",
      'frontend/src/features/status-reports/locales/de.json': errors,
      'frontend/src/features/status-reports/locales/en.json': errors,
      'frontend/src/app/problem.ts': '// i18n-keys: errors.*\n',
    });
    expect(result).toEqual({ faults: [], count: 6 });
  });

  it('accepts texts that are complete and used', () => {
    expect(check()).toEqual({ faults: [], count: 5 });
  });

  it('accepts composed keys whose parts are declared beside them', () => {
    const code = [
      '// i18n-keys: statusReports.light.*',
      'export const text = (t: (key: string) => string, key: string) => t(`statusReports.${key}`);',
      "export const send = 'statusReports.send';",
    ];
    const result = check({ 'frontend/src/features/status-reports/light.ts': code.join('\n') });
    expect(result).toEqual({ faults: [], count: 5 });
  });

  it.each<[fault: string, changes: Record<string, string>, report: string]>([
    [
      'a key that English lacks',
      { 'frontend/src/app/locales/en.json': '{ "title": "Digital Agenda" }' },
      'frontend/src/app/locales/de.json:1  app.hello is missing in en',
    ],
    [
      'a key that German lacks',
      { 'frontend/src/app/locales/de.json': '{ "title": "Digitale Agenda" }' },
      'frontend/src/app/locales/en.json:1  app.hello is missing in de',
    ],
    [
      'a key that nobody uses',
      {
        'frontend/src/features/status-reports/light.ts':
          "// i18n-keys: statusReports.light.*\nexport const other = 'x';",
      },
      'frontend/src/features/status-reports/locales/de.json:1  statusReports.send is used nowhere',
    ],
    [
      'a key that stands twice',
      { 'frontend/src/app/locales/de.json': '{ "title": "A",\n "hello": "{role}",\n "title": "B" }' },
      'frontend/src/app/locales/de.json:3  app.title stands here twice',
    ],
    [
      'a key with a dot',
      { 'frontend/src/app/locales/de.json': '{ "title": "A", "hello": "{role}", "a.b": "C" }' },
      'app.a.b: a key contains a dot',
    ],
    [
      'an empty text',
      { 'frontend/src/app/locales/de.json': '{ "title": " ", "hello": "{role}" }' },
      'app.title is empty',
    ],
    [
      'other placeholders in the other language',
      { 'frontend/src/app/locales/en.json': '{ "title": "A", "hello": "Good day {name}" }' },
      'app.hello has {role} in de, {name} in en',
    ],
    [
      'an at sign that vue-i18n would read as a link',
      { 'frontend/src/app/locales/de.json': '{ "title": "a@b.example", "hello": "{role}" }' },
      'app.title: "@" starts a link',
    ],
    [
      'a link to nothing',
      { 'frontend/src/app/locales/de.json': '{ "title": "@:app.gone", "hello": "{role}" }' },
      'links to app.gone, which is in no locale file',
    ],
    [
      'a file that is missing',
      { 'frontend/src/shared/locales/de.json': '{}' },
      'frontend/src/shared/locales/en.json  is missing',
    ],
    [
      'a file that is no JSON',
      { 'frontend/src/shared/locales/de.json': '{', 'frontend/src/shared/locales/en.json': '{}' },
      'frontend/src/shared/locales/de.json:1  is no valid JSON',
    ],
    [
      'a key that does not exist',
      { 'frontend/src/app/a.ts': "export const a = (t: (key: string) => string) =>\n  t('app.gone');" },
      'frontend/src/app/a.ts:2  app.gone is in no locale file',
    ],
    [
      'a key in a template that does not exist',
      { 'frontend/src/app/AppFoot.vue': view(`<p :title="open ? t('app.title') : t('app.gone')" />`) },
      'frontend/src/app/AppFoot.vue:6  app.gone is in no locale file',
    ],
    [
      'a problem without a text',
      { 'backend/src/projects/a.errors.ts': "class A {\n  readonly code = 'project.gate-open';\n}" },
      'backend/src/projects/a.errors.ts:2  errors.project.gateOpen is in no locale file',
    ],
    [
      'composed keys that nobody declared',
      { 'frontend/src/app/a.ts': 'export const a = (t: (key: string) => string) => t(`app.part.${1}`);' },
      'keys composed from "app.part." need a comment: // i18n-keys: app.part.*',
    ],
    [
      'a declaration that stands for nothing',
      { 'frontend/src/app/a.ts': '// i18n-keys: app.part.*\n' },
      'frontend/src/app/a.ts:1  i18n-keys: app.part.* stands for no key',
    ],
    [
      'text in a template',
      { 'frontend/src/app/AppFoot.vue': view('<p>Impressum</p>') },
      '"Impressum" is visible',
    ],
    [
      'text in an attribute',
      { 'frontend/src/app/AppFoot.vue': view('<p aria-label="Foot" />') },
      'frontend/src/app/AppFoot.vue:6  "Foot" is visible text',
    ],
    [
      'text in an expression',
      { 'frontend/src/app/AppFoot.vue': view(`<p>{{ open ? 'yes' : t('app.title') }}</p>`) },
      '"yes" is visible text',
    ],
    [
      'text in a bound attribute',
      { 'frontend/src/app/AppFoot.vue': view('<p :title="`Page ${page}`" />') },
      '"Page" is visible text',
    ],
    [
      'German text in a script',
      { 'frontend/src/app/AppFoot.vue': view('<p />', "const word = 'Verfügbar';") },
      'frontend/src/app/AppFoot.vue:2  "Verfügbar" is visible text',
    ],
  ])('reports %s', (_, changes, report) => {
    expect(check(changes).faults).toContainEqual(expect.stringContaining(report));
  });

  it('fails as a command when there is a fault, and says it', () => {
    tree = fixtureTree({ ...sound, 'frontend/src/app/locales/en.json': '{}' });
    const { output, status } = runGate('scripts/check-translations.mjs', [], tree.folder);
    expect(output).toContain('frontend/src/app/locales/de.json:1  app.title is missing in en');
    expect(status).toBe(1);
  });
});
