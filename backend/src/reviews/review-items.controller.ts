import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  type Moment,
  PageQuery,
  Permission,
  Requires,
} from '../platform/index.js';
import { PutDecisionDto } from './dto/review-decision-input.dto.js';
import { AddItemDto, EditItemDto, PutOrderDto } from './dto/review-item-input.dto.js';
import { ProposalListDto, ReviewItemListDto } from './dto/review-item.dto.js';
import { ReviewDecisionsService } from './review-decisions.service.js';
import { ReviewItemsQueries } from './review-items.queries.js';
import { ReviewItemsService } from './review-items.service.js';

/** The agenda of a session, and what is decided about its items. */
@ApiTags('reviews')
@Controller('review-sessions/:id')
export class ReviewItemsController {
  constructor(
    private readonly items: ReviewItemsService,
    private readonly decisions: ReviewDecisionsService,
    private readonly queries: ReviewItemsQueries,
  ) {}

  /** Projects for which something speaks, with all their reasons, the weightiest first. */
  @Get('proposals')
  @Requires(Permission.SessionRead)
  proposals(
    @Param('id') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<ProposalListDto> {
    return this.queries.proposals(moment, ref, query);
  }

  /** The agenda: items taken in their order, then those dropped, with decisions and open conditions. */
  @Get('items')
  @Requires(Permission.SessionRead)
  list(
    @Param('id') ref: string,
    @Query() query: PageQuery,
    @AtMoment() moment: Moment,
  ): Promise<ReviewItemListDto> {
    return this.queries.list(moment, ref, query);
  }

  /** Puts a project or a topic onto the agenda, or drops a proposal. */
  @Post('items')
  @Requires(Permission.SessionEdit)
  add(
    @Param('id') ref: string,
    @Body() input: AddItemDto,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.items.add({ ref, actor }, input);
  }

  /** Takes or drops an item, changes title or note; the version is that of the item. */
  @Patch('items/:item')
  @Requires(Permission.SessionEdit)
  edit(
    @Param('id') ref: string,
    @Param('item', IdPipe) item: string,
    @Body() changes: EditItemDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.items.edit({ ref, version, actor }, item, changes);
  }

  /** Takes an item without a decision off the agenda. */
  @Delete('items/:item')
  @Requires(Permission.SessionEdit)
  remove(
    @Param('id') ref: string,
    @Param('item', IdPipe) item: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.items.remove({ ref, version, actor }, item);
  }

  /** Orders the agenda; the version is that of the session. */
  @Put('order')
  @Requires(Permission.SessionEdit)
  order(
    @Param('id') ref: string,
    @Body() { itemIds }: PutOrderDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.items.order({ ref, version, actor }, itemIds);
  }

  /** Records the decision for an item, or another one in its place; the version is that of the item. */
  @Put('items/:item/decision')
  @Requires(Permission.SessionEdit)
  decide(
    @Param('id') ref: string,
    @Param('item', IdPipe) itemId: string,
    @Body() decision: PutDecisionDto,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.decisions.put({ ref, itemId, version, actor }, decision);
  }

  /** Takes a decision back while the session runs. */
  @Delete('items/:item/decision')
  @Requires(Permission.SessionEdit)
  takeBack(
    @Param('id') ref: string,
    @Param('item', IdPipe) itemId: string,
    @IfMatch() version: number,
    @CurrentActor() actor: Actor,
  ): Promise<CommandAnswer> {
    return this.decisions.remove({ ref, itemId, version, actor });
  }
}
