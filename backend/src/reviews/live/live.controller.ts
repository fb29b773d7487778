import { Body, Controller, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  BrowsersOnly,
  CurrentActor,
  NoHistory,
  Permission,
  Requires,
} from '../../platform/index.js';
import { LivePositionDto, MoveWallsDto } from './dto/live.dto.js';
import { LiveQueries } from './live.queries.js';
import { LiveService } from './live.service.js';
import { LiveStreams } from './live-streams.js';

/** Running sessions as everybody in the room sees them: what changes is told at once, and all walls show the same. */
@ApiTags('reviews')
@NoHistory()
@Controller('review-sessions/:id/live')
export class LiveController {
  constructor(
    private readonly queries: LiveQueries,
    private readonly service: LiveService,
    private readonly streams: LiveStreams,
  ) {}

  /**
   * What happens in a session, as it happens: Server-Sent Events named `change` with `{kind, itemId}`. Kind is `session`,
   * `item`, `decision` or `position`; `all` means that something may have been missed. They carry no content: read it anew. `beat` comes every 15 seconds. The stream ends when the sign-in or the right does.
   */
  @Get()
  @BrowsersOnly()
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Requires(Permission.SessionRead)
  follow(
    @CurrentActor() actor: Actor,
    @Param('id') ref: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.streams.answer(ref, { actor, request, reply });
  }

  /** Which item the session has before it. */
  @Get('position')
  @Requires(Permission.SessionRead)
  position(@Param('id') ref: string): Promise<LivePositionDto> {
    return this.queries.position(ref);
  }

  /** Moves all walls to an item. */
  @Put('position')
  @HttpCode(204)
  @Requires(Permission.SessionEdit)
  move(
    @CurrentActor() actor: Actor,
    @Param('id') ref: string,
    @Body() { itemId }: MoveWallsDto,
  ): Promise<void> {
    return this.service.move({ ref, actor }, itemId);
  }
}
