import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, momentName, newId, type Tx } from '../../platform/index.js';
import { CoverSheetIssue } from '../cover-sheet-issue.entity.js';
import type { CoverSheetInputDto } from '../dto/cover-sheet-input.dto.js';
import { PaperCommands, type PaperTarget } from '../paper-commands.js';
import { COVER_SHEET_FIELDS } from './cover-sheet.enums.js';
import { SHEET_DATA } from './cover-sheet.sql.js';
import { documentOf, type SheetRow } from './compose-sheet.js';

/** Completes cover sheets by hand, and issues them. */
@Injectable()
export class CoverSheets {
  constructor(
    private readonly commands: PaperCommands,
    private readonly clock: Clock,
  ) {}

  /** Keeps what is entered by hand, the whole of it. @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412) */
  enter(target: PaperTarget, input: CoverSheetInputDto): Promise<CommandAnswer> {
    const entered = Object.fromEntries(
      COVER_SHEET_FIELDS.filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
    );
    return this.commands.run(target, 'cover-sheet.enter', async (tx) => {
      await tx.query('update paper set cover_sheet = $2 where id = $1', [target.id, JSON.stringify(entered)]);
    });
  }

  /**
   * Issues the sheet as it stands, with all consultations, and keeps it to the byte. Findings block nothing.
   *
   * @throws NotFound (404), Forbidden (403), ChangedMeanwhile (412)
   */
  issue(target: PaperTarget): Promise<CommandAnswer> {
    return this.commands.run(target, 'cover-sheet.issue', async (tx) => {
      const row = await wholeSheet(tx, target.id);
      const [last] = await tx.query<{ number: number }>(
        'select coalesce(max(number), 0)::int as number from cover_sheet_issue where paper_id = $1',
        [target.id],
      );
      const today = this.clock.today();
      const number = (last?.number ?? 0) + 1;
      // Of the statement that read the data: what others commit meanwhile is not in the sheet.
      const dataRev = row.rev;
      const content = JSON.stringify(
        documentOf(row, { issue: number, issuedOn: today, speaksOf: momentName(dataRev, { today }) }),
      );
      const id = newId();
      await tx.insert(CoverSheetIssue, {
        id,
        paperId: target.id,
        number,
        issuedAt: this.clock.now().toISOString(),
        dataRev,
        content,
        sha256: createHash('sha256').update(content).digest('hex'),
        isConfidential: !row.isPublic || row.consultations.some((consultation) => !consultation.isPublic),
      });
      return id;
    });
  }
}

/** The sheet with all consultations, whoever issues it. */
async function wholeSheet(tx: Tx, paperId: string): Promise<SheetRow> {
  const [row] = await tx.query<SheetRow>(SHEET_DATA, [true, [], [], paperId]);
  if (row === undefined) throw new Error('A locked paper is gone.');
  return row;
}
