/** What the provider led the browser to in the end: an address of the application. */
export type Way = 'sign-in' | 'cancel';

/** A person at the provider's pages: follows its redirects, keeps its cookies, fills its form. */
export class PersonAtProvider {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly id: string,
    private readonly appOrigin: string,
  ) {}

  /**
   * Goes to an address of the provider and on until it leads back to the application.
   * @returns the path and query that the browser would ask the application for
   */
  async visit(address: string, way: Way = 'sign-in'): Promise<string> {
    let next = new URL(address);
    let form: URLSearchParams | null = null;
    for (let steps = 0; steps < 12; steps += 1) {
      if (next.origin === this.appOrigin) return next.pathname + next.search;
      const answer = await this.ask(next, form);
      const location = answer.headers.get('location');
      form = null;
      if (location !== null) next = new URL(location, next);
      else if (next.pathname.startsWith('/interaction/'))
        form = new URLSearchParams(way === 'sign-in' ? { login: this.id } : { no: '1' });
      else throw new Error(`The provider stops at ${next.pathname}: ${answer.status} ${await answer.text()}`);
    }
    throw new Error('The provider leads around in a circle.');
  }

  private async ask(address: URL, form: URLSearchParams | null): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}
