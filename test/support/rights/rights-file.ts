import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The columns of the tables, from left to right, and whom each is about; `public` is nobody who is signed in. */
const COLUMNS = {
  öffentlich: 'public',
  Beschäftigte: 'employee',
  Projektleitung: 'project-lead',
  Digitalkoordination: 'office-coordinator',
  'IT-Kommission': 'commission',
  Geschäftsstelle: 'secretary',
  Finanzen: 'finance',
  Portfoliobüro: 'portfolio-office',
  Administration: 'admin',
} as const;
export type Asker = (typeof COLUMNS)[keyof typeof COLUMNS];
/** All whom the file speaks of. */
export const ASKERS: readonly Asker[] = Object.values(COLUMNS);

/** What a cell may say of a right that has addresses; its words are explained in the file. */
const CELLS = ['–', 'ja', 'alle', 'eigene', 'eigenes Amt'] as const;
export type Cell = (typeof CELLS)[number];
/** One row of a table. */
export interface Right {
  name: string;
  cells: Record<Asker, Cell>;
  /** `GET /projects/{ref}`, in the order of the file. */
  addresses: string[];
}

/** What docs/rights.md says. */
export interface RightsFile {
  rights: Right[];
  /** Rights that are decided and not built. */
  unbuilt: string[];
}

const FILE = path.resolve(import.meta.dirname, '../../../docs/rights.md');
const SECTIONS = {
  rights: 'Rechte',
  addresses: 'Welche Adresse braucht welches Recht',
  unbuilt: 'Was noch keine Adresse hat',
};
const ADDRESS = /^- `((?:GET|POST|PUT|PATCH|DELETE) \/[\w\-/{}.]*)` \S/;

/** The text of docs/rights.md. */
export function rightsText(): string {
  return readFileSync(FILE, 'utf8');
}

/** Reads docs/rights.md. */
export function readRightsFile(): RightsFile {
  return parseRights(rightsText());
}

/** Reads the text of a rights file; anything that could be meant in two ways is refused by its line. */
export function parseRights(text: string): RightsFile {
  const rows = tableOf(sectionOf(text, SECTIONS.rights), CELLS);
  const unbuilt = tableOf(sectionOf(text, SECTIONS.unbuilt), CELLS);
  const addresses = addressesOf(sectionOf(text, SECTIONS.addresses));
  const names = [...rows.keys(), ...unbuilt.keys()];
  refuseTwice(names, 'the right');
  refuseTwice([...addresses.values()].flat(), 'the address');
  for (const name of addresses.keys())
    if (!rows.has(name))
      throw new Error(`Addresses stand under "${name}", which is no row of "${SECTIONS.rights}".`);
  return {
    // The cells were compared with what a table may say just now.
    rights: [...rows].map(([name, cells]) => ({
      name,
      cells: cells as Right['cells'],
      addresses: addresses.get(name) ?? [],
    })),
    unbuilt: [...unbuilt.keys()],
  };
}

function sectionOf(text: string, heading: string): string[] {
  const [, section] = text.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`There is no section "${heading}".`);
  return section.split('\n## ')[0]?.split('\n') ?? [];
}

function tableOf(section: string[], allowed: readonly string[]): Map<string, Record<string, string>> {
  const [head, , ...rows] = section.filter((line) => line.startsWith('|')).map(cellsOf);
  const expected = ['Recht', ...Object.keys(COLUMNS)];
  if (head?.join() !== expected.join()) throw new Error(`A table's head must be: ${expected.join(' | ')}.`);
  return new Map(
    rows.map(([name = '', ...cells]) => {
      const wrong = cells.find((cell) => !allowed.includes(cell));
      if (wrong !== undefined)
        throw new Error(`"${name}" has a cell "${wrong}"; it may be: ${allowed.join(', ')}.`);
      if (cells.length !== ASKERS.length) throw new Error(`"${name}" must have ${ASKERS.length} cells.`);
      return [name, Object.fromEntries(ASKERS.map((asker, index) => [asker, cells[index] ?? '']))];
    }),
  );
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function addressesOf(section: string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let right: string[] | undefined;
  for (const line of section) {
    if (line.startsWith('### ')) found.set(line.slice(4), (right = []));
    if (!line.startsWith('- ')) continue;
    const address = ADDRESS.exec(line)?.[1];
    if (address === undefined || right === undefined)
      throw new Error(`This is no address with its German words under a right: ${line}`);
    right.push(address);
  }
  return found;
}

function refuseTwice(names: string[], what: string): void {
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`Found twice: ${what} "${twice}".`);
}
