import type { ApiAnswer, TestApi } from '../api';
import { PersonAtProvider, type Way } from './person-at-provider';

/** Who is signed in, as far as these tests look at it. */
export interface SignedIn {
  displayName: string;
  roles: string[];
  isSecretary: boolean;
  office: { shortName: string } | null;
}

/** A browser without a window: the application's cookies on one side, the provider's on the other. */
export class OidcBrowser {
  private readonly cookies = new Map<string, string>();
  private readonly person: PersonAtProvider;

  constructor(
    private readonly api: TestApi,
    { id, appOrigin }: { id: string; appOrigin: string },
  ) {
    this.person = new PersonAtProvider(id, appOrigin);
  }

  async get(url: string): Promise<ApiAnswer> {
    return this.ask({ method: 'GET', url });
  }

  async signOut(): Promise<ApiAnswer<{ goTo: string | null }>> {
    const answer = await this.ask({ method: 'DELETE', url: '/api/v1/session' });
    return answer as ApiAnswer<{ goTo: string | null }>;
  }

  /** Asks to sign in; returns the address at the provider. */
  async begin(returnTo = '/check-grid?asOf=r7'): Promise<string> {
    return leadsTo(await this.get(`/api/v1/session/oidc?returnTo=${encodeURIComponent(returnTo)}`));
  }

  /** Goes through the provider's pages; returns the address by which it leads back. */
  async pass(address: string, way?: Way): Promise<string> {
    return this.person.visit(address, way);
  }

  /** The whole way; returns the page that the browser ends up on. */
  async signIn(returnTo?: string): Promise<string> {
    return leadsTo(await this.get(await this.pass(await this.begin(returnTo))));
  }

  async who(): Promise<SignedIn | null> {
    const { body } = await this.get('/api/v1/session');
    return (body as { person: SignedIn | null }).person;
  }

  private async ask(request: { method: 'GET' | 'DELETE'; url: string }): Promise<ApiAnswer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'x-requested-with': 'digital-agenda' };
    const answer = await this.api.inject({ ...request, headers });
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

/** Where an answer leads the browser; never anything that it would show. */
export function leadsTo(answer: ApiAnswer): string {
  if (answer.status !== 302) throw new Error(`It was answered by ${answer.status}: ${String(answer.body)}`);
  return String(answer.headers.location);
}

/** The code of the fault that the sign-in page explains; undefined when the page is another one. */
export function faultOf(page: string): string | undefined {
  const url = new URL(page, 'http://own.example');
  return url.pathname === '/sign-in' ? (url.searchParams.get('fault') ?? undefined) : undefined;
}
