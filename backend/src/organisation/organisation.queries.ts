import { Injectable } from '@nestjs/common';
import { type Moment, momentName, pageOf, Reads } from '../platform/index.js';
import type { CouncilBodyListDto, OrganisationQuery, OrgUnitListDto } from './dto/organisation.dto.js';

/** Answers who there is: units of the administration and council bodies. */
@Injectable()
export class OrganisationQueries {
  constructor(private readonly reads: Reads) {}

  /** Lists all units, also those that exist no more, by kind and name; the tree is in `parentId`. */
  orgUnits(moment: Moment, query: OrganisationQuery): Promise<OrgUnitListDto> {
    return this.list(moment, query, ORG_UNITS);
  }

  /** Lists all bodies, also those that exist no more, by title. */
  councilBodies(moment: Moment, query: OrganisationQuery): Promise<CouncilBodyListDto> {
    return this.list(moment, query, COUNCIL_BODIES);
  }

  /** One statement for page, total and revision: they speak of one snapshot. */
  private async list<Item>(
    moment: Moment,
    query: OrganisationQuery,
    { items, order }: { items: string; order: string },
  ): Promise<{ items: Item[]; total: number; page: number; pageSize: number; moment: string }> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ rev: number; total: number; items: Item[] }>(
      moment,
      `with item as (${items})
       select current_rev() as rev,
              (select count(*) from item) as total,
              (select coalesce(json_agg(page), '[]')
                 from (select * from item order by ${order} limit $2 offset $3) page) as items`,
      [moment.today, pageSize, offset],
    );
    const { rev, total, items: found } = row ?? { rev: 0, total: 0, items: [] };
    return { items: found, total, page, pageSize, moment: momentName(rev, moment) };
  }
}

const VALIDITY = `
  valid_from as "validFrom", valid_to as "validTo",
  coalesce(valid_from <= $1::date, true) and coalesce(valid_to >= $1::date, true) as "isValid"`;

const ORG_UNITS = {
  items: `select id, key, kind, short_name as "shortName", name, parent_id as "parentId", ${VALIDITY} from org_unit`,
  order: `array_position(array['directorate', 'office', 'municipal-company'], kind), name collate "de-x-icu", key`,
};

const COUNCIL_BODIES = {
  items: `select id, key, kind, short_name as "shortName",
                 json_build_object('de', title_de, 'en', title_en) as title, note, ${VALIDITY} from council_body`,
  order: `(title ->> 'de') collate "de-x-icu", key`,
};
