import { Body, Controller, Delete, Get, HttpCode, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  type Actor,
  BrowsersOnly,
  CurrentActor,
  IdPipe,
  NoHistory,
  Permission,
  Requires,
} from '../platform/index.js';
import { ChangePasswordDto, MeDto } from './dto/me.dto.js';
import { OwnSessionsDto } from './dto/own-session.dto.js';
import { OwnPassword } from './own-password.service.js';
import { SessionsQueries } from './sessions.queries.js';
import { Sessions } from './sessions.service.js';

/** What a person sees and does about the own account. */
@ApiTags('me')
@NoHistory()
@BrowsersOnly()
@Controller('me')
export class MeController {
  constructor(
    private readonly password: OwnPassword,
    private readonly sessions: Sessions,
    private readonly queries: SessionsQueries,
  ) {}

  /** How I can sign in. */
  @Get()
  @Requires(Permission.SignedIn)
  read(@CurrentActor() actor: Actor): Promise<MeDto> {
    return this.password.read(actor.personId);
  }

  /** Changes the own password and ends all other sessions. */
  @Put('password')
  @HttpCode(204)
  @Requires(Permission.SignedIn)
  changePassword(
    @CurrentActor() { personId }: Actor,
    @Body() { current, next }: ChangePasswordDto,
    @Req() { sessionId, ip }: FastifyRequest,
  ): Promise<void> {
    return this.password.change({ personId, sessionId, address: ip, current, next });
  }

  /** The own sessions, to find one that should not be there. */
  @Get('sessions')
  @Requires(Permission.SignedIn)
  ownSessions(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<OwnSessionsDto> {
    return this.queries.own(actor.personId, request.sessionId);
  }

  /** Ends one of the own sessions. */
  @Delete('sessions/:id')
  @HttpCode(204)
  @Requires(Permission.SignedIn)
  endSession(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.sessions.endOwn(actor.personId, id);
  }

  /** Ends all of the own sessions but this one. */
  @Delete('sessions')
  @HttpCode(204)
  @Requires(Permission.SignedIn)
  endOtherSessions(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<void> {
    return this.sessions.endOthersOf(actor.personId, request.sessionId);
  }
}
