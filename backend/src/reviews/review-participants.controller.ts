import { Body, Controller, Delete, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  Permission,
  Requires,
} from '../platform/index.js';
import { AddParticipantDto, EditParticipantDto } from './dto/review-participant.dto.js';
import { ReviewParticipantsService } from './review-participants.service.js';

/** Who takes part in a session; the version is that of the session. */
@ApiTags('reviews')
@Controller('review-sessions/:id/participants')
export class ReviewParticipantsController {
  constructor(private readonly participants: ReviewParticipantsService) {}

  /** Adds a participant. */
  @Post()
  @Requires(Permission.SessionEdit)
  add(
    @Param('id') ref: string,
    @Body() input: AddParticipantDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.participants.add({ ref, version, actor }, input);
  }

  /** Changes a participant: role, or who is there. */
  @Patch(':participant')
  @Requires(Permission.SessionEdit)
  edit(
    @Param('id') ref: string,
    @Param('participant', IdPipe) participant: string,
    @Body() changes: EditParticipantDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.participants.edit({ ref, version, actor }, participant, changes);
  }

  /** Removes a participant. */
  @Delete(':participant')
  @Requires(Permission.SessionEdit)
  remove(
    @Param('id') ref: string,
    @Param('participant', IdPipe) participant: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.participants.remove({ ref, version, actor }, participant);
  }
}
