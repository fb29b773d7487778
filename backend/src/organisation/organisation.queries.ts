import { Injectable } from '@nestjs/common';
import { cataloguePage, type CatalogueQuery, type Moment, Reads } from '../platform/index.js';
import type { CouncilBodyListDto, OrgUnitListDto } from './dto/organisation.dto.js';

/** Answers who there is: units of the administration and council bodies. */
@Injectable()
export class OrganisationQueries {
  constructor(private readonly reads: Reads) {}

  /** Lists all units, also those that exist no more, by kind and name; the tree is in `parentId`. */
  orgUnits(moment: Moment, query: CatalogueQuery): Promise<OrgUnitListDto> {
    return cataloguePage(this.reads, { moment, query }, { ...ORG_UNITS, parameters: [moment.today] });
  }

  /** Lists all bodies, also those that exist no more, by title. */
  councilBodies(moment: Moment, query: CatalogueQuery): Promise<CouncilBodyListDto> {
    return cataloguePage(this.reads, { moment, query }, { ...COUNCIL_BODIES, parameters: [moment.today] });
  }
}

const VALIDITY = `
  valid_from as "validFrom", valid_to as "validTo",
  coalesce(valid_from <= $1::date, true) and coalesce(valid_to >= $1::date, true) as "isValid"`;

const ORG_UNITS = {
  items: `select id, version, key, kind, short_name as "shortName", name, parent_id as "parentId", ${VALIDITY} from org_unit`,
  order: `array_position(array['directorate', 'office', 'municipal-company'], kind), name collate "de-x-icu", key`,
};

const COUNCIL_BODIES = {
  items: `select id, key, kind, short_name as "shortName",
                 json_build_object('de', title_de, 'en', title_en) as title, note, ${VALIDITY} from council_body`,
  order: `(title ->> 'de') collate "de-x-icu", key`,
};
