import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AsOfQuery,
  AtMoment,
  CommandAnswer,
  CurrentActor,
  IdPipe,
  IfMatch,
  type Moment,
  Permission,
  Requires,
} from '../platform/index.js';
import { ConsultationsService } from './consultations.service.js';
import { AddConsultationDto, EditConsultationDto } from './dto/consultation-input.dto.js';
import { CreatePaperDto, EditPaperDto, PaperQuery } from './dto/paper-input.dto.js';
import { PaperListDto, SinglePaperDto } from './dto/paper.dto.js';
import { PapersQueries } from './papers.queries.js';
import { PapersService } from './papers.service.js';

/** Papers for the council and their consultations. */
@ApiTags('papers')
@Controller()
export class PapersController {
  constructor(
    private readonly papers: PapersService,
    private readonly consultations: ConsultationsService,
    private readonly queries: PapersQueries,
  ) {}

  /** Lists the papers that the person may see. */
  @Get('papers')
  @Requires(Permission.PortfolioRead)
  list(
    @CurrentActor() actor: Actor,
    @Query() query: PaperQuery,
    @AtMoment() moment: Moment,
  ): Promise<PaperListDto> {
    return this.queries.list(actor, moment, query);
  }

  /** Lists the papers of a project that the person may see. */
  @Get('projects/:ref/papers')
  @Requires(Permission.PortfolioRead)
  listOfProject(
    @CurrentActor() actor: Actor,
    @Param('ref') ref: string,
    @Query() query: PaperQuery,
    @AtMoment() moment: Moment,
  ): Promise<PaperListDto> {
    return this.queries.ofProject(actor, moment, ref, query);
  }

  /** Makes a paper. */
  @Post('papers')
  @Requires(Permission.PaperEdit)
  create(@CurrentActor() actor: Actor, @Body() input: CreatePaperDto): Promise<CommandAnswer> {
    return this.papers.create(actor, input);
  }

  /** One paper with the consultations that the person may see. */
  @Get('papers/:id')
  @Requires(Permission.PortfolioRead)
  one(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() _query: AsOfQuery,
    @AtMoment() moment: Moment,
  ): Promise<SinglePaperDto> {
    return this.queries.one(actor, moment, id);
  }

  /** Changes a paper. */
  @Patch('papers/:id')
  @Requires(Permission.PaperEdit)
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() changes: EditPaperDto,
  ): Promise<CommandAnswer> {
    return this.papers.edit({ id, version, actor }, changes);
  }

  /** Removes a paper whose cover sheet was never issued. */
  @Delete('papers/:id')
  @Requires(Permission.PaperEdit)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.papers.remove({ id, version, actor });
  }

  /** Adds a consultation. */
  @Post('papers/:id/consultations')
  @Requires(Permission.PaperEdit)
  addConsultation(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @IfMatch() version: number,
    @Body() input: AddConsultationDto,
  ): Promise<CommandAnswer> {
    return this.consultations.add({ id, version, actor }, input);
  }

  /** Changes a consultation. */
  @Patch('papers/:id/consultations/:consultation')
  @Requires(Permission.PaperEdit)
  editConsultation(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('consultation', IdPipe) consultation: string,
    @IfMatch() version: number,
    @Body() changes: EditConsultationDto,
  ): Promise<CommandAnswer> {
    return this.consultations.edit({ id, version, actor }, consultation, changes);
  }

  /** Removes a consultation. */
  @Delete('papers/:id/consultations/:consultation')
  @Requires(Permission.PaperEdit)
  removeConsultation(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('consultation', IdPipe) consultation: string,
    @IfMatch() version: number,
  ): Promise<CommandAnswer> {
    return this.consultations.remove({ id, version, actor }, consultation);
  }
}
