import { useQueryClient } from '@tanstack/vue-query';
import { ifMatch } from '../../../../api/client';
import { useCommand } from '../../../../api/use-command';
import { useProblem } from '../../../../api/use-problem';
import type { Project } from '../../use-project';

type Send = (headers: { 'If-Match': string }) => Promise<{ data?: unknown }>;

/**
 * Changes a part of a project in place, at once: everything typed elsewhere in the form stays. When somebody else was
 * quicker, the state that is there now is fetched and the refusal stands beside the part.
 */
export function usePartCommand(project: () => Project) {
  const queries = useQueryClient();
  const command = useCommand({ run: (send: Send) => send(ifMatch(project().version)) });
  const problem = useProblem(() => command.error.value);

  /** True when it is done. */
  async function run(send: Send): Promise<boolean> {
    if (command.isPending.value) return false;
    try {
      await command.mutateAsync(send);
      return true;
    } catch {
      if (problem.isConflict.value) await queries.invalidateQueries();
      return false;
    }
  }

  return { run, isPending: command.isPending, problem };
}
