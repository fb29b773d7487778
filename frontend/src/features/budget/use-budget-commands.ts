import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { api, ifMatch } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { Answer } from '../../api/types';
import type {
  AuthorisationBody,
  ConfirmationBody,
  CounterFundingBody,
  FollowUpCostBody,
  GapDestinationBody,
  GrantBody,
  LineBody,
  NeedBody,
} from './budget';

type Sent = Promise<{ data?: Answer<'/api/v1/projects/{ref}/needs', 'post'> }>;

/** The commands on one kind of part of a project's budget. */
export interface PartCommands<Values> {
  add: (values: Values) => Sent;
  edit: (id: string, values: Values) => Sent;
  remove: (id: string) => Sent;
}

export interface BudgetCommands {
  needs: PartCommands<NeedBody>;
  lines: PartCommands<LineBody>;
  counterFundings: PartCommands<CounterFundingBody>;
  followUpCosts: PartCommands<FollowUpCostBody>;
  authorisations: PartCommands<AuthorisationBody>;
  grants: PartCommands<GrantBody>;
  destinations: PartCommands<GapDestinationBody>;
  /** Signs the state of the project in a budget, with the figures that were seen. */
  confirm: (body: ConfirmationBody) => Sent;
  /** Marks reported figures as checked: those that are named, or all. */
  check: (ids?: string[]) => Sent;
}

const needs = '/api/v1/projects/{ref}/needs';
const lines = '/api/v1/projects/{ref}/budget-lines';
const counterFundings = '/api/v1/projects/{ref}/counter-fundings';
const followUpCosts = '/api/v1/projects/{ref}/follow-up-costs';
const authorisations = '/api/v1/projects/{ref}/commitment-authorisations';
const grants = '/api/v1/projects/{ref}/grants';
const destinations = '/api/v1/projects/{ref}/gap-destinations';

/**
 * The commands on the parts of a project's budget. Each names the newest version of the project that is known here:
 * the one of the last answer, or of the last command where its own refresh is still on the way.
 */
export function useBudgetCommands(given: {
  projectRef: () => string;
  version: () => number;
}): BudgetCommands {
  const queries = useQueryClient();
  const answered = ref(0);

  const to = () => ({
    params: { path: { ref: given.projectRef() } },
    headers: ifMatch(Math.max(given.version(), answered.value)),
  });
  const at = (id: string) => ({ ...to(), params: { path: { ref: given.projectRef(), id } } });

  async function carry(sent: Sent): Sent {
    try {
      const answer = await sent;
      answered.value = answer.data?.version ?? answered.value;
      return answer;
    } catch (error) {
      // The form stays as it is; the next try names the version that is there now.
      if (error instanceof ProblemError && error.status === 412) await queries.invalidateQueries();
      throw error;
    }
  }

  return {
    needs: {
      add: (body) => carry(api.POST(needs, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${needs}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${needs}/{id}`, at(id))),
    },
    lines: {
      add: (body) => carry(api.POST(lines, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${lines}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${lines}/{id}`, at(id))),
    },
    counterFundings: {
      add: (body) => carry(api.POST(counterFundings, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${counterFundings}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${counterFundings}/{id}`, at(id))),
    },
    followUpCosts: {
      add: (body) => carry(api.POST(followUpCosts, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${followUpCosts}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${followUpCosts}/{id}`, at(id))),
    },
    authorisations: {
      add: (body) => carry(api.POST(authorisations, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${authorisations}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${authorisations}/{id}`, at(id))),
    },
    grants: {
      add: (body) => carry(api.POST(grants, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${grants}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${grants}/{id}`, at(id))),
    },
    destinations: {
      add: (body) => carry(api.POST(destinations, { ...to(), body })),
      edit: (id, body) => carry(api.PATCH(`${destinations}/{id}`, { ...at(id), body })),
      remove: (id) => carry(api.DELETE(`${destinations}/{id}`, at(id))),
    },
    confirm: (body) => carry(api.POST('/api/v1/projects/{ref}/budget-confirmations', { ...to(), body })),
    check: (ids) =>
      carry(
        api.POST('/api/v1/projects/{ref}/figure-checks', { ...to(), body: ids === undefined ? {} : { ids } }),
      ),
  };
}
