import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NoHistory, Permission, Requires } from '../platform/index.js';
import { PeopleDto, PeopleQuery } from './dto/person.dto.js';
import { PeopleQueries } from './people.queries.js';

/** People, by role and office. */
@ApiTags('people')
@NoHistory()
@Controller('people')
export class PeopleController {
  constructor(private readonly queries: PeopleQueries) {}

  /** People to choose from, a page at a time. */
  @Get()
  @Requires(Permission.ProjectEdit)
  list(@Query() query: PeopleQuery): Promise<PeopleDto> {
    return this.queries.page(query);
  }
}
