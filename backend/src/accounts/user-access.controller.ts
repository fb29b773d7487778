import { Controller, Delete, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, NoHistory, Permission, Requires } from '../platform/index.js';
import { UserAccess } from './user-access.service.js';

/** How an administrator lets a person in, and out. */
@ApiTags('administration')
@NoHistory()
@Controller('users/:id')
export class UserAccessController {
  constructor(private readonly access: UserAccess) {}

  /** Ends all sessions of a person. */
  @Delete('sessions')
  @HttpCode(204)
  @Requires(Permission.PeopleEdit)
  endSessions(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.access.endSessions(actor, id);
  }
}
