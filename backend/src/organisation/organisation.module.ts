import { Module } from '@nestjs/common';
import { OrganisationController } from './organisation.controller.js';
import { OrgUnitsController } from './org-units.controller.js';
import { OrgUnits } from './org-units.service.js';
import { OrganisationQueries } from './organisation.queries.js';

/** Directorates, offices, municipal companies and council bodies. */
@Module({
  controllers: [OrganisationController, OrgUnitsController],
  providers: [OrganisationQueries, OrgUnits],
})
export class OrganisationModule {}
