import type { Answer } from '../../../api/types';
import { daysBetween } from '../../../shared/format/dates';

/** Report date against expected date of all milestones of a project. */
export type Trend = Answer<'/api/v1/projects/{ref}/milestone-trend', 'get'>;
export type TrendItem = Trend['milestones'][number];

/** A line of the picture; all places in percent of the plot, counted from its upper left corner. */
export interface TrendLine {
  id: string;
  /** Number by which the line is found in the legend. */
  mark: number;
  tone: 'moved' | 'kept' | 'removed';
  /** What was expected when, as steps. */
  path: string;
  end: { x: number; y: number };
  /** Place of the number: as near to the end as there is room. */
  label: { x: number; y: number };
}

/** Where a month stands on an axis. */
export interface Tick {
  /** First of the month. */
  day: string;
  at: number;
}

/** Everything that is drawn. */
export interface TrendPicture {
  lines: TrendLine[];
  /** Where the day that was expected is the day that it is. */
  diagonal: { x1: number; y1: number; x2: number; y2: number } | null;
  across: Tick[];
  upwards: Tick[];
}

/** Labels that stand nearer to each other than this share of the height would touch. */
const LABEL_ROOM = 7;
const TICKS = 5;

/** Lays out the lines of milestones on both axes. */
export function pictureOf(milestones: readonly TrendItem[]): TrendPicture {
  const points = milestones.flatMap((milestone) => milestone.points);
  const across = axisOf(points.map(({ on }) => on));
  const upwards = axisOf(points.map(({ expectedOn }) => expectedOn));
  const x = (day: string): number => across.at(day);
  const y = (day: string): number => 100 - upwards.at(day);
  const lines = milestones.flatMap((milestone, index): TrendLine[] => {
    const last = milestone.points.at(-1);
    if (last === undefined) return [];
    const end = { x: x(last.on), y: y(last.expectedOn) };
    return [
      {
        id: milestone.id,
        mark: index + 1,
        tone: toneOf(milestone),
        path: stepsOf(milestone.points.map((point) => ({ x: x(point.on), y: y(point.expectedOn) }))),
        end,
        label: { ...end },
      },
    ];
  });
  spread(lines);
  const [from, to] = [laterOf(across.first, upwards.first), earlierOf(across.last, upwards.last)];
  return {
    lines,
    diagonal: from < to ? { x1: x(from), y1: y(from), x2: x(to), y2: y(to) } : null,
    across: across.ticks,
    upwards: upwards.ticks.map((tick) => ({ ...tick, at: 100 - tick.at })),
  };
}

function toneOf({ removedOn, redatings, moves }: TrendItem): TrendLine['tone'] {
  if (removedOn !== null) return 'removed';
  return redatings.length > 0 || moves > 0 ? 'moved' : 'kept';
}

/** A date holds until another one is named: the line goes across, then up or down. */
function stepsOf(points: readonly { x: number; y: number }[]): string {
  return points
    .map(({ x, y }, index) => (index === 0 ? `M${round(x)} ${round(y)}` : `H${round(x)}V${round(y)}`))
    .join('');
}

/** Moves numbers that would lie upon each other downwards, and all of them up again where they would leave the plot. */
function spread(lines: TrendLine[]): void {
  const sorted = lines.toSorted((a, b) => a.label.y - b.label.y);
  sorted.forEach((line, index) => {
    for (const other of sorted.slice(0, index)) {
      const near = Math.abs(other.label.x - line.label.x) < LABEL_ROOM;
      if (near) line.label.y = Math.max(line.label.y, other.label.y + LABEL_ROOM);
    }
  });
}

function axisOf(days: readonly string[]): {
  first: string;
  last: string;
  at: (day: string) => number;
  ticks: Tick[];
} {
  const sorted = [...days].sort();
  const first = sorted.at(0) ?? '1970-01-01';
  const last = sorted.at(-1) ?? first;
  const span = daysBetween(first, last);
  const at = (day: string): number => (span === 0 ? 50 : 4 + (92 * daysBetween(first, day)) / span);
  return { first, last, at, ticks: monthsBetween(first, last).map((day) => ({ day, at: at(day) })) };
}

/** First days of months from one day to another, so far apart that there are few of them. */
export function monthsBetween(first: string, last: string): string[] {
  const number = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const start = number(first) + (first.endsWith('-01') ? 0 : 1);
  const count = number(last) - start + 1;
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => count / months <= TICKS) ?? 120;
  return Array.from({ length: Math.max(0, count) }, (_, index) => start + index)
    .filter((month) => month % step === 0)
    .map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`);
}

const round = (value: number): number => Math.round(value * 100) / 100;
const laterOf = (a: string, b: string): string => (a > b ? a : b);
const earlierOf = (a: string, b: string): string => (a < b ? a : b);
