import type { Answer } from '../../../api/types';

/** A risk of a project. */
export type Risk = Answer<'/api/v1/projects/{ref}/risks', 'get'>['items'][number];

/** Probability and impact go from 1 to this. */
export const HIGHEST = 5;

/** From this product on a risk counts as high: the red corner of the matrix. */
export const HIGH_FROM = 15;
