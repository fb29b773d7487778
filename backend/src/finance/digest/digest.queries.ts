import { Injectable } from '@nestjs/common';
import { type Moment, momentName, pageOf, Reads } from '../../platform/index.js';
import type {
  ChangeDigestDto,
  DigestChangeDto,
  DigestItemDto,
  DigestQuery,
  DigestTotalDto,
} from '../dto/digest.dto.js';
import { DIGEST_FIELDS } from './digest.enums.js';
import { DigestBackwards } from './digest.errors.js';
import { DIGEST_FILE, DIGEST_PAGE } from './digest.sql.js';

/** The two moments of a digest. */
export interface DigestSpan {
  from: Moment;
  to: Moment;
}

/** What a digest is asked for besides its page. */
export type DigestFilter = Omit<DigestQuery, 'page' | 'pageSize' | 'from' | 'to'>;

/** A row of the digest with the change that made it. */
export interface DigestFileRow {
  item: DigestItemDto;
  change: Omit<DigestChangeDto, 'count'>;
}

interface DigestRow {
  total: number;
  changes: number;
  projects: number;
  totals: DigestTotalDto[];
  items: DigestItemDto[];
  made: DigestChangeDto[];
}

/** Answers which amounts changed between two moments, from the versions that every change left. */
@Injectable()
export class DigestQueries {
  constructor(private readonly reads: Reads) {}

  /** A page of the rows, with the counts and sums of all. @throws DigestBackwards */
  async page(query: DigestQuery, span: DigestSpan): Promise<ChangeDigestDto> {
    const { page, pageSize, offset } = pageOf(query);
    const { fromRev, toRev } = await this.bounds(span);
    const [row] = await this.reads.queryPlannedAnew<DigestRow>(DIGEST_PAGE, [
      ...digestValues(query, { fromRev, toRev }),
      query.groupBy === 'budget',
      pageSize,
      offset,
      DIGEST_FIELDS,
    ]);
    const { total = 0, changes = 0, projects = 0, totals = [], items = [], made = [] } = row ?? {};
    const to = { moment: momentName(toRev, span.to), day: span.to.today };
    return {
      from: { moment: momentName(fromRev, span.from), day: span.from.today },
      to,
      changeCount: changes,
      projectCount: projects,
      totals,
      changes: made,
      items,
      total,
      page,
      pageSize,
      moment: to.moment,
    };
  }

  /** The digest with its counts and sums, and all its rows up to so many. @throws DigestBackwards */
  async all(
    filter: DigestFilter,
    span: DigestSpan,
    most: number,
  ): Promise<{ digest: ChangeDigestDto; rows: DigestFileRow[] }> {
    const { fromRev, toRev } = await this.bounds(span);
    // The sums and the rows are of the same moments, whatever is changed between the two statements.
    const fixed = { from: { ...span.from, rev: fromRev }, to: { ...span.to, rev: toRev } };
    const { groupBy: _group, ...rest } = filter;
    const digest = await this.page({ ...rest, from: '', pageSize: 1 }, fixed);
    const rows = await this.reads.query<DigestFileRow>({ rev: null }, DIGEST_FILE, [
      ...digestValues(filter, { fromRev, toRev }),
      most,
    ]);
    return { digest, rows };
  }

  /** The revisions that the moments stand for; now is the newest one. @throws DigestBackwards */
  async bounds({ from, to }: DigestSpan): Promise<{ fromRev: number; toRev: number }> {
    const [row] = await this.reads.query<{ rev: number }>({ rev: null }, 'select current_rev() as rev');
    const newest = row?.rev ?? 0;
    const [fromRev, toRev] = [from.rev ?? newest, to.rev ?? newest];
    if (fromRev > toRev) throw new DigestBackwards();
    return { fromRev, toRev };
  }
}

/** The values `$1` to `$8` of the statements. */
export function digestValues(
  { project, office, field, kind, year, budget }: DigestFilter,
  { fromRev, toRev }: { fromRev: number; toRev: number },
): unknown[] {
  return [
    fromRev,
    toRev,
    project ?? null,
    office ?? null,
    field ?? null,
    kind ?? null,
    year ?? null,
    budget ?? null,
  ];
}
