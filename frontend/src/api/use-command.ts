import { useMutation, useQueryClient, type UseMutationReturnType } from '@tanstack/vue-query';
import { useNotices } from '../app/stores/notices';

interface Command<Input, Data> {
  run: (input: Input) => Promise<{ data?: Data }>;
  /** Keys, as given to `useServerQuery`, of the answers that the command made old; without it all of them. */
  refreshes?: (input: Input) => readonly (readonly unknown[])[];
  /** What to say when it is done. */
  done?: (input: Input) => string;
}

/** A change on the server. Errors stay with the command: the form shows them beside the input. */
export function useCommand<Input = void, Data = unknown>(
  command: Command<Input, Data>,
): UseMutationReturnType<Data | undefined, Error, Input, unknown> {
  const queries = useQueryClient();
  const notices = useNotices();
  return useMutation<Data | undefined, Error, Input>({
    mutationFn: async (input) => (await command.run(input)).data,
    onSuccess: async (_data, input) => {
      if (command.done !== undefined) notices.success(command.done(input));
      const keys = command.refreshes?.(input);
      // The first part of a key is the moment, which a change does not choose.
      await queries.invalidateQueries({
        predicate: ({ queryKey }) =>
          keys === undefined || keys.some((key) => startsWith(queryKey.slice(1), key)),
      });
    },
  });
}

function startsWith(key: readonly unknown[], start: readonly unknown[]): boolean {
  return start.every((part, index) => JSON.stringify(part) === JSON.stringify(key[index]));
}
