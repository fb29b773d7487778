import { Injectable } from '@nestjs/common';
import { type Moment, momentName, NotFound, Reads, type TitleDto } from '../platform/index.js';
import { projectKey } from '../projects/index.js';
import {
  conflictsOf,
  coverageOf,
  differenceOfVoices,
  principleScore,
  voiceDifferences,
} from './assessment.rules.js';
import type { Voice } from './assessment.enums.js';
import type { AssessmentsDto, EditionDto, GivenScoreDto, VoiceDto } from './dto/assessments.dto.js';

interface PrincipleRow {
  id: string;
  key: string;
  position: number;
  title: TitleDto;
  question: TitleDto | null;
  levels: TitleDto[];
  weight: number;
  self: GivenScoreDto | null;
  review: GivenScoreDto | null;
}

interface GridRow {
  projectId: string;
  version: number;
  rev: number;
  strategy: EditionDto | null;
  editions: EditionDto[];
  principles: PrincipleRow[];
}

/** Answers what the two voices say of a project. */
@Injectable()
export class AssessmentsQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * The check grid of a project under one strategy edition; under the edition that the project belongs to unless another is named.
   * @throws NotFound
   */
  async grid(moment: Moment, ref: string, strategyId: string | undefined): Promise<AssessmentsDto> {
    const key = projectKey(ref);
    const [row] = await this.reads.query<GridRow>(moment, GRID[key.column], [key.value, strategyId ?? null]);
    if (row === undefined) throw new NotFound('project');
    const { strategy, principles, rev, ...rest } = row;
    if (strategy === null) throw new NotFound('strategy');
    const differing = new Set(voiceDifferences(principles.map(scoresOf)).map((entry) => entry.key));
    return {
      ...rest,
      moment: momentName(rev, moment),
      strategy,
      principles: principles.map((principle) => ({
        ...principle,
        difference: differenceOfVoices(scoresOf(principle)),
        differs: differing.has(principle.key),
      })),
      self: voiceOf('self', principles),
      review: voiceOf('review', principles),
    };
  }
}

function scoresOf({ key, self, review }: PrincipleRow): {
  key: string;
  self: number | null;
  review: number | null;
} {
  return { key, self: self?.score ?? null, review: review?.score ?? null };
}

function voiceOf(voice: Voice, principles: PrincipleRow[]): VoiceDto {
  const entries = principles.flatMap(({ key, weight, [voice]: given }) =>
    given === null ? [] : [{ key, weight, score: given.score }],
  );
  return {
    score: principleScore(entries),
    coverage: coverageOf(entries, principles.length),
    conflicts: conflictsOf(entries).map((entry) => entry.key),
  };
}

const EDITION = `jsonb_build_object('id', edition.id, 'key', edition.key, 'edition', edition.edition,
  'title', jsonb_build_object('de', edition.title_de, 'en', edition.title_en))`;

const given = (voice: Voice): string => `(
  select jsonb_build_object('score', s.score, 'notApplicable', s.not_applicable, 'reason', s.reason,
                            'evidenceUrl', s.evidence_url, 'givenOn', s.given_on)
    from principle_score s
   where s.project_id = p.id and s.principle_id = d.id and s.voice = '${voice}')`;

const gridBy = (column: string): string => `
  select p.id as "projectId", p.version, current_rev() as rev,
         (select ${EDITION} from strategy edition where edition.id = coalesce($2::uuid, field.strategy_id)) as strategy,
         (select jsonb_agg(${EDITION} order by edition.key, edition.edition)
            from strategy edition
           where edition.id = field.strategy_id
              or edition.id in (select d.strategy_id
                                  from principle_score s join design_principle d on d.id = s.principle_id
                                 where s.project_id = p.id)) as editions,
         coalesce((
           select jsonb_agg(jsonb_build_object(
                    'id', d.id, 'key', d.key, 'position', d.position,
                    'title', jsonb_build_object('de', d.title_de, 'en', d.title_en),
                    'question', case when d.question_de is not null
                                then jsonb_build_object('de', d.question_de, 'en', d.question_en) end,
                    'levels', coalesce(d.levels, '[]'),
                    'weight', d.weight,
                    'self', ${given('self')},
                    'review', ${given('review')}) order by d.position, d.key)
             from design_principle d
            where d.strategy_id = coalesce($2::uuid, field.strategy_id)), '[]') as principles
    from project p
    join action_field field on field.id = p.primary_action_field_id
   where p.${column} = $1`;

const GRID = { id: gridBy('id'), number: gridBy('number') };
