import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import { BrowsersOnly, NoHistory, NotFound, Permission, Requires } from '../platform/index.js';
import { BrowserSessions } from './browser-sessions.service.js';
import { KnownBrowsers } from './delays/known-browsers.service.js';
import { SampleSignInDto, SessionDto, SignedOutDto, SignInDto } from './dto/session.dto.js';
import { OidcProvider } from './oidc/oidc-provider.service.js';
import { SessionsQueries } from './sessions.queries.js';
import { SignIn } from './sign-in.service.js';

/** Signing in and out. */
@ApiTags('session')
@NoHistory()
@BrowsersOnly()
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: BrowserSessions,
    private readonly provider: OidcProvider,
    private readonly browsers: KnownBrowsers,
    private readonly queries: SessionsQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Who is signed in, and how one can sign in. */
  @Get()
  @Requires(Permission.Anyone)
  read(@Req() request: FastifyRequest): Promise<SessionDto> {
    return this.queries.current(request.actor);
  }

  /** Signs in with a local account. */
  @Post()
  @HttpCode(204)
  @Requires(Permission.Anyone)
  async begin(
    @Body() { login, password }: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const name = login.toLowerCase();
    const knownBrowser = await this.browsers.find(request, name);
    const attempt = { login: name, password, address: request.ip, knownBrowser };
    const { personId, accountId } = await this.signIn.withPassword(attempt);
    await this.sessions.begin({ personId }, { request, reply });
    await this.browsers.remember({ request, reply }, accountId);
  }

  /** Signs in as a sample account; only in sample mode. */
  @Post('sample')
  @HttpCode(204)
  @Requires(Permission.Anyone)
  async beginSample(
    @Body() { login }: SampleSignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (!this.config.sampleAccounts) throw new NotFound('sample sign-in');
    await this.sessions.begin({ personId: await this.signIn.asSample(login) }, { request, reply });
  }

  /** Signs out, and says where to go on in order to sign out at the identity provider as well. */
  @Delete()
  @Requires(Permission.Anyone)
  async end(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedOutDto> {
    // Whoever sits down at this browser next finds nothing in its cache; browsers heed it with HTTPS only.
    reply.header('clear-site-data', '"cache"');
    return { goTo: await this.provider.signOutAddress(await this.sessions.end({ request, reply })) };
  }
}
