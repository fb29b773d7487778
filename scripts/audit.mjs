import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * Asks the registry for known weaknesses of what runs in production: `npm run audit`. Where the registry offers no
 * audit it says "not checked" and does not fail: silence is not a clean bill.
 */
const root = path.resolve(import.meta.dirname, '..');
const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 2 ** 20,
});
const report = parsed(stdout);

if (report?.metadata?.vulnerabilities === undefined) {
  const reason = report?.error?.summary || report?.message || 'no answer that could be read';
  console.log(`Known weaknesses: not checked. The registry says: ${String(reason).split('\n')[0]}`);
} else {
  const { total, ...bySeverity } = report.metadata.vulnerabilities;
  const found = Object.entries(bySeverity).filter(([, count]) => count > 0);
  console.log(
    `Known weaknesses: ${total}${found.map(([severity, count]) => `, ${count} ${severity}`).join('')}`,
  );
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {})) {
    console.log(`  ${severity}  ${name} ${range}`);
  }
  process.exitCode = total > 0 ? 1 : 0;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
