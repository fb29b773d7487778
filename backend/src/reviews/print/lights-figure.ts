import type { Figure, Shape } from '../../platform/documents/index.js';
import { day, LIGHT } from './german.js';

const STEP = 72;
const SIZE = 6;

/** Draws the lights of the last reports as a line: shape and colour, with the day below. */
export function lightsFigure(lights: { reportedOn: string; overall: 'green' | 'amber' | 'red' }[]): Figure {
  const shapes = lights.flatMap(({ reportedOn, overall }, index): Shape[] => {
    const x = index * STEP + 10;
    return [
      ...(index === 0
        ? []
        : [
            {
              shape: 'line' as const,
              from: [x - STEP + SIZE + 3, 10] as [number, number],
              to: [x - SIZE - 3, 10] as [number, number],
              tone: 'grey' as const,
            },
          ]),
      light(overall, x),
      { shape: 'text', x: x - 8, y: 20, text: day(reportedOn), tone: 'ink' },
    ];
  });
  const words = lights.map(({ reportedOn, overall }) => `${day(reportedOn)} ${LIGHT[overall]}`).join(', ');
  return {
    kind: 'figure',
    alternative: `Ampeln der letzten Berichte: ${words}`,
    width: Math.max(1, lights.length) * STEP,
    height: 34,
    shapes,
  };
}

/** Green is a disc, amber a triangle, red a square: told apart without colour. */
function light(tone: 'green' | 'amber' | 'red', x: number): Shape {
  switch (tone) {
    case 'green':
      return { shape: 'circle', x, y: 10, radius: SIZE, tone };
    case 'amber':
      return {
        shape: 'polygon',
        points: [
          [x - SIZE, 16],
          [x, 4],
          [x + SIZE, 16],
        ],
        tone,
      };
    case 'red':
      return {
        shape: 'polygon',
        points: [
          [x - SIZE, 4],
          [x + SIZE, 4],
          [x + SIZE, 16],
          [x - SIZE, 16],
        ],
        tone,
      };
  }
}
