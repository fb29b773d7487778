import { useQueryClient, type UseMutationReturnType } from '@tanstack/vue-query';
import { ref } from 'vue';
import { api, ifMatch } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { Answer } from '../../api/types';
import { useCommand } from '../../api/use-command';
import type { CounterFundingBody, LineBody, NeedBody } from './budget';

type CommandAnswer = Answer<'/api/v1/projects/{ref}/needs', 'post'>;
type Sent = Promise<{ data?: CommandAnswer }>;

/** A part of the budget to save: added without an id, else changed. */
export interface Save<Values> {
  id: string | null;
  values: Values;
}

export interface PartCommands<Values> {
  save: UseMutationReturnType<CommandAnswer | undefined, Error, Save<Values>, unknown>;
  remove: UseMutationReturnType<CommandAnswer | undefined, Error, string, unknown>;
}

interface Words {
  saved: string;
  removed: string;
}

/**
 * The commands on the parts of a project's budget. Each names the newest version of the project that is known here:
 * the one of the last answer, or of the last command where its own refresh is still on the way.
 */
export function useBudgetCommands(given: { projectRef: () => string; version: () => number; words: Words }) {
  const queries = useQueryClient();
  const answered = ref(0);
  const to = () => {
    const headers = ifMatch(Math.max(given.version(), answered.value));
    return { ref: given.projectRef(), headers };
  };

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

  function commands<Values>(parts: {
    add: (values: Values) => Sent;
    edit: (id: string, values: Values) => Sent;
    remove: (id: string) => Sent;
  }): PartCommands<Values> {
    return {
      save: useCommand<Save<Values>, CommandAnswer>({
        run: ({ id, values }) => carry(id === null ? parts.add(values) : parts.edit(id, values)),
        done: () => given.words.saved,
      }),
      remove: useCommand<string, CommandAnswer>({
        run: (id) => carry(parts.remove(id)),
        done: () => given.words.removed,
      }),
    };
  }

  return {
    needs: () =>
      commands<NeedBody>({
        add: (body) => {
          const { ref: project, headers } = to();
          return api.POST('/api/v1/projects/{ref}/needs', { params: { path: { ref: project } }, headers, body });
        },
        edit: (id, body) => {
          const { ref: project, headers } = to();
          const path = { ref: project, id };
          return api.PATCH('/api/v1/projects/{ref}/needs/{id}', {
            params: { path },
            headers: { ...headers, 'Content-Type': 'application/merge-patch+json' },
            body,
          });
        },
        remove: (id) => {
          const { ref: project, headers } = to();
          return api.DELETE('/api/v1/projects/{ref}/needs/{id}', { params: { path: { ref: project, id } }, headers });
        },
      }),
    lines: () =>
      commands<LineBody>({
        add: (body) => {
          const { ref: project, headers } = to();
          return api.POST('/api/v1/projects/{ref}/budget-lines', { params: { path: { ref: project } }, headers, body });
        },
        edit: (id, body) => {
          const { ref: project, headers } = to();
          const path = { ref: project, id };
          return api.PATCH('/api/v1/projects/{ref}/budget-lines/{id}', { params: { path }, headers, body });
        },
        remove: (id) => {
          const { ref: project, headers } = to();
          const path = { ref: project, id };
          return api.DELETE('/api/v1/projects/{ref}/budget-lines/{id}', { params: { path }, headers });
        },
      }),
    counterFundings: () =>
      commands<CounterFundingBody>({
        add: (body) => {
          const { ref: project, headers } = to();
          const path = { ref: project };
          return api.POST('/api/v1/projects/{ref}/counter-fundings', { params: { path }, headers, body });
        },
        edit: (id, body) => {
          const { ref: project, headers } = to();
          const path = { ref: project, id };
          return api.PATCH('/api/v1/projects/{ref}/counter-fundings/{id}', { params: { path }, headers, body });
        },
        remove: (id) => {
          const { ref: project, headers } = to();
          const path = { ref: project, id };
          return api.DELETE('/api/v1/projects/{ref}/counter-fundings/{id}', { params: { path }, headers });
        },
      }),
  };
}
