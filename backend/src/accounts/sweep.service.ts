import { Injectable } from '@nestjs/common';
import { KnownBrowsers } from './delays/known-browsers.service.js';
import { SignInDelays } from './delays/sign-in-delays.service.js';
import { AccountLinks } from './links/account-links.service.js';
import { Sessions } from './sessions.service.js';

/** Removes what has had its time: ended sessions, old links, forgiven failures. */
@Injectable()
export class Sweep {
  constructor(
    private readonly sessions: Sessions,
    private readonly delays: SignInDelays,
    private readonly browsers: KnownBrowsers,
    private readonly links: AccountLinks,
  ) {}

  /** Removes all of it; to be called every few minutes. */
  async all(): Promise<void> {
    await this.sessions.sweep();
    await this.delays.sweep();
    await this.browsers.sweep();
    await this.links.sweep();
  }
}
