import { useQueryClient } from '@tanstack/vue-query';
import { ref } from 'vue';
import { api, ifMatch } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { Answer } from '../../api/types';
import type { CounterFundingBody, LineBody, NeedBody } from './budget';

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
}

const needs = '/api/v1/projects/{ref}/needs';
const lines = '/api/v1/projects/{ref}/budget-lines';
const counterFundings = '/api/v1/projects/{ref}/counter-fundings';

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
  };
}
