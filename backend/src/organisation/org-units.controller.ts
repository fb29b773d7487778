import { Body, Controller, Param, Patch, Post } from '@nestjs/common';
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
import { CreateOrgUnitDto, EditOrgUnitDto } from './dto/org-unit-input.dto.js';
import { OrgUnits } from './org-units.service.js';

/** Changes to the units of the administration. */
@ApiTags('administration')
@Controller('org-units')
export class OrgUnitsController {
  constructor(private readonly units: OrgUnits) {}

  /** Makes a unit. */
  @Post()
  @Requires(Permission.OrganisationEdit)
  create(@Body() input: CreateOrgUnitDto, @CurrentActor() actor: Actor): Promise<CommandAnswer> {
    return this.units.create(actor, input);
  }

  /** Changes a unit; it is closed by its last day, and its past stays readable. */
  @Patch(':id')
  @Requires(Permission.OrganisationEdit)
  edit(
    @Param('id', IdPipe) id: string,
    @Body() changes: EditOrgUnitDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.units.edit({ id, version, actor }, changes);
  }
}
