import { Injectable } from '@nestjs/common';
import { NotFound, pageOf, Reads } from '../platform/index.js';
import type {
  LedgerChangeDto,
  LedgerChangesDto,
  LedgerChangesQuery,
  LedgerImportDto,
  LedgerImportItemDto,
  LedgerImportsDto,
  LedgerImportsQuery,
  LedgerRowDto,
  LedgerRowsDto,
  LedgerRowsQuery,
  LedgerSourceDto,
  LedgerSourcesDto,
} from './dto/ledger-import.dto.js';
import { LEDGER_AMOUNTS } from './ledger.enums.js';
import { AMOUNT_NAMES } from './ledger.sql.js';

const NOW = { rev: null };

/** A page of something, as one statement answers it. */
interface PageRow<Item> {
  there: boolean;
  items: Item[];
  total: number;
  rev: number;
}

/** Answers what files of the ledger there are, what stands in them and what they change. */
@Injectable()
export class LedgerImportsQueries {
  constructor(private readonly reads: Reads) {}

  /** The newest first. */
  async list(query: LedgerImportsQuery): Promise<LedgerImportsDto> {
    return this.page<LedgerImportItemDto>(IMPORTS, [], query);
  }

  /** @throws NotFound */
  async one(id: string): Promise<LedgerImportDto> {
    const [row] = await this.reads.query<{ item: LedgerImportDto; rev: number }>(NOW, ONE, [id]);
    if (row === undefined) throw new NotFound('ledger-import');
    return { ...row.item, moment: `r${row.rev}` };
  }

  /** By project, year and kind. @throws NotFound */
  async changes(id: string, query: LedgerChangesQuery): Promise<LedgerChangesDto> {
    return this.page<LedgerChangeDto>(CHANGES, [id, query.undo ?? null], query);
  }

  /** In the order of the file. @throws NotFound */
  async rows(id: string, query: LedgerRowsQuery): Promise<LedgerRowsDto> {
    return this.page<LedgerRowDto>(ROWS, [id, query.outcome ?? null], query);
  }

  /** By name. */
  async sources(query: LedgerImportsQuery): Promise<LedgerSourcesDto> {
    return this.page<LedgerSourceDto>(SOURCES, [], query);
  }

  private async page<Item>(
    sql: (limit: string) => string,
    parameters: unknown[],
    query: LedgerImportsQuery,
  ): Promise<{ items: Item[]; total: number; page: number; pageSize: number; moment: string }> {
    const { page, pageSize, offset } = pageOf(query);
    const limit = `limit $${parameters.length + 1} offset $${parameters.length + 2}`;
    const [row] = await this.reads.query<PageRow<Item>>(NOW, sql(limit), [...parameters, pageSize, offset]);
    if (row === undefined || !row.there) throw new NotFound('ledger-import');
    return { items: row.items, total: row.total, page, pageSize, moment: `r${row.rev}` };
  }
}

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const ITEM = `
  i.id, i.version, i.state, i.file_name as "fileName", i.file_type as "fileType", i.bytes,
  i.source_name as "sourceName", i.fault, i.progress, i.result, ${instant('i.created_at')} as "createdAt",
  maker.display_name as "createdBy", ${instant('i.applied_at')} as "appliedAt",
  case when i.applied_at is not null then applier.display_name end as "appliedBy",
  ${instant('i.undone_at')} as "undoneAt",
  case when i.undone_at is not null then undoer.display_name end as "undoneBy"`;

const FROM = `
  ledger_import i join person maker on maker.id = i.created_by_id
  left join person applier on applier.id = i.applied_by_id
  left join person undoer on undoer.id = i.undone_by_id`;

const IMPORTS = (limit: string): string => `
  select true as there, current_rev() as rev, (select count(*) from ledger_import) as total,
         coalesce((select jsonb_agg(to_jsonb(item)) from (
           select ${ITEM} from ${FROM} order by i.created_at desc, i.id desc ${limit}) item), '[]') as items`;

const ONE = `
  select current_rev() as rev, to_jsonb(item) as item from (
    select ${ITEM}, i.detected, i.format, i.mapping, i.columns, i.sample,
           (select jsonb_build_object('id', o.id, 'appliedAt', ${instant('o.applied_at')})
              from ledger_import o
             where o.sha256 = i.sha256 and o.id <> i.id and o.state = 'applied'
             order by o.applied_at desc limit 1) as "sameFile",
           case when i.state = 'undone' then (
             select jsonb_build_object('restored', count(*) filter (where undo_outcome = 'restored'),
                      'changedSince', count(*) filter (where undo_outcome = 'changed-since'),
                      'lineRemoved', count(*) filter (where undo_outcome = 'line-removed'))
               from ledger_change where import_id = i.id) end as undo
      from ${FROM} where i.id = $1) item`;

const AMOUNTS = LEDGER_AMOUNTS.map((amount) => {
  const name = AMOUNT_NAMES[amount];
  return `case when c.${name}_after is distinct from c.${name}_before and c.${name}_after is not null
               then jsonb_build_array(jsonb_build_object('amount', '${amount}', 'beforeCents', c.${name}_before,
                                                         'afterCents', c.${name}_after)) else '[]' end`;
}).join(' || ');

const isThere = `exists (select from ledger_import where id = $1) as there, current_rev() as rev`;

const CHANGES = (limit: string): string => `
  select ${isThere},
         (select count(*) from ledger_change
           where import_id = $1 and ($2::text is null or undo_outcome = $2)) as total,
         coalesce((select jsonb_agg(to_jsonb(item)) from (
           select c.line_id as "lineId",
                  case when p.id is not null
                       then jsonb_build_object('id', p.id, 'number', p.number, 'title', p.title) end as project,
                  l.year, l.kind, l.direction, b.title as "budgetTitle",
                  l.account_assignment as "accountAssignment", coalesce(l.note, '') as note,
                  c.first_row as "firstRow", c.row_count as "rowCount", ${AMOUNTS} as amounts,
                  c.undo_outcome as undo
             from ledger_change c
             left join project p on p.id = c.project_id
             left join budget_line l on l.id = c.line_id
             left join budget b on b.id = l.budget_id
            where c.import_id = $1 and ($2::text is null or c.undo_outcome = $2)
            order by p.number, l.year, l.kind desc, c.first_row, c.line_id ${limit}) item), '[]') as items`;

const ROWS = (limit: string): string => `
  select ${isThere},
         (select count(*) from ledger_row where import_id = $1 and ($2::text is null or outcome = $2)) as total,
         coalesce((select jsonb_agg(to_jsonb(item)) from (
           select number, cells, outcome, fault from ledger_row
            where import_id = $1 and ($2::text is null or outcome = $2)
            order by number ${limit}) item), '[]') as items`;

const SOURCES = (limit: string): string => `
  select true as there, current_rev() as rev, (select count(*) from ledger_source) as total,
         coalesce((select jsonb_agg(to_jsonb(item)) from (
           select id, name, ${instant('used_at')} as "usedAt" from ledger_source order by name, id ${limit}) item),
           '[]') as items`;
