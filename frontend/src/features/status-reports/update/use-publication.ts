import { computed, ref, type ComputedRef } from 'vue';
import { api, ifMatch } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useCommand } from '../../../api/use-command';
import type { Project, Report, ReportBody } from './report-form';

interface Publication {
  publish: (body: () => ReportBody) => Promise<{ afterChange: boolean }>;
  isPending: ComputedRef<boolean>;
  error: ComputedRef<unknown>;
}

/**
 * Publishes a report. When somebody changed the project meanwhile, the report goes out on the newer state at once,
 * unless a report was published in between: then its author has to look again.
 */
export function usePublication(given: {
  project: () => Project;
  last: () => Report | null;
  reload: () => Promise<{ version: number; lastId: string | null }>;
}): Publication {
  const failure = ref<unknown>(null);
  const isPending = ref(false);
  const command = useCommand<{ version: number; body: ReportBody }, unknown>({
    run: ({ version, body }) =>
      api.POST('/api/v1/projects/{ref}/status-reports', {
        params: { path: { ref: given.project().id } },
        headers: ifMatch(version),
        body,
      }),
  });

  async function send(body: () => ReportBody): Promise<{ afterChange: boolean }> {
    const lastId = given.last()?.id ?? null;
    try {
      await command.mutateAsync({ version: given.project().version, body: body() });
      return { afterChange: false };
    } catch (error) {
      if (!(error instanceof ProblemError && error.status === 412)) throw error;
      const now = await given.reload();
      if (now.lastId !== lastId)
        throw new ProblemError({ status: 412, code: 'status-report.reported-meanwhile' });
      await command.mutateAsync({ version: now.version, body: body() });
      return { afterChange: true };
    }
  }

  async function publish(body: () => ReportBody): Promise<{ afterChange: boolean }> {
    isPending.value = true;
    failure.value = null;
    try {
      return await send(body);
    } catch (error) {
      failure.value = error;
      throw error;
    } finally {
      isPending.value = false;
    }
  }

  return { publish, isPending: computed(() => isPending.value), error: computed(() => failure.value) };
}
