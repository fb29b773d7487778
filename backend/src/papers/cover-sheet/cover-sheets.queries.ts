import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Moment,
  momentName,
  NotFound,
  pageOf,
  type PageQuery,
  Reads,
} from '../../platform/index.js';
import type {
  CoverSheetDocumentDto,
  CoverSheetDto,
  CoverSheetIssueDto,
  CoverSheetIssueListDto,
} from '../dto/cover-sheet.dto.js';
import { mayEditPaper, readerOf } from '../paper-rights.js';
import { IS_INSIDER, IS_SEEN } from '../papers.sql.js';
import { SHEET_DATA } from './cover-sheet.sql.js';
import { sheetOf, type SheetRow } from './compose-sheet.js';

/** Answers what a cover sheet says, and as what it was issued. */
@Injectable()
export class CoverSheetsQueries {
  constructor(private readonly reads: Reads) {}

  /** The sheet as it stands. @throws NotFound (404) */
  async sheet(actor: Actor, moment: Moment, paperId: string): Promise<CoverSheetDto> {
    const [row] = await this.reads.query<SheetRow>(
      moment,
      `${SHEET_DATA} and ${IS_SEEN}`,
      keyOf(actor, paperId),
    );
    if (row === undefined) throw new NotFound('paper');
    return {
      version: row.version,
      ...sheetOf(row),
      mayEdit: mayEditPaper(actor, row.rights),
      moment: momentName(row.rev, moment),
    };
  }

  /** The issues that the person may see, the newest first. @throws NotFound (404) */
  async issues(
    actor: Actor,
    moment: Moment,
    paperId: string,
    query: PageQuery,
  ): Promise<CoverSheetIssueListDto> {
    const { page, pageSize, offset } = pageOf(query);
    const [row] = await this.reads.query<{ rev: number; total: number; items: CoverSheetIssueDto[] }>(
      moment,
      ISSUES,
      [...keyOf(actor, paperId), pageSize, offset],
    );
    if (row === undefined) throw new NotFound('paper');
    return { items: row.items, total: row.total, page, pageSize, moment: momentName(row.rev, moment) };
  }

  /** An issued document, to the byte. @throws NotFound (404), also when the person may not see it */
  async content(
    actor: Actor,
    moment: Moment,
    { paperId, issueId }: { paperId: string; issueId: string },
  ): Promise<{ text: string; document: CoverSheetDocumentDto }> {
    const [row] = await this.reads.query<{ content: string }>(moment, CONTENT, [
      ...keyOf(actor, paperId),
      issueId,
    ]);
    if (row === undefined) throw new NotFound('cover-sheet-issue');
    return { text: row.content, document: JSON.parse(row.content) as CoverSheetDocumentDto };
  }
}

function keyOf(actor: Actor, paperId: string): unknown[] {
  const { readsAll, personIds, officeIds } = readerOf(actor);
  return [readsAll, personIds, officeIds, paperId];
}

/** Whether `issue` names a consultation that is not public: when it was issued, or meanwhile. */
const IS_CONFIDENTIAL = `(issue.is_confidential or exists (
  select from public.consultation today
   where today.paper_id = paper.id and not today.is_public and position(today.id::text in issue.content) > 0))`;

const SEEN_ISSUES = `
  select issue.* from cover_sheet_issue issue
   where issue.paper_id = paper.id and (not ${IS_CONFIDENTIAL} or ${IS_INSIDER})`;

const ISSUES = `
  select current_rev() as rev, (select count(*) from (${SEEN_ISSUES}) issue)::int as total,
         coalesce((select jsonb_agg(jsonb_build_object('id', issue.id, 'number', issue.number,
             'issuedAt', to_char(issue.issued_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
             'speaksOf', 'r' || issue.data_rev, 'sha256', issue.sha256) order by issue.number desc)
           from (${SEEN_ISSUES} order by issue.number desc limit $5 offset $6) issue), '[]') as items
    from paper
   where paper.id = $4 and ${IS_SEEN}`;

const CONTENT = `
  select issue.content from paper cross join lateral (${SEEN_ISSUES}) issue
   where paper.id = $4 and ${IS_SEEN} and issue.id = $5`;
