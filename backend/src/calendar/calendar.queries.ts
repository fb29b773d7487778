import { Injectable } from '@nestjs/common';
import { permissionsOf } from '../accounts/index.js';
import { Clock, Permission, Reads, type Role } from '../platform/index.js';
import type { CalendarEntry } from './calendar-entry.js';
import { PERSONAL, PORTFOLIO } from './calendar.sql.js';

/** Whose calendar is asked for, with what this person is today. */
export interface AskedCalendar {
  kind: 'personal' | 'portfolio';
  personId: string;
  roles: Role[];
  isSecretary: boolean;
  officeId: string | null;
  actionFieldId: string | null;
}

/** Answers what stands in a calendar: what its owner may read today. */
@Injectable()
export class CalendarQueries {
  constructor(
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** The entries of a calendar, from three months ago on for two years. */
  async entries(calendar: AskedCalendar): Promise<CalendarEntry[]> {
    const { kind, personId, roles, isSecretary, officeId, actionFieldId } = calendar;
    const may = permissionsOf(roles, { isSecretary });
    if (!may.has(Permission.PortfolioRead)) return [];
    const common = [this.clock.today(), may.has(Permission.SessionRead)];
    return kind === 'personal'
      ? this.reads.query<CalendarEntry>({ rev: null }, PERSONAL, [...common, personId])
      : this.reads.query<CalendarEntry>({ rev: null }, PORTFOLIO, [...common, officeId, actionFieldId]);
  }
}
