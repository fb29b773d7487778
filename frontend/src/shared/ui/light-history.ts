import type { Light } from './types';

/** One of the last lights of a project; the day of the report may not be known. */
export interface PastLight {
  light: Light;
  /** 'YYYY-MM-DD' */
  day: string | null;
}

/** The last lights with their days, as the server tells them side by side, oldest first. */
export function pastLights({
  lightHistory,
  lightHistoryOn,
}: {
  lightHistory: readonly Light[];
  lightHistoryOn: readonly string[];
}): PastLight[] {
  return lightHistory.map((light, index) => ({ light, day: lightHistoryOn[index] ?? null }));
}

/** Since when the newest light stands, and which one stood before it; null without any light. */
export function lastTurn(
  entries: readonly PastLight[],
): { light: Light; since: string | null; before: Light | null } | null {
  const newest = entries.at(-1);
  if (newest === undefined) return null;
  const turned = entries.findLastIndex(({ light }) => light !== newest.light);
  return {
    light: newest.light,
    since: entries[turned + 1]?.day ?? null,
    before: entries[turned]?.light ?? null,
  };
}
