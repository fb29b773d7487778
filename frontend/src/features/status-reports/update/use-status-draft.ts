import { onScopeDispose } from 'vue';
import { api } from '../../../api/client';
import type { Answer } from '../../../api/types';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import type { DraftContent } from './report-form';
import { draftStore } from './stored-draft';

export type ServerDraft = Answer<'/api/v1/projects/{ref}/status-reports/draft', 'get'>;

interface OwnDraft {
  keeper: DraftKeeper;
  /** What the form starts with; null without a draft. */
  content: DraftContent | null;
  /** Older text of this device, when a newer draft came from another one. */
  olderHere: DraftContent | null;
}

/** The own draft of a project's next report: the newer one of server and device. */
export function useStatusDraft(
  { projectId, personId }: { projectId: string; personId: string },
  onServer: ServerDraft,
): OwnDraft {
  const path = { params: { path: { ref: projectId } } };
  const url = '/api/v1/projects/{ref}/status-reports/draft';
  const store = draftStore(personId, projectId);
  const here = store.read();
  const keeper = createDraftKeeper({
    put: (content) => api.PUT(url, { ...path, body: content }),
    remove: () => api.DELETE(url, path),
    store,
    savedAt: onServer.savedAt,
  });
  const isNewerHere = here !== null && (onServer.savedAt === null || here.typedAt > onServer.savedAt);
  if (isNewerHere) keeper.touch(here.content);

  const onBack = (): void => void keeper.flush();
  window.addEventListener('online', onBack);
  onScopeDispose(() => {
    window.removeEventListener('online', onBack);
    keeper.stop();
  });

  return {
    keeper,
    content: isNewerHere ? here.content : onServer.content,
    olderHere: isNewerHere ? null : (here?.content ?? null),
  };
}
