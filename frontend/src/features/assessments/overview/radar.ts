/** A point of the drawing. */
export interface Point {
  x: number;
  y: number;
}

/** Scores keep off the middle, so that a 0 is still a place one can see. */
const MIDDLE = 0.14;
const HIGHEST_SCORE = 4;

/** How far out a score lies, as share of the radius. */
export function reachOf(score: number): number {
  return MIDDLE + (1 - MIDDLE) * (score / HIGHEST_SCORE);
}

/** Where an axis is at a share of the radius; the first axis points up, the others follow clockwise. */
export function pointOn(axis: { index: number; of: number }, radius: number): Point {
  const angle = (2 * Math.PI * axis.index) / axis.of - Math.PI / 2;
  return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
}

/** The corners of a ring or of a voice; axes without a score are left out. */
export function corners(scores: readonly (number | null)[], radius: number): Point[] {
  return scores.flatMap((score, index) =>
    score === null ? [] : [pointOn({ index, of: scores.length }, reachOf(score) * radius)],
  );
}

/** Points as SVG's `points` attribute takes them. */
export function pointsText(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
}

/** On which side of its point a label stands. */
export function anchorOf({ x }: Point): 'start' | 'middle' | 'end' {
  if (Math.abs(x) < 12) return 'middle';
  return x > 0 ? 'start' : 'end';
}

/** Breaks a title into lines of at most so many characters, at spaces only. */
export function linesOf(title: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
