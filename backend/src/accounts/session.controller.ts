import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import { NoHistory, NotFound, Permission, Requires } from '../platform/index.js';
import { clientWords } from './client-words.js';
import { SampleSignInDto, SessionDto, SignInDto } from './dto/session.dto.js';
import { sessionCookieName, sessionCookieOptions } from './session-cookie.js';
import { SessionsQueries } from './sessions.queries.js';
import { Sessions } from './sessions.service.js';
import { SignIn } from './sign-in.service.js';

/** Signing in and out. */
@ApiTags('session')
@NoHistory()
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
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
    await this.beginAs(await this.signIn.withPassword(login, password), request, reply);
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
    await this.beginAs(await this.signIn.asSample(login), request, reply);
  }

  /** Signs out. */
  @Delete()
  @HttpCode(204)
  @Requires(Permission.Anyone)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (request.sessionId !== undefined) await this.sessions.end(request.sessionId);
    reply.clearCookie(sessionCookieName(this.config), sessionCookieOptions(this.config));
  }

  /** A new token at each sign-in, so that one planted before is worth nothing. */
  private async beginAs(personId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.sessionId !== undefined) await this.sessions.end(request.sessionId);
    const client = clientWords(request.headers['user-agent']);
    const token = await this.sessions.begin(personId, { client });
    reply.setCookie(sessionCookieName(this.config), token, sessionCookieOptions(this.config));
  }
}
