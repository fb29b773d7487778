import { budgetOf } from '../catalogue.js';
import type { Happening, Telling } from '../happening.js';
import type { AuthorisationStory, DestinationStory, FollowUpCostStory, GrantStory } from '../story.js';
import { accountOf } from './budget-lines.js';

/** Days before today on which these parts of a project's money were entered. */
const FOLLOW_UP_DAY = -310;
const AUTHORISATION_DAY = -290;
const GRANT_DAY = -280;
const DESTINATION_DAY = -60;

/** What a project's money has beside needs, lines and counter-fundings. */
export function moneyParts(telling: Telling): Happening[] {
  const { followUpCosts = [], authorisations = [], grants = [], destinations = [] } = telling.story;
  return [
    ...followUpCosts.map((cost) => followUpCost(telling, cost)),
    ...authorisations.flatMap((authorisation) => commitmentAuthorisation(telling, authorisation)),
    ...grants.flatMap((grant) => fundingGrant(telling, grant)),
    ...destinations.flatMap((destination) => gapDestination(telling, destination)),
  ];
}

function followUpCost(
  { ids, projectId, calendar }: Telling,
  { kind, from, to, euros, note }: FollowUpCostStory,
): Happening {
  const id = ids.next();
  return {
    day: FOLLOW_UP_DAY,
    command: 'follow-up-cost.add',
    by: 'project-lead',
    change: (write) => {
      write.put('follow_up_cost', {
        id,
        project_id: projectId,
        kind,
        year_from: from === undefined ? null : calendar.year(from),
        year_to: to === undefined ? null : calendar.year(to),
        amount_cents: euros * 100,
        note,
        reported_at: write.at,
        checked_at: null,
        checked_by_id: null,
      });
    },
  };
}

function commitmentAuthorisation(
  telling: Telling,
  { year, euros, cash, note }: AuthorisationStory,
): Happening[] {
  const { ids, projectId, calendar, catalogue } = telling;
  const budget = budgetOf(catalogue, calendar.year(year));
  if (budget === undefined) return [];
  const row = {
    id: ids.next(),
    project_id: projectId,
    budget_id: budget.id,
    year: calendar.year(year),
    amount_cents: euros * 100,
    cash_years: JSON.stringify(
      cash.map(([paidIn, amount]) => ({ year: calendar.year(paidIn), amountCents: amount * 100 })),
    ),
    account_assignment: accountOf(telling, 'capital'),
    note,
  };
  return [
    {
      day: AUTHORISATION_DAY,
      command: 'commitment-authorisation.add',
      by: 'finance',
      change: (write) => {
        write.put('commitment_authorisation', row);
      },
    },
  ];
}

/** A grant is entered when it is applied for, and edited when it is decided. */
function fundingGrant({ ids, projectId, calendar }: Telling, grant: GrantStory): Happening[] {
  const { giver, title, state, decided, euros, eligible, percent, purpose, boundUntil } = grant;
  const row = {
    id: ids.next(),
    project_id: projectId,
    giver,
    title,
    state: decided === undefined ? state : 'applied',
    decided_on: null,
    amount_cents: euros * 100,
    eligible_cents: eligible === undefined ? null : eligible * 100,
    rate_basis_points: percent === undefined ? null : percent * 100,
    purpose,
    bound_until: null,
  };
  const added: Happening = {
    day: decided === undefined ? GRANT_DAY : Math.min(GRANT_DAY, decided - 90),
    command: 'grant.add',
    by: 'project-lead',
    change: (write) => {
      write.put('funding_grant', row);
    },
  };
  if (decided === undefined) return [added];
  const bound_until = boundUntil === undefined ? null : calendar.day(boundUntil);
  const change: Happening['change'] = (write) => {
    write.put('funding_grant', { ...row, state, decided_on: calendar.day(decided), bound_until });
  };
  return [added, { day: decided, command: 'grant.edit', by: 'project-lead', change }];
}

function gapDestination(
  { ids, projectId, calendar, catalogue }: Telling,
  { year, kind, budgetOf: of, stage, note }: DestinationStory,
): Happening[] {
  const budget = budgetOf(catalogue, calendar.year(of));
  if (budget === undefined) return [];
  const row = {
    id: ids.next(),
    project_id: projectId,
    year: calendar.year(year),
    kind,
    budget_id: budget.id,
    stage,
    note,
  };
  return [
    {
      day: DESTINATION_DAY,
      command: 'gap-destination.add',
      by: 'finance',
      change: (write) => {
        write.put('gap_destination', row);
      },
    },
  ];
}
