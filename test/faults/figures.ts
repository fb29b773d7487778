import os from 'node:os';

/** A number from the environment: small where the test command runs, larger in the full run. */
export function amount(name: string, few: number): number {
  return Number(process.env[name] ?? few);
}

/** Prints what a full run counted, as a row of the table in SECURITY.md. */
export function tellFigures(what: string, figures: Record<string, number>): void {
  if (process.env.FAULT_FIGURES === undefined) return;
  const counted = Object.entries(figures).map(([name, value]) => `${name} ${value.toLocaleString('en')}`);
  const machine = `${os.availableParallelism()} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`;
  process.stderr.write(`| ${what} | ${counted.join(', ')} | ${machine} |\n`);
}
