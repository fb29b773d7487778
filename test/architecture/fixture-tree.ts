import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The root of the repository. */
export const repository = path.resolve(import.meta.dirname, '../..');

/** A folder of its own in which a test writes the code that a gate has to report. */
export interface FixtureTree {
  folder: string;
  remove(): void;
}

/** Writes files, path to content, into a new folder. */
export function fixtureTree(files: Record<string, string>): FixtureTree {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'architecture-'));
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What a script of the repository said about a folder, and how it ended. */
export interface GateReport {
  status: number | null;
  output: string;
}

/** Runs a script of the repository with the fixture tree as its current folder. */
export function runGate(script: string, args: string[], cwd: string): GateReport {
  const run = spawnSync(process.execPath, [path.join(repository, script), ...args], {
    cwd,
    encoding: 'utf8',
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

/** One import that breaks a rule. */
export interface Violation {
  rule: string;
  from: string;
  to: string;
}

/** Applies the import rules of the repository to a fixture tree. */
export function importViolations(cwd: string): Violation[] {
  const json = execFileSync(
    process.execPath,
    [
      path.join(repository, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      path.join(repository, '.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      'backend',
      'frontend',
      'test',
    ],
    { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary } = JSON.parse(json) as CruiseResult;
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}

interface CruiseResult {
  summary: { violations: { rule: { name: string }; from: string; to: string }[] };
}
