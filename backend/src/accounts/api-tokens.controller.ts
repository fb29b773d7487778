import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, NoHistory, Permission, Requires } from '../platform/index.js';
import { ApiTokensQueries } from './api-tokens.queries.js';
import { ApiTokens } from './api-tokens.service.js';
import {
  ApiTokensDto,
  ApiTokensQuery,
  CreateApiTokenDto,
  CreatedApiTokenDto,
  GrantableListDto,
} from './dto/api-token.dto.js';

/** Tokens by which machines use the API. */
@ApiTags('administration')
@NoHistory()
@Controller('api-tokens')
export class ApiTokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly queries: ApiTokensQueries,
  ) {}

  /** Lists tokens: those in use first, then the newest. */
  @Get()
  @Requires(Permission.TokensEdit)
  list(@Query() query: ApiTokensQuery): Promise<ApiTokensDto> {
    return this.queries.page(query);
  }

  /** Says what tokens can be given, by the role of their machine. */
  @Get('grantable')
  @Requires(Permission.TokensEdit)
  grantable(): GrantableListDto {
    return this.queries.grantable();
  }

  /** Makes a token and answers it, this once. */
  @Post()
  @Requires(Permission.TokensEdit)
  create(@Body() input: CreateApiTokenDto, @CurrentActor() actor: Actor): Promise<CreatedApiTokenDto> {
    return this.tokens.create(actor, input);
  }

  /** Revokes a token at once and for good. */
  @Delete(':id')
  @HttpCode(204)
  @Requires(Permission.TokensEdit)
  revoke(@Param('id', IdPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.tokens.revoke(actor, id);
  }
}
