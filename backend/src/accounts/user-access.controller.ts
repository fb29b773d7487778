import { Controller, Delete, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Config, CONFIG } from '../config/index.js';
import { type Actor, CurrentActor, IdPipe, NoHistory, Permission, Requires } from '../platform/index.js';
import { ownOrigin } from './cross-site.js';
import { InvitationDto } from './dto/account-link.dto.js';
import { AccountLinks, pathOf } from './links/account-links.service.js';
import { UserAccess } from './user-access.service.js';

/** How an administrator lets a person in, and out. */
@ApiTags('administration')
@NoHistory()
@Controller('users/:id')
export class UserAccessController {
  constructor(
    private readonly access: UserAccess,
    private readonly links: AccountLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * Invites a person to set a password: by a link that is mailed or, where no mails are sent, returned this once. Makes
   * the local account, under the mail address, where there is none; earlier invitations end.
   */
  @Post('invitation')
  @HttpCode(202)
  @Requires(Permission.PeopleEdit)
  async invite(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Req() request: FastifyRequest,
  ): Promise<InvitationDto> {
    const secret = await this.links.invite(actor, id);
    return { link: secret === null ? null : ownOrigin(request, this.config.publicUrl) + pathOf(secret) };
  }

  /** Ends all sessions of a person. */
  @Delete('sessions')
  @HttpCode(204)
  @Requires(Permission.PeopleEdit)
  endSessions(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.access.endSessions(actor, id);
  }
}
