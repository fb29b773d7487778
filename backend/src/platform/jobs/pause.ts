/** Waits that all end at once when the server stops. */
export class Pause {
  private readonly ending = new AbortController();

  /** Nothing is to be waited for any more. */
  get isOver(): boolean {
    return this.ending.signal.aborted;
  }

  /** Ends all waits, also those to come. */
  end(): void {
    this.ending.abort();
  }

  /** Waits so long, or until the end. */
  of(milliseconds: number): Promise<void> {
    const { signal } = this.ending;
    return new Promise((resolve) => {
      if (signal.aborted) {
        resolve();
        return;
      }
      const finish = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, milliseconds);
      signal.addEventListener('abort', finish);
    });
  }
}
