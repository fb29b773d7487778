import { Injectable } from '@nestjs/common';
import { rolesThatMay } from '../accounts/index.js';
import { DigestQueries } from '../finance/index.js';
import { addDays, Moments, Permission, Reads } from '../platform/index.js';
import type { FinanceDigestFacts } from './notice-facts.js';

/** Answers which amounts changed, for the mail to somebody who wants to be told and still may. */
@Injectable()
export class FinanceDigestNotices {
  constructor(
    private readonly reads: Reads,
    private readonly moments: Moments,
    private readonly digests: DigestQueries,
  ) {}

  /** The digest of the days of the key, `<first>/<last>`; null where it is not wanted or nothing changed. */
  async factsOf(personId: string, dueKey: string): Promise<FinanceDigestFacts | null> {
    const wanted = await this.reads.query({ rev: null }, WANTED, [
      personId,
      rolesThatMay(Permission.FinanceRead),
    ]);
    const [first, last] = dueKey.split('/');
    if (wanted.length === 0 || first === undefined || last === undefined) return null;
    const [from, to] = [
      await this.moments.resolve(addDays(first, -1), 0),
      await this.moments.resolve(last, 0),
    ];
    const { total, changeCount, projectCount, totals } = await this.digests.page(
      { from: '', pageSize: 1 },
      { from, to },
    );
    return total === 0 ? null : { first, last, changeCount, projectCount, totals };
  }
}

const WANTED = `
  select from person p join notice_preference n on n.person_id = p.id
   where p.id = $1 and p.roles && $2::text[] and n.finance_digest <> 'never'`;
