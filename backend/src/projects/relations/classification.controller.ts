import { Body, Controller, Delete, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  Permission,
  Requires,
} from '../../platform/index.js';
import { ClassificationService } from './classification.service.js';
import { AddSupportedGoalDto, PutCorridorThemeDto } from './relations.dto.js';

/** Action fields, corridor themes and supported goals of a project. */
@ApiTags('projects')
@Controller('projects/:ref')
export class ClassificationController {
  constructor(private readonly classification: ClassificationService) {}

  /** Adds a further action field, by id or key; nothing happens when it is there. */
  @Put('action-fields/:key')
  @Requires(Permission.ProjectEdit)
  addActionField(
    @Param('ref') ref: string,
    @Param('key') key: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.classification.addActionField({ ref, version, actor }, key);
  }

  /** Removes a further action field; nothing happens when it is not there. */
  @Delete('action-fields/:key')
  @Requires(Permission.ProjectEdit)
  removeActionField(
    @Param('ref') ref: string,
    @Param('key') key: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.classification.removeActionField({ ref, version, actor }, key);
  }

  /** Adds a corridor theme, by id or key, or changes whether it is emphasised. */
  @Put('corridor-themes/:key')
  @Requires(Permission.ProjectEdit)
  putCorridorTheme(
    @Param('ref') ref: string,
    @Param('key') key: string,
    @Body() { emphasised = false }: PutCorridorThemeDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.classification.putCorridorTheme({ ref, version, actor }, key, { emphasised });
  }

  /** Removes a corridor theme; nothing happens when it is not there. */
  @Delete('corridor-themes/:key')
  @Requires(Permission.ProjectEdit)
  removeCorridorTheme(
    @Param('ref') ref: string,
    @Param('key') key: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.classification.removeCorridorTheme({ ref, version, actor }, key);
  }

  /** Adds a goal that the project supports. */
  @Post('supported-goals')
  @Requires(Permission.ProjectEdit)
  addSupportedGoal(
    @Param('ref') ref: string,
    @Body() input: AddSupportedGoalDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.classification.addSupportedGoal({ ref, version, actor }, input);
  }

  /** Removes a goal by the id of its entry. */
  @Delete('supported-goals/:id')
  @Requires(Permission.ProjectEdit)
  removeSupportedGoal(
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.classification.removeSupportedGoal({ ref, version, actor }, id);
  }
}
