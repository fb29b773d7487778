import { Body, Controller, Get, HttpCode, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  BrowsersOnly,
  CurrentActor,
  NoHistory,
  Permission,
  Requires,
} from '../platform/index.js';
import { NoticePreferenceDto, PatchNoticePreferenceDto } from './dto/notice-preference.dto.js';
import { NoticePreferences } from './notice-preferences.service.js';
import { NoticesQueries } from './notices.queries.js';

/** How a person is told by mail what is due and what was decided. */
@ApiTags('me')
@NoHistory()
@BrowsersOnly()
@Controller('me/notices')
export class NoticesController {
  constructor(
    private readonly queries: NoticesQueries,
    private readonly preferences: NoticePreferences,
  ) {}

  /** How I am told. */
  @Get()
  @Requires(Permission.SignedIn)
  read(@CurrentActor() actor: Actor): Promise<NoticePreferenceDto> {
    return this.queries.preference(actor.personId);
  }

  /** Changes how I am told. */
  @Patch()
  @HttpCode(204)
  @Requires(Permission.SignedIn)
  prefer(@CurrentActor() actor: Actor, @Body() input: PatchNoticePreferenceDto): Promise<void> {
    return this.preferences.prefer(actor, input);
  }
}
