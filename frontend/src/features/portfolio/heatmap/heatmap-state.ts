import type { Answer } from '../../../api/types';
import { integer, list, oneOf, text, useUrlQuery } from '../../../shared/list/use-url-query';
import { PHASES } from '../list/list-state';

export type Heatmap = Answer<'/api/v1/portfolio/heatmap', 'get'>;
export type HeatField = Heatmap['fields'][number];
export type HeatPrinciple = Heatmap['principles'][number];
export type Summary = Answer<'/api/v1/portfolio/summary', 'get'>;
export const VOICES = ['self', 'review'] as const;
export type Voice = (typeof VOICES)[number];

/** Projects on one page of the map. */
export const MAP_PAGE_SIZE = 50;

/** The state of the heat map; all of it stands in the URL. */
export function useHeatmapState() {
  return useUrlQuery({
    by: oneOf(['actionField', 'project'], 'actionField'),
    voice: oneOf(VOICES, 'self'),
    phase: list(PHASES),
    actionField: list(),
    agenda: list(),
    sort: text('number'),
    /** Key of the principle whose column is marked on the map by projects. */
    marked: text(),
    page: integer(1),
    /** The chosen cell: key of its field and of its principle. */
    cellField: text(),
    cellPrinciple: text(),
  });
}

export type HeatmapState = ReturnType<typeof useHeatmapState>;

/** The filters of the map as API and portfolio list take them; what is not set is left out. */
export function mapFilter({ phase, actionField, agenda }: HeatmapState['values']) {
  return {
    ...(phase.length > 0 ? { phase } : {}),
    ...(actionField.length > 0 ? { actionField } : {}),
    ...(agenda.length > 0 ? { agenda } : {}),
  };
}
