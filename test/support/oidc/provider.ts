import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { freePort } from '../server';

/** What the provider says of a person. */
export interface PersonClaims {
  name?: string;
  email?: string;
  groups?: string[];
  office?: string;
}

interface ProviderOptions {
  /** Address of the application under test. */
  appOrigin: string;
  clientSecret?: string;
  /** So long a code may be exchanged. */
  codeSeconds?: number;
  idTokenSeconds?: number;
  /** Puts all claims into the ID token, as Keycloak does; otherwise they are user info, as the standard has it. */
  claimsInIdToken?: boolean;
}

/** A real OpenID provider that one test file has for itself. */
export interface TestProvider {
  readonly issuer: string;
  /** Says who a person is from now on. The id is what they sign in with, and their `sub`. */
  person(id: string, claims: PersonClaims): Promise<void>;
  /** Puts the provider's clock ahead, or behind by a negative number. */
  setClockAhead(seconds: number): Promise<void>;
  /** Signs claims with the provider's key. */
  sign(claims: object): Promise<string>;
  /** Takes the provider away, and brings it back. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a provider that knows the application as the client `agenda`. */
export async function startProvider(options: ProviderOptions): Promise<TestProvider> {
  const port = await freePort();
  const settings = { port, codeSeconds: 60, idTokenSeconds: 3600, claimsInIdToken: true, ...options };
  const script = path.join(import.meta.dirname, 'provider-process.mjs');
  const child = fork(script, [JSON.stringify(settings)], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    execArgv: [],
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const isReady = await Promise.race([
    once(child, 'message').then(() => true),
    once(child, 'exit').then(() => false),
  ]);
  if (!isReady) throw new Error(`The provider did not start:\n${said.join('')}`);
  const call = caller(child);
  return {
    issuer: `http://127.0.0.1:${port}`,
    person: async (id, claims) => void (await call('person', { id, claims })),
    setClockAhead: async (seconds) => void (await call('clock', { seconds })),
    sign: async (claims) => (await call('sign', { claims })) ?? '',
    goAway: async () => void (await call('stop')),
    comeBack: async () => void (await call('start')),
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

type Call = (command: string, parameters?: object) => Promise<string | null>;

function caller(child: ChildProcess): Call {
  let last = 0;
  return async (command, parameters = {}) => {
    last += 1;
    const call = last;
    return new Promise((resolve) => {
      const listen = (message: { call?: number; value?: string | null }): void => {
        if (message.call !== call) return;
        child.off('message', listen);
        resolve(message.value ?? null);
      };
      child.on('message', listen);
      child.send({ call, command, ...parameters });
    });
  };
}
