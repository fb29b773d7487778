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
import { ApproveDatesDto } from './date-approval.dto.js';
import { PhaseChangeDto } from './phase-change.dto.js';
import { PhasesService } from './phases.service.js';

/** Phases of a project. */
@ApiTags('projects')
@Controller('projects/:ref/phase-changes')
export class PhasesController {
  constructor(private readonly phases: PhasesService) {}

  /**
   * Moves a project to another phase.
   *
   * Refused with `project.gate-open` and every missing piece when it goes forward from `proposal` unprepared.
   */
  @Post()
  @Requires(Permission.ProjectEdit)
  change(
    @Param('ref') ref: string,
    @Body() { to, reason, releasedByBodyId }: PhaseChangeDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.phases.changePhase({ ref, version, actor }, { to, reason, releasedBy: releasedByBodyId });
  }
}

/** Approved dates of a project. */
@ApiTags('projects')
@Controller('projects/:ref/date-approvals')
export class DateApprovalsController {
  constructor(private readonly phases: PhasesService) {}

  /** Approves the dates that are expected now; the first promise and the history stay. */
  @Post()
  @Requires(Permission.AgendaEdit)
  approve(
    @Param('ref') ref: string,
    @Body() { reason }: ApproveDatesDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.phases.approveDates({ ref, version, actor }, { reason });
  }
}
