import { Injectable } from '@nestjs/common';
import { type Actor, NotFound, Reads } from '../../platform/index.js';
import { projectKey } from '../../projects/index.js';
import type { WatchDto } from './watching.dto.js';

/** Answers what somebody watches. */
@Injectable()
export class WatchingQueries {
  constructor(private readonly reads: Reads) {}

  /** @throws NotFound (404) */
  async one(actor: Actor, ref: string): Promise<WatchDto> {
    const { column, value } = projectKey(ref);
    const [watch] = await this.reads.query<WatchDto>({ rev: null }, WATCH[column], [value, actor.personId]);
    if (watch === undefined) throw new NotFound('project');
    return watch;
  }
}

const watchOf = (column: string): string => `
  select exists (select 1 from watch w where w.project_id = p.id and w.person_id = $2) as watched
    from project p where p.${column} = $1`;
const WATCH = { id: watchOf('id'), number: watchOf('number') };
