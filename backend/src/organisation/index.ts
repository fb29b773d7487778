import { CouncilBody } from './council-body.entity.js';
import { OrgUnit } from './org-unit.entity.js';

export { CouncilBody, OrgUnit };
export { type OrgUnitKind } from './organisation.enums.js';
export { OrganisationModule } from './organisation.module.js';
export { councilBodyByRef, orgUnitByRef, unitsBelowSql } from './organisation.refs.js';

/** The tables of this feature. */
export const ORGANISATION_ENTITIES = [OrgUnit, CouncilBody];
