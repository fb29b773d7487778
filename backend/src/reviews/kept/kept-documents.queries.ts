import { Injectable } from '@nestjs/common';
import { cataloguePage, type Moment, NotFound, type PageQuery, Reads, utc } from '../../platform/index.js';
import type { KeptDocumentListDto } from '../dto/kept-document.dto.js';
import { sessionKey } from '../session-key.js';
import type { KeptFormat, KeptKind } from './kept.enums.js';

const MEDIA_TYPES: Record<KeptFormat, string> = {
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A kept file, as it is handed out. */
export interface HandedFile {
  content: Buffer;
  type: string;
  name: string;
}

/** Which kept document of a session. */
export interface KeptKey {
  session: string;
  kind: KeptKind;
  id: string;
}

/** Answers what was kept for a session. */
@Injectable()
export class KeptDocumentsQueries {
  constructor(private readonly reads: Reads) {}

  /** The documents of one kind, the newest first. @throws NotFound (404) */
  async list(
    moment: Moment,
    { session, kind, query }: { session: string; kind: KeptKind; query: PageQuery },
  ): Promise<KeptDocumentListDto> {
    const { column, value } = sessionKey(session);
    const [found] = await this.reads.query<{ id: string }>(
      moment,
      `select id from review_session where ${column} = $1`,
      [value],
    );
    if (found === undefined) throw new NotFound('review-session');
    return cataloguePage(
      this.reads,
      { moment, query },
      {
        items: `select k.id, k.number, 'r' || k.rev || '@' || k.judged_on as "speaksOf", ${utc('k.kept_at')} as "keptAt",
                       k.sha256, k.files
                  from kept_document k where k.session_id = $1 and k.kind = $2`,
        order: 'number desc',
        parameters: [found.id, kind],
      },
    );
  }

  /** The bytes of a document in one format. @throws NotFound (404) */
  async file(moment: Moment, { session, kind, id }: KeptKey, format: KeptFormat): Promise<HandedFile> {
    const { column, value } = sessionKey(session);
    const [row] = await this.reads.query<{ content: Buffer; session: number; number: number }>(
      moment,
      `select f.content, s.number as session, k.number
         from review_session s
         join kept_document k on k.session_id = s.id
         join kept_file f on f.document_id = k.id
        where s.${column} = $1 and k.kind = $2 and k.id = $3 and f.format = $4`,
      [value, kind, id, format],
    );
    if (row === undefined) throw new NotFound('kept-document');
    const name = kind === 'dossier' ? 'dossier' : 'niederschrift';
    return {
      content: row.content,
      type: MEDIA_TYPES[format],
      name: `${name}-sitzung-${row.session}-${row.number}.${format}`,
    };
  }
}
