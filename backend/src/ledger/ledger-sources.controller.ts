import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NoHistory, Permission, Requires } from '../platform/index.js';
import { LedgerImportsQuery, LedgerSourcesDto } from './dto/ledger-import.dto.js';
import { LedgerImportsQueries } from './ledger-imports.queries.js';

/** Where files of the ledger come from; the mapping of each is kept. */
@ApiTags('ledger')
@NoHistory()
@Controller('ledger-sources')
export class LedgerSourcesController {
  constructor(private readonly queries: LedgerImportsQueries) {}

  /** Lists them by name. */
  @Get()
  @Requires(Permission.LedgerImport)
  list(@Query() query: LedgerImportsQuery): Promise<LedgerSourcesDto> {
    return this.queries.sources(query);
  }
}
