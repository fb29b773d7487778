import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, NoHistory, Permission, Requires } from '../platform/index.js';
import { MyWorkDto } from './my-work.dto.js';
import { MyWorkQueries } from './my-work.queries.js';

/** What waits for the person who asks. */
@ApiTags('my-work')
@NoHistory()
@Controller('me/work')
export class MyWorkController {
  constructor(private readonly queries: MyWorkQueries) {}

  /** What is due, what was decided, what changed on what is watched, and what was begun. */
  @Get()
  @Requires(Permission.SignedIn)
  read(@CurrentActor() actor: Actor): Promise<MyWorkDto> {
    return this.queries.of(actor);
  }
}
