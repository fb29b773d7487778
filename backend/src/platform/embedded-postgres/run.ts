import { spawn } from 'node:child_process';

/** What a program that has ended left behind. */
export interface Outcome {
  /** Exit code; -1 when the program could not be started or was killed. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Gives the environment of PostgreSQL's programs: nothing of the server's own, because variables such as `PGDATA`,
 * `LD_LIBRARY_PATH` or `TZ` would change what they do.
 */
export const cleanEnvironment = { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C' };

/** Runs a program to its end, as another user if one is given. Never throws: the code tells. */
export function run(
  program: string,
  args: readonly string[],
  options: { user?: { uid: number; gid: number; switched: boolean }; input?: string } = {},
): Promise<Outcome> {
  const identity = options.user?.switched ? { uid: options.user.uid, gid: options.user.gid } : {};
  return new Promise((resolve) => {
    // The own working directory may be out of reach for the other user; the root folder never is.
    const child = spawn(program, args, { ...identity, cwd: '/', env: cleanEnvironment, stdio: 'pipe' });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
    child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
    child.on('error', (error) => resolve({ code: -1, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, stdout: stdout.trim(), stderr: stderr.trim() }));
    // A program that ends without reading breaks the pipe; its exit code says what happened.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input);
  });
}

/** Picks from PostgreSQL's messages the line that says why it gave up, without its time and severity. */
export function complaintIn(messages: string): string {
  const lines = messages.trim().split('\n');
  const complaint = lines.find((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1);
  return complaint?.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '') || 'it said nothing';
}
