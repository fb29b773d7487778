import type { Reads } from '../database/reads.js';
import { type Moment, momentName } from '../history/moment.js';
import { type CatalogueQuery, pageOf } from './list.dto.js';

/** What {@link cataloguePage} reads. */
export interface CatalogueRead {
  /** A select whose rows have the shape of the items. */
  items: string;
  /** The order, by columns of the items. */
  order: string;
  parameters?: readonly unknown[];
}

/** A page of a catalogue, as the contract has it. */
export interface CataloguePage<Item> {
  items: Item[];
  total: number;
  page: number;
  pageSize: number;
  moment: string;
}

/**
 * Reads a page of a catalogue with its total and its revision in one statement,
 * so that they speak of one snapshot.
 */
export async function cataloguePage<Item>(
  reads: Reads,
  { moment, query }: { moment: Moment; query: CatalogueQuery },
  { items, order, parameters = [] }: CatalogueRead,
): Promise<CataloguePage<Item>> {
  const { page, pageSize, offset } = pageOf(query);
  const next = parameters.length + 1;
  const [row] = await reads.query<{ rev: number; total: number; items: Item[] }>(
    moment,
    `with item as (${items})
     select current_rev() as rev,
            (select count(*) from item) as total,
            (select coalesce(json_agg(page), '[]')
               from (select * from item order by ${order} limit $${next} offset $${next + 1}) page) as items`,
    [...parameters, pageSize, offset],
  );
  const { rev, total, items: found } = row ?? { rev: 0, total: 0, items: [] };
  return { items: found, total, page, pageSize, moment: momentName(rev, moment) };
}
