import { Module } from '@nestjs/common';
import { OrganisationController } from './organisation.controller.js';
import { OrganisationQueries } from './organisation.queries.js';

/** Directorates, offices, municipal companies and council bodies. */
@Module({
  controllers: [OrganisationController],
  providers: [OrganisationQueries],
})
export class OrganisationModule {}
