import { computed, toValue, type ComputedRef, type MaybeRefOrGetter } from 'vue';
import { useI18n } from 'vue-i18n';
import { ProblemError } from './problem';

// The server names problems by their code, so these keys are composed.
// i18n-keys: errors.*

interface ShownProblem {
  /** One sentence for the whole form, or undefined when there is no error. */
  message: ComputedRef<string | undefined>;
  /** What is wrong with the input of this JSON pointer, and with what lies below it. */
  field: (pointer: string) => string | undefined;
  /** Somebody else changed the record meanwhile (412). */
  isConflict: ComputedRef<boolean>;
}

/** Puts an error into words: by its code, else by its status, else in general. */
export function useProblem(error: MaybeRefOrGetter<unknown>): ShownProblem {
  const texts = useProblemText();
  const problem = computed(() => toValue(error));
  return {
    message: computed(() => (problem.value ? texts.message(problem.value) : undefined)),
    field: (pointer) => {
      if (!(problem.value instanceof ProblemError)) return undefined;
      const found = problem.value.errors.filter(
        (fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`),
      );
      return found.length > 0
        ? found.map((fault) => texts.sentence(fault.code, fault.params)).join(' ')
        : undefined;
    },
    isConflict: computed(() => problem.value instanceof ProblemError && problem.value.status === 412),
  };
}

/** Words for errors, for those who hold the error in their hand. */
export function useProblemText(): {
  message: (error: unknown) => string;
  sentence: (code: string, params: Record<string, unknown>, status?: number) => string;
} {
  const { t, te } = useI18n();
  const known = (key: string) => te(key) || te(key, 'de');

  const sentence = (code: string, params: Record<string, unknown>, status?: number): string => {
    const name = isEmptiness(code, params) ? 'empty' : keyOf(code);
    const keys = [`errors.${name}`, ...(status === undefined ? [] : [`errors.http.${status}`])];
    return t(keys.find(known) ?? 'errors.unknown', params);
  };
  const message = (error: unknown): string =>
    error instanceof ProblemError ? sentence(error.code, error.params, error.status) : t('errors.unknown');
  return { message, sentence };
}

/** At least one character: nothing was typed. */
function isEmptiness(code: string, params: Record<string, unknown>): boolean {
  return code === 'min-length' && params.limit === 1;
}

/** `project.gate-open` → `project.gateOpen`: keys of locale files are camelCase. */
function keyOf(code: string): string {
  return code.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
