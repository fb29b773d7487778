import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BrowsersOnly, NoHistory, Permission, Requires } from '../../platform/index.js';
import { KnownBrowsers } from '../delays/known-browsers.service.js';
import { SignInDelays } from '../delays/sign-in-delays.service.js';
import { AccountLinkDto, AskForLinkDto, LinkSecretDto, UseLinkDto } from '../dto/account-link.dto.js';
import { AccountLinks } from './account-links.service.js';

/** Setting a password by a link. */
@ApiTags('session')
@NoHistory()
@BrowsersOnly()
@Controller('account-links')
export class AccountLinksController {
  constructor(
    private readonly links: AccountLinks,
    private readonly delays: SignInDelays,
    private readonly browsers: KnownBrowsers,
  ) {}

  /** Asks for a link by mail to set a new password. The answer is the same whether there is such an account or not. */
  @Post()
  @HttpCode(202)
  @Requires(Permission.Anyone)
  async ask(@Body() { login }: AskForLinkDto, @Req() request: FastifyRequest): Promise<void> {
    await this.delays.chargeAsking(request.ip);
    await this.links.ask(login);
  }

  /** Tells what a link is for, while it is valid. */
  @Post('check')
  @HttpCode(200)
  @Requires(Permission.Anyone)
  async check(@Body() { secret }: LinkSecretDto): Promise<AccountLinkDto> {
    const { purpose, login } = await this.links.find(secret);
    return { purpose, login };
  }

  /** Sets the password by a link; ends the link and all sessions of the person. */
  @Post('use')
  @HttpCode(204)
  @Requires(Permission.Anyone)
  async use(
    @Body() { secret, password }: UseLinkDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { accountId } = await this.links.use(secret, password);
    await this.browsers.remember({ request, reply }, accountId);
  }
}
