import { computed, reactive, ref, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { api, ifMatch } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { useCommand } from '../../../api/use-command';
import { useProject } from '../use-project';
import {
  creationOf,
  differences,
  draftOf,
  emptyDraft,
  mergeDraft,
  patchOf,
  type Arrival,
  type ProjectDraft,
} from './project-draft';

/** Who changed the project meanwhile, as far as the server says so. */
export interface Meanwhile {
  by: string | null;
  at: string | null;
}

/** The form of a project: of an existing one by its reference, of a new one without. */
export function useProjectForm(projectRef: string | undefined) {
  const { t } = useI18n();
  const query = useProject(() => projectRef ?? '');
  const draft = reactive(emptyDraft());
  const changeReason = ref('');
  const base = shallowRef<ProjectDraft>(emptyDraft());
  const version = ref(0);
  const arrivals = ref<Arrival[]>([]);
  const meanwhile = ref<Meanwhile | null>(null);
  const isReady = ref(projectRef === undefined);
  const isSaved = ref(false);

  watch(
    () => query.data.value,
    (project) => {
      if (projectRef === undefined || project === undefined || project.version === version.value) return;
      const theirs = draftOf(project);
      if (isReady.value) {
        const merged = mergeDraft(base.value, { ...draft }, theirs);
        const fresh = new Set(merged.arrivals.map(({ field }) => field));
        arrivals.value = [...arrivals.value.filter(({ field }) => !fresh.has(field)), ...merged.arrivals];
        Object.assign(draft, merged.draft);
      } else {
        Object.assign(draft, theirs);
      }
      base.value = theirs;
      version.value = project.version;
      isReady.value = true;
    },
    { immediate: true },
  );

  /** What a new project starts with; it does not count as typed. */
  function preset(content: Partial<ProjectDraft>): void {
    Object.assign(draft, content);
    base.value = { ...draft };
  }

  const isDirty = computed(
    () => !isSaved.value && isReady.value && differences(base.value, draft).length > 0,
  );

  const save = useCommand({
    run: () => {
      const reason = changeReason.value.trim();
      if (projectRef === undefined) return api.POST('/api/v1/projects', { body: creationOf(draft) });
      return api.PATCH('/api/v1/projects/{ref}', {
        params: { path: { ref: projectRef } },
        headers: ifMatch(version.value),
        body: { ...patchOf(base.value, draft), ...(reason === '' ? {} : { changeReason: reason }) },
      });
    },
    done: () => t(projectRef === undefined ? 'projects.form.created' : 'projects.form.saved'),
  });

  /** True when it is saved; the error of a refusal stays with `save`. */
  async function submit(): Promise<{ id: string } | null> {
    meanwhile.value = null;
    arrivals.value = [];
    try {
      const answer = await save.mutateAsync();
      isSaved.value = true;
      return answer ?? null;
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) {
        meanwhile.value = meanwhileOf(error);
        await query.refetch();
      }
      return null;
    }
  }

  /** Takes what the others wrote in place of what was typed. */
  function take(arrival: Arrival): void {
    Object.assign(draft, { [arrival.field]: arrival.theirs });
    arrivals.value = arrivals.value.map((other) =>
      other.field === arrival.field ? { ...other, isConflict: false } : other,
    );
  }

  return { query, draft, preset, changeReason, isReady, isDirty, save, submit, arrivals, meanwhile, take };
}

export type ProjectForm = ReturnType<typeof useProjectForm>;

function meanwhileOf({ params }: ProblemError): Meanwhile {
  const { changedBy, changedAt } = params;
  return {
    by: typeof changedBy === 'string' ? changedBy : null,
    at: typeof changedAt === 'string' ? changedAt : null,
  };
}
