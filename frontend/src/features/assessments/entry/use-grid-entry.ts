import { useQueryClient } from '@tanstack/vue-query';
import { onScopeDispose, watch } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import { api, ifMatch } from '../../../api/client';
import { useSession } from '../../../app/stores/session';
import { useLeaveGuard } from '../../../shared/form/use-leave-guard';
import type { Voice } from '../grid';
import { createGridEntry, type GridEntry, type GridServer } from './grid-entry';
import { keptDrafts } from './kept-drafts';
import { scoreBody } from './score-draft';

/** The entry of scores bound to the API, to this tab's memory and to leaving the page. */
export function useGridEntry(ref: string, voice: Voice): GridEntry & { restoreKept: () => void } {
  const queries = useQueryClient();
  const session = useSession();
  const entry = createGridEntry(voice, serverOf(ref, voice), () => void queries.invalidateQueries());
  const kept = keptDrafts({ personId: session.person?.id ?? '', projectRef: ref, voice });

  const keep = (): void => {
    const typed = entry.dirty.value.map(
      ({ key, draft, base }) => [key, { draft: { ...draft }, base: { ...base } }] as const,
    );
    kept.write(new Map(typed));
  };
  watch(entry.dirty, keep, { deep: true });

  // What was typed just now gets its chance before anybody is asked about it.
  onBeforeRouteLeave(() => entry.flush());
  useLeaveGuard(() => entry.dirty.value.length > 0);
  // Comes after the question: whoever gets here has agreed to lose what is not saved.
  let isGivenUp = false;
  onBeforeRouteLeave(() => {
    isGivenUp = true;
  });
  const retry = (): void => {
    for (const { key, error } of entry.dirty.value) if (error !== null) entry.change(key, {});
  };
  window.addEventListener('online', retry);
  onScopeDispose(() => {
    window.removeEventListener('online', retry);
    if (isGivenUp) kept.write(new Map());
    else void entry.flush();
  });

  function restoreKept(): void {
    for (const [key, { draft, base }] of kept.read()) entry.restore(key, draft, base);
  }
  return { ...entry, restoreKept };
}

function serverOf(ref: string, voice: Voice): GridServer {
  const place = (principle: string) => ({ path: { ref, principle } });
  return {
    load: async () => {
      const { data } = await api.GET('/api/v1/projects/{ref}/assessments', { params: { path: { ref } } });
      return known(data);
    },
    give: async (key, draft, version) => {
      const options = { params: place(key), headers: ifMatch(version), body: scoreBody(draft) };
      const { data } =
        voice === 'self'
          ? await api.PUT('/api/v1/projects/{ref}/assessments/self/scores/{principle}', options)
          : await api.PUT('/api/v1/projects/{ref}/assessments/review/scores/{principle}', options);
      return known(data).version;
    },
    withdraw: async (key, version) => {
      const options = { params: place(key), headers: ifMatch(version) };
      const { data } =
        voice === 'self'
          ? await api.DELETE('/api/v1/projects/{ref}/assessments/self/scores/{principle}', options)
          : await api.DELETE('/api/v1/projects/{ref}/assessments/review/scores/{principle}', options);
      return known(data).version;
    },
  };
}

function known<T>(data: T | undefined): T {
  if (data === undefined) throw new TypeError('The answer is empty.');
  return data;
}
