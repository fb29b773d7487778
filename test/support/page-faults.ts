import type { ConsoleMessage, Page, Response } from 'playwright-core';

/** Collects what goes wrong on pages. */
export interface FaultWatch {
  watch(page: Page): void;
  /** Leaves out faults that match, until the next `take`. */
  allow(pattern: RegExp): void;
  /** What went wrong since the last call. */
  take(): string[];
}

/** Starts a collection of faults: errors on the console (the content security policy speaks there too), uncaught ones, answers of 500 and more. */
export function watchFaults(): FaultWatch {
  let faults: string[] = [];
  let allowed: RegExp[] = [];
  return {
    watch: (page) => {
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (isFault(message)) faults.push(`${message.type()}: ${message.text()} (${message.location().url})`);
      });
      page.on('response', (response) => {
        if (isServerFault(response)) faults.push(`answer ${response.status()}: ${response.url()}`);
      });
    },
    allow: (pattern) => void allowed.push(pattern),
    take: () => {
      const taken = faults.filter((fault) => !allowed.some((pattern) => pattern.test(fault)));
      faults = [];
      allowed = [];
      return taken;
    },
  };
}

function isFault(message: ConsoleMessage): boolean {
  const type = message.type();
  if (type === 'warning') return message.text().startsWith('[Vue') || message.text().startsWith('[intlify]');
  return type === 'error' && !isRefusal(message);
}

/** An answer of 400 to 499 from the API is part of a conversation, but the browser calls it an error. */
function isRefusal(message: ConsoleMessage): boolean {
  return (
    /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) &&
    message.location().url.includes('/api/v1/')
  );
}

function isServerFault(response: Response): boolean {
  return response.status() >= 500;
}
