import { readonly, shallowRef } from 'vue';

interface Question {
  title: string;
  text: string;
  confirmLabel: string;
  cancelLabel?: string;
  /** The answer yes loses something. */
  danger?: boolean;
}

interface OpenQuestion extends Question {
  answer: (yes: boolean) => void;
}

const open = shallowRef<OpenQuestion | null>(null);

/** The question that stands open; the shell shows it. */
export const openQuestion = readonly(open);

/** Asks before something that can't be taken back; true means yes. */
export function useConfirm(): (question: Question) => Promise<boolean> {
  return (question) =>
    new Promise((resolve) => {
      open.value?.answer(false);
      open.value = {
        ...question,
        answer: (yes) => {
          open.value = null;
          resolve(yes);
        },
      };
    });
}
