import { ref } from 'vue';

interface LiveFaults {
  /** The text for the input of this JSON pointer, as long as its value is the one that was sent. */
  fault: (pointer: string) => string | undefined;
  /** Remembers what is being sent; to be called before each attempt. */
  sending: () => void;
}

/** Takes what the last attempt found wrong with a field away as soon as that field has another value. */
export function useLiveFaults(
  form: () => unknown,
  field: (pointer: string) => string | undefined,
): LiveFaults {
  const sent = ref('{}');
  return {
    fault: (pointer) => {
      const text = field(pointer);
      if (text === undefined) return undefined;
      const isSame =
        JSON.stringify(valueAt(form(), pointer)) === JSON.stringify(valueAt(JSON.parse(sent.value), pointer));
      return isSame ? text : undefined;
    },
    sending: () => {
      sent.value = JSON.stringify(form());
    },
  };
}

function valueAt(whole: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => {
      if (typeof value !== 'object' || value === null) return undefined;
      return Object.entries(value).find(([key]) => key === name)?.[1];
    }, whole);
}
