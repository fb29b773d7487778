import { StartError } from '../config/index.js';
import { describeFault, type LoadReport, StrategyFileRefused, StrategyLoader } from '../strategy/index.js';
import { withApp } from './with-app.js';

const USAGE = `Loads a strategy with its catalogues from a file, all of it or nothing:
  npm run load-strategy -- FILE
The format is that of backend/data/karlsruhe/strategy-2022.json. Loading a file again changes nothing; a changed file
is a recorded change, a higher "edition" makes a new edition.
`;

const [file, ...others] = process.argv.slice(2);

await withApp(async (app) => {
  if (file === undefined || file.startsWith('-') || others.length > 0) throw new StartError(USAGE);
  const report = await app
    .get(StrategyLoader)
    .loadFile(file)
    .catch((error: unknown) => {
      throw error instanceof StrategyFileRefused ? new StartError(refusal(file, error)) : error;
    });
  process.stdout.write(summary(report));
});

function refusal(path: string, { faults }: StrategyFileRefused): string {
  return [
    `Nothing was loaded: ${path} has ${counted(faults.length, 'fault')}.`,
    ...faults.map(describeFault),
  ].join('\n');
}

function summary({ key, edition, sections, unused, moment }: LoadReport): string {
  const lines = sections.map(({ section, added, changed, removed, closed }) => {
    const counts = { added, changed, removed, 'no longer valid': closed };
    const what = Object.entries(counts).filter(([, count]) => count > 0);
    return `  ${section}: ${what.map(([name, count]) => `${count} ${name}`).join(', ') || 'unchanged'}`;
  });
  const names = Object.entries(unused).map(([name, count]) =>
    count === 1 ? name : `${name} (${count} times)`,
  );
  return [
    `Strategy ${key}, edition ${edition}, is loaded (${moment}).`,
    ...lines,
    ...(names.length === 0 ? [] : [`Not used: ${names.join(', ')}`]),
    '',
  ].join('\n');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
