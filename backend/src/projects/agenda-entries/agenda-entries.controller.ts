import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CommandAnswer,
  CurrentActor,
  IfMatch,
  Permission,
  Requires,
} from '../../platform/index.js';
import { AgendaEntriesService } from './agenda-entries.service.js';
import { PutAgendaEntryDto } from './agenda-entry.dto.js';

/** Projects of an agenda. */
@ApiTags('agendas')
@Controller('agendas/:agenda/entries/:projectRef')
export class AgendaEntriesController {
  constructor(private readonly entries: AgendaEntriesService) {}

  /**
   * Puts a project on an agenda, or changes how the agenda names it; If-Match has the version of the project.
   *
   * Refused with `project.gate-open` and every missing piece when the project is added unprepared.
   */
  @Put()
  @Requires(Permission.AgendaEdit)
  put(
    @Param('agenda') agenda: string,
    @Param('projectRef') ref: string,
    @Body() { leadProject = false, reason = null }: PutAgendaEntryDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.entries.put({ ref, version, actor }, agenda, { leadProject, reason });
  }

  /** Takes a project off an agenda; If-Match has the version of the project. */
  @Delete()
  @Requires(Permission.AgendaEdit)
  remove(
    @Param('agenda') agenda: string,
    @Param('projectRef') ref: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.entries.remove({ ref, version, actor }, agenda);
  }
}
