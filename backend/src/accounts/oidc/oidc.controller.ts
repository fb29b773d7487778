import { Body, Controller, Get, HttpCode, Inject, Post, Query, Req, Res, UseFilters } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiFoundResponse, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../../config/index.js';
import { BrowsersOnly, NoHistory, Permission, Requires } from '../../platform/index.js';
import { SentByServers } from '../cross-site.js';
import { BrowserSessions } from '../browser-sessions.service.js';
import { BackChannelLogout } from './back-channel-logout.service.js';
import { readBrowserCookie, setBrowserCookie } from './browser-cookie.js';
import { LogoutTokenDto } from './dto/logout-token.dto.js';
import { OidcFaultFilter } from './oidc-fault.filter.js';
import { OidcSignIns } from './oidc-sign-in.service.js';

/** Signing in and out by the identity provider. Browsers are led here and away again; errors lead to the sign-in page. */
@ApiTags('session')
@NoHistory()
@BrowsersOnly()
@Controller('session/oidc')
export class OidcController {
  constructor(
    private readonly signIns: OidcSignIns,
    private readonly logout: BackChannelLogout,
    private readonly sessions: BrowserSessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Leads the browser to the provider. */
  @Get()
  @HttpCode(302)
  @ApiFoundResponse({ description: 'To the provider, or to the sign-in page with a `fault`' })
  @ApiQuery({
    name: 'returnTo',
    required: false,
    description: 'Page to go on with, a path of this application',
  })
  @UseFilters(OidcFaultFilter)
  @Requires(Permission.Anyone)
  async begin(
    @Query('returnTo') returnTo: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const begun = await this.signIns.begin({ returnTo, browser: readBrowserCookie(request, this.config) });
    setBrowserCookie(reply, begun.browser, this.config);
    await reply.header('cache-control', 'no-store').redirect(begun.address, 302);
  }

  /** Takes the browser back from the provider and begins the session. */
  @Get('callback')
  @HttpCode(302)
  @ApiFoundResponse({ description: 'To the page that was asked for, or to the sign-in page with a `fault`' })
  @UseFilters(OidcFaultFilter)
  @Requires(Permission.Anyone)
  async finish(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const browser = readBrowserCookie(request, this.config);
    const { person, returnTo } = await this.signIns.finish({ address: request.url, browser });
    await this.sessions.begin(person, { request, reply });
    await reply.header('cache-control', 'no-store').redirect(returnTo, 302);
  }

  /** Ends sessions that have ended at the provider; its signature is what is trusted. */
  @Post('logout')
  @HttpCode(200)
  @ApiConsumes('application/x-www-form-urlencoded')
  @ApiBody({ type: LogoutTokenDto })
  @SentByServers()
  @Requires(Permission.Anyone)
  async end(@Body('logout_token') token: unknown): Promise<void> {
    await this.logout.end(token);
  }
}
