import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Actor,
  countStatement,
  type Fault,
  newId,
  NotFound,
  Reads,
  type Role,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import type { CalendarKind } from './calendar.enums.js';
import type { CreateCalendarFeedDto, CreatedCalendarFeedDto } from './dto/calendar-feed.dto.js';

/** A calendar that somebody asks for by its secret address, and whose it is. */
export interface SubscribedCalendar {
  id: string;
  kind: CalendarKind;
  personId: string;
  roles: Role[];
  isSecretary: boolean;
  officeId: string | null;
  actionFieldId: string | null;
}

interface FeedRow extends SubscribedCalendar {
  isUntouched: boolean;
}

const SECRET = /^[\w-]{43}$/;

/** Calendars that people subscribe to, each under an address of its own with 256 random bits, of which the hash is kept. */
@Injectable()
export class CalendarFeeds {
  constructor(
    private readonly transactions: Transactions,
    private readonly dataSource: DataSource,
    private readonly reads: Reads,
  ) {}

  /**
   * Makes a calendar and returns its path: the only time that it exists in this process.
   * @throws RuleViolated (422)
   */
  async create(actor: Actor, input: CreateCalendarFeedDto): Promise<CreatedCalendarFeedDto> {
    const { kind, actionFieldId = null, officeId = null } = input;
    // Set by the work: for a request that was sent again with its key nobody knows the secret any more.
    let secret: string | null = null;
    const { value: id, moment } = await this.transactions.run(
      { command: 'calendar-feed.create', actor },
      async (tx) => {
        const faults = await faultsOf(tx, { kind, actionFieldId, officeId });
        if (faults.length > 0) throw new RuleViolated(faults);
        secret = randomBytes(32).toString('base64url');
        const feedId = newId();
        await tx.query(
          `insert into calendar_feed (id, person_id, kind, action_field_id, office_id, token_hash)
           values ($1, $2, $3, $4, $5, $6)`,
          [feedId, actor.personId, kind, actionFieldId, officeId, hashOf(secret)],
        );
        return feedId;
      },
    );
    return { id, path: secret === null ? null : `/api/v1/calendar/${String(secret)}.ics`, moment };
  }

  /**
   * Ends one of the own calendars for good.
   * @throws NotFound (404)
   */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.transactions.run({ command: 'calendar-feed.revoke', actor }, async (tx) => {
      const [found] = await tx.query(
        `update calendar_feed set revoked_at = coalesce(revoked_at, now())
          where id = $1 and person_id = $2 returning id`,
        [id, actor.personId],
      );
      if (found === undefined) throw new NotFound('calendar-feed');
    });
  }

  /**
   * Finds a calendar by its secret, with what its owner is today.
   * @throws NotFound (404) when it is unknown or revoked, or the owner left
   */
  async find(file: string): Promise<SubscribedCalendar> {
    const secret = file.replace(/\.ics$/, '');
    const [feed] = SECRET.test(secret)
      ? await this.reads.query<FeedRow>({ rev: null }, FIND, [hashOf(secret)])
      : [];
    if (feed === undefined) throw new NotFound('calendar-feed');
    const { isUntouched, ...calendar } = feed;
    if (isUntouched) await this.touch(feed.id);
    return calendar;
  }

  private async touch(id: string): Promise<void> {
    countStatement();
    await this.dataSource.query('update calendar_feed set last_used_at = now() where id = $1', [id]);
  }
}

type Filter = Required<CreateCalendarFeedDto>;

async function faultsOf(tx: Tx, { kind, actionFieldId, officeId }: Filter): Promise<Fault[]> {
  const [known] = await tx.query<{ field: boolean; office: boolean }>(
    `select $1::uuid is null or exists (select from action_field where id = $1) as field,
            $2::uuid is null or exists (select from org_unit where id = $2) as office`,
    [actionFieldId, officeId],
  );
  const fault = (pointer: string, isSent: boolean, isKnown: boolean | undefined): Fault[] => {
    if (isSent && kind === 'personal') return [{ pointer, code: 'calendar-feed.filter-personal' }];
    return isKnown === true ? [] : [{ pointer, code: 'reference-unknown' }];
  };
  return [
    ...fault('/actionFieldId', actionFieldId !== null, known?.field),
    ...fault('/officeId', officeId !== null, known?.office),
  ];
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Found by the hash in an index: how long it takes says nothing about the secret. "Used" is written once a minute. */
const FIND = `
  select f.id, f.kind, p.id as "personId", p.roles, p.is_secretary as "isSecretary",
         f.office_id as "officeId", f.action_field_id as "actionFieldId",
         f.last_used_at is null or f.last_used_at < now() - interval '1 minute' as "isUntouched"
    from calendar_feed f join person p on p.id = f.person_id
   where f.token_hash = $1 and f.revoked_at is null and p.left_at is null`;
