/**
 * Something that keeps the server from starting and that whoever starts it can mend. The message is one clear
 * sentence, shown without a stack; the process ends with code 1.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
}
