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
import { LinksService } from './links.service.js';
import { AddLinkDto, PutPersonDto } from './relations.dto.js';
import { TagsService } from './tags.service.js';
import { TeamService } from './team.service.js';

/** People, tags and links of a project. */
@ApiTags('projects')
@Controller('projects/:ref')
export class RelationsController {
  constructor(
    private readonly team: TeamService,
    private readonly tags: TagsService,
    private readonly links: LinksService,
  ) {}

  /** Gives a person a function in the project; a new lead takes over, the one before becomes a deputy. */
  @Put('people/:personId')
  @Requires(Permission.ProjectEdit)
  putPerson(
    @Param('ref') ref: string,
    @Param('personId', IdPipe) personId: string,
    @Body() input: PutPersonDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.team.putPerson({ ref, version, actor }, personId, input.function);
  }

  /** Takes a person off the project; nothing happens when the person is not on it. */
  @Delete('people/:personId')
  @Requires(Permission.ProjectEdit)
  removePerson(
    @Param('ref') ref: string,
    @Param('personId', IdPipe) personId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.team.removePerson({ ref, version, actor }, personId);
  }

  /** Adds a tag of 1 to 50 characters; nothing happens when it is there. */
  @Put('tags/:tag')
  @Requires(Permission.ProjectEdit)
  addTag(
    @Param('ref') ref: string,
    @Param('tag') tag: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.tags.add({ ref, version, actor }, tag);
  }

  /** Removes a tag; nothing happens when it is not there. */
  @Delete('tags/:tag')
  @Requires(Permission.ProjectEdit)
  removeTag(
    @Param('ref') ref: string,
    @Param('tag') tag: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.tags.remove({ ref, version, actor }, tag);
  }

  /** Links the project to another one; circles are refused. */
  @Post('links')
  @Requires(Permission.ProjectEdit)
  addLink(
    @Param('ref') ref: string,
    @Body() input: AddLinkDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.links.add({ ref, version, actor }, input);
  }

  /** Removes a link from the project to another one. */
  @Delete('links/:id')
  @Requires(Permission.ProjectEdit)
  removeLink(
    @Param('ref') ref: string,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.links.remove({ ref, version, actor }, id);
  }
}
