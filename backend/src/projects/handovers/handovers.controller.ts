import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  Permission,
  Requires,
} from '../../platform/index.js';
import { HandOverDto } from './handover.dto.js';
import { HandoversService } from './handovers.service.js';

/** A project passes to another lead. */
@ApiTags('projects')
@Controller('projects/:ref/handovers')
export class HandoversController {
  constructor(private readonly handovers: HandoversService) {}

  /** Makes somebody else the lead, with all that belongs to the project. */
  @Post()
  @Requires(Permission.ProjectEdit)
  handOver(
    @Param('ref') ref: string,
    @Body() input: HandOverDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.handovers.handOver({ ref, version, actor }, input);
  }
}
