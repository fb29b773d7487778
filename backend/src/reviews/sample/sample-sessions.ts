import { Injectable } from '@nestjs/common';
import { addDays, Clock, newId, Transactions, type Tx } from '../../platform/index.js';
import { ReviewCondition } from '../review-condition.entity.js';
import { ReviewDecision } from '../review-decision.entity.js';
import { ReviewItem } from '../review-item.entity.js';
import { ReviewParticipant } from '../review-participant.entity.js';
import { ReviewSession } from '../review-session.entity.js';
import type { AgendaReason } from '../review.enums.js';
import {
  SAMPLE_SESSIONS,
  type SampleCondition,
  type SampleDecision,
  type SampleSession,
} from './sample-decisions.js';

/** What is shown of a project that came before a made-up session. */
interface SampleProject {
  id: string;
  light: 'red' | 'amber';
  reportedOn: string;
  helpWanted: boolean;
  gapCents: number;
}

/** Who works on a made-up session, and on which day. */
interface Recording {
  session: { id: string; heldAt: string; closedAt: string };
  secretaryId: string | null;
  today: string;
}

/**
 * Loads made-up sessions of the commission beside the made-up projects. What a session saw are revisions of the projects'
 * history; the session itself is recorded when it is loaded.
 */
@Injectable()
export class SampleSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Adds two sessions that were held, with their decisions and conditions, and one that is planned. */
  async load(): Promise<void> {
    for (const session of SAMPLE_SESSIONS) {
      await this.transactions.run({ command: 'review-session.create', source: 'sample' }, (tx) =>
        this.add(tx, session),
      );
    }
  }

  private async add(tx: Tx, { number, heldIn, decisions }: SampleSession): Promise<void> {
    const today = this.clock.today();
    const session = { id: newId(), ...(await afternoonOf(tx, workingDay(addDays(today, heldIn)))) };
    const isHeld = heldIn < 0;
    await tx.insert(ReviewSession, {
      id: session.id,
      number,
      startsAt: session.heldAt,
      place: 'Rathaus, Zimmer 301',
      state: isHeld ? 'closed' : 'planned',
      ...(isHeld && {
        openedAt: session.heldAt,
        openedRev: await revisionAt(tx, session.heldAt),
        closedAt: session.closedAt,
        closedRev: await revisionAt(tx, session.closedAt),
      }),
    });
    const secretaryId = await this.invite(tx, session.id, isHeld);
    const projects = await worstProjects(tx, session.heldAt, decisions.length);
    const recording = { session, secretaryId, today };
    for (const [index, project] of projects.entries()) {
      const decision = decisions[index];
      if (decision !== undefined) await decide(tx, recording, { project, decision, position: index + 1 });
    }
  }

  private async invite(tx: Tx, sessionId: string, isHeld: boolean): Promise<string | null> {
    const [secretary] = await tx.query<{ id: string }>(
      'select id from person where is_sample and is_secretary order by id limit 1',
    );
    const attendance = isHeld ? 'present' : 'invited';
    const place = { sessionId, attendance } as const;
    await tx.insert(ReviewParticipant, [
      { ...place, id: newId(), role: 'chair', label: 'Dezernat 2' },
      { ...place, id: newId(), role: 'secretary', personId: secretary?.id ?? null },
      { ...place, id: newId(), role: 'member', label: 'Fraktion A' },
      { ...place, id: newId(), role: 'member', label: 'Fraktion B' },
      { ...place, id: newId(), role: 'finance', label: 'Stadtkämmerei' },
      { ...place, id: newId(), role: 'guest', label: 'Gesamtpersonalrat' },
    ]);
    return secretary?.id ?? null;
  }
}

async function decide(
  tx: Tx,
  { session, secretaryId, today }: Recording,
  { project, decision, position }: { project: SampleProject; decision: SampleDecision; position: number },
): Promise<void> {
  const { outcome, text, comeBackIn, conditions = [] } = decision;
  const itemId = newId();
  const ofProject = { sessionId: session.id, projectId: project.id };
  await tx.insert(ReviewItem, {
    ...ofProject,
    id: itemId,
    position,
    origin: 'proposed',
    reasons: reasonsOf(project),
  });
  const decisionId = newId();
  await tx.insert(ReviewDecision, {
    ...ofProject,
    id: decisionId,
    itemId,
    outcome,
    text,
    comeBackOn: comeBackIn === undefined ? null : addDays(today, comeBackIn),
    decidedAt: session.heldAt,
    decidedById: secretaryId,
  });
  for (const condition of conditions)
    await tx.insert(ReviewCondition, {
      ...ofProject,
      id: newId(),
      decisionId,
      ...conditionOf(condition, { session, secretaryId, today }),
    });
}

function conditionOf(
  { text, dueIn, ownerRole, state, evidence, answer }: SampleCondition,
  { secretaryId, today }: Recording,
): Partial<ReviewCondition> {
  const dueOn = addDays(today, dueIn);
  const reportedOn = addDays(dueOn, -2);
  return {
    text,
    dueOn,
    ownerRole,
    state,
    ...(evidence !== undefined && { evidence, reportedAt: `${reportedOn}T08:00:00Z` }),
    ...(answer !== undefined && {
      answer,
      answeredAt: `${dueOn}T08:00:00Z`,
      answeredById: secretaryId,
    }),
    ...(state === 'met' && { metOn: reportedOn }),
  };
}

function reasonsOf({ light, reportedOn, helpWanted, gapCents }: SampleProject): AgendaReason[] {
  return [
    ...(helpWanted ? [{ code: 'help-wanted' as const, params: {} }] : []),
    { code: light, params: { reportedOn } },
    ...(gapCents > 0 ? [{ code: 'money-gap' as const, params: { cents: gapCents } }] : []),
  ];
}

/** Projects that were not well at an instant, as their versions of then say. */
async function worstProjects(tx: Tx, instant: string, count: number): Promise<SampleProject[]> {
  return tx.query<SampleProject>(
    `select o.id, o.light, o.reported_on as "reportedOn", o.help_wanted as "helpWanted",
            o.gap_operating_cents + o.gap_capital_cents as "gapCents"
       from history.project_overview o
      where o.from_rev <= $1 and o.to_rev > $1 and o.light in ('red', 'amber')
      order by o.number limit $2`,
    [await revisionAt(tx, instant), count],
  );
}

/** A Saturday or Sunday becomes the Monday after it. */
function workingDay(day: string): string {
  const weekday = new Date(day).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}

/** From when to when a session of a day is held: two o'clock till half past three, as clocks in Karlsruhe show it. */
async function afternoonOf(tx: Tx, day: string): Promise<{ heldAt: string; closedAt: string }> {
  const [row] = await tx.query<{ heldAt: string; closedAt: string }>(
    `select to_char(($1::date + time '14:00') at time zone 'Europe/Berlin' at time zone 'UTC', ${INSTANT}) as "heldAt",
            to_char(($1::date + time '15:30') at time zone 'Europe/Berlin' at time zone 'UTC', ${INSTANT}) as "closedAt"`,
    [day],
  );
  if (row === undefined) throw new Error('a statement without a table has one row');
  return row;
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS"Z"'`;

async function revisionAt(tx: Tx, instant: string): Promise<number> {
  const [row] = await tx.query<{ rev: number }>(
    'select coalesce(max(rev), 0) as rev from change where at <= $1',
    [instant],
  );
  return row?.rev ?? 0;
}
