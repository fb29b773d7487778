import fs from 'node:fs';
import { boxes, type PrintedDocument, writeDocx, writePdf } from './index.js';

const aDocument = (over: Partial<PrintedDocument> = {}): PrintedDocument => ({
  title: 'Sitzung 14 – Vorlage für Müller-Lüdenscheidt',
  language: 'de-DE',
  issuer: 'Digitale Agenda',
  at: '2026-11-23T10:00:00.000000Z',
  pageWords: { page: 'Seite', of: 'von' },
  blocks: [
    { kind: 'heading', level: 1, text: 'Übersicht' },
    { kind: 'paragraph', text: 'Ein Satz.\nNoch einer. 😀' },
    {
      kind: 'facts',
      rows: [{ name: 'Finanzielle Auswirkungen', text: boxes([{ label: 'Ja', checked: true }]) }],
    },
    {
      kind: 'table',
      caption: 'Projekte',
      columns: [
        { heading: 'Projekt', share: 2 },
        { heading: 'Betrag', share: 1, align: 'right' },
      ],
      rows: [['Längere Bezeichnung '.repeat(500), '1.000,00 €']],
    },
    {
      kind: 'figure',
      alternative: 'Ampeln: gelb, rot',
      width: 40,
      height: 12,
      shapes: [{ shape: 'circle', x: 6, y: 6, radius: 5, tone: 'amber' }],
    },
    { kind: 'list', items: ['x'.repeat(3000)] },
  ],
  ...over,
});

describe('writing a document', () => {
  it('gives the same PDF for the same content', async () => {
    expect((await writePdf(aDocument())).equals(await writePdf(aDocument()))).toBe(true);
  });

  it('gives another PDF for another content', async () => {
    const other = await writePdf(aDocument({ title: 'Sitzung 15' }));
    expect(other.equals(await writePdf(aDocument()))).toBe(false);
  });

  it('reads the file of each font once, however often the font changes', async () => {
    const read = jest.spyOn(fs, 'readFileSync');
    await writePdf(aDocument());
    const fonts = read.mock.calls.map(([file]) => String(file)).filter((file) => file.endsWith('.ttf'));
    read.mockRestore();
    expect(fonts).toHaveLength(2);
  });

  it('marks the PDF as tagged, in its language', async () => {
    const text = (await writePdf(aDocument())).toString('latin1');
    expect(text).toContain('/Marked true');
    expect(text).toContain('(de-DE)');
  });

  it('gives a file for Word', async () => {
    expect((await writeDocx(aDocument())).subarray(0, 2).toString()).toBe('PK');
  });
});
