import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  NoHistory,
  Permission,
  Requires,
} from '../platform/index.js';
import { CreateUserDto, EditUserDto, UserDetailDto, UsersDto, UsersQuery } from './dto/user.dto.js';
import { UsersQueries } from './users.queries.js';
import { Users } from './users.service.js';

/** People as administrators see and change them. */
@ApiTags('administration')
@NoHistory()
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: Users,
    private readonly queries: UsersQueries,
  ) {}

  /** Lists people by name, those who work here or those who left. */
  @Get()
  @Requires(Permission.PeopleEdit)
  list(@Query() query: UsersQuery): Promise<UsersDto> {
    return this.queries.page(query);
  }

  /** Shows one person with the projects and the deputies that depend on them. */
  @Get(':id')
  @Requires(Permission.PeopleEdit)
  read(@Param('id', IdPipe) id: string): Promise<UserDetailDto> {
    return this.queries.one(id);
  }

  /** Makes a person. */
  @Post()
  @Requires(Permission.PeopleEdit)
  create(@Body() input: CreateUserDto, @CurrentActor() actor: Actor): Promise<CommandAnswer> {
    return this.users.create(actor, input);
  }

  /** Changes a person; new roles or a new office end the person's sessions. */
  @Patch(':id')
  @Requires(Permission.PeopleEdit)
  edit(
    @Param('id', IdPipe) id: string,
    @Body() changes: EditUserDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.users.edit({ id, version, actor }, changes);
  }

  /** Pseudonymises a person who left; can't be taken back. */
  @Post(':id/departure')
  @HttpCode(200)
  @Requires(Permission.PeopleEdit)
  depart(
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.users.depart({ id, version, actor });
  }
}
