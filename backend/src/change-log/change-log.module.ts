import { Module } from '@nestjs/common';
import { ChangeLogController } from './change-log.controller.js';
import { ChangeLogQueries } from './change-log.queries.js';

/** Who changed what in the whole installation, from the revisions and the twins of all tables. */
@Module({ controllers: [ChangeLogController], providers: [ChangeLogQueries] })
export class ChangeLogModule {}
