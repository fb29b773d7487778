import { ifMatch } from '../../../api/client';
import type { Answer } from '../../../api/types';
import { useCommand } from '../../../api/use-command';
import { useProblemText } from '../../../api/use-problem';
import { useNotices } from '../../../app/stores/notices';

type Sent = Promise<{ data?: Answer<'/api/v1/review-sessions/{id}/opening', 'post'> }>;
type Send = (headers: { 'If-Match': string }) => Sent;

/**
 * Sends small commands on a session, one at a time, and says in a notice what was refused. The headers name the version
 * of the session that was read; it is read anew before the next command.
 */
export function useSessionCommand(version: () => number) {
  const notices = useNotices();
  const problems = useProblemText();
  const command = useCommand({
    run: (send: Send) => send(ifMatch(version())),
  });

  /** True when it was done; false when it was refused or another one is still on its way. */
  async function run(send: Send): Promise<boolean> {
    if (command.isPending.value) return false;
    try {
      await command.mutateAsync(send);
      return true;
    } catch (error) {
      notices.failure(problems.message(error));
      return false;
    }
  }

  return { run, isPending: command.isPending };
}
