import { mergeMessages } from './messages';

describe('the locale files', () => {
  it('stand under the camelCased name of their folder', () => {
    const merged = mergeMessages({
      '../locales/de.json': { skip: 'Zum Inhalt' },
      '../../features/status-reports/locales/de.json': { title: 'Status' },
    });
    expect(merged).toMatchObject({ app: { skip: 'Zum Inhalt' }, statusReports: { title: 'Status' } });
  });

  it('share one list of errors', () => {
    const merged = mergeMessages({
      '../../shared/locales/de.json': { errors: { notFound: 'Fehlt', project: { gateOpen: 'Offen' } } },
      '../../features/projects/locales/de.json': { errors: { project: { noOffice: 'Ohne Amt' } } },
    });
    expect(merged.errors).toEqual({
      notFound: 'Fehlt',
      project: { gateOpen: 'Offen', noOffice: 'Ohne Amt' },
    });
    expect(merged.projects).toEqual({});
  });
});
