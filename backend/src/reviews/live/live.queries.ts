import { Injectable } from '@nestjs/common';
import { NotFound, Reads } from '../../platform/index.js';
import { sessionKey } from '../session-key.js';
import type { LivePositionDto } from './dto/live.dto.js';

const NOW = { rev: null };

/** What a wall asks about a session. */
@Injectable()
export class LiveQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The id of a session that is named by its id or its number.
   * @throws NotFound
   */
  async sessionId(ref: string): Promise<string> {
    const { column, value } = sessionKey(ref);
    const [row] = await this.reads.query<{ id: string }>(
      NOW,
      `select id from review_session where ${column} = $1`,
      [value],
    );
    if (row === undefined) throw new NotFound('review-session');
    return row.id;
  }

  /** Which item a session has before it. */
  async position(ref: string): Promise<LivePositionDto> {
    const [row] = await this.reads.query<{ item_id: string; moved_at: string }>(
      NOW,
      'select item_id, moved_at from review_live where session_id = $1',
      [await this.sessionId(ref)],
    );
    return { itemId: row?.item_id ?? null, movedAt: row?.moved_at ?? null };
  }
}
