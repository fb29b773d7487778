import { Injectable } from '@nestjs/common';
import { type Moment, type PageQuery, Reads } from '../../platform/index.js';
import { readParts } from '../project-parts.js';
import type { RiskDto, RiskListDto } from './risk.dto.js';
import { exposureOf, isHighRisk } from './risk.rules.js';

/** Answers what could go wrong in a project. */
@Injectable()
export class RisksQueries {
  constructor(private readonly reads: Reads) {}

  /**
   * Lists the risks of a project: closed ones last, the highest exposure first.
   *
   * @throws NotFound (404)
   */
  async list(ref: string, moment: Moment, query: PageQuery): Promise<RiskListDto> {
    const found = await readParts<Omit<RiskDto, 'exposure' | 'isHigh'>>(
      this.reads,
      { ref, moment, query },
      {
        columns: COLUMNS,
        table: 'risk',
        order: `part.state = 'closed', part.probability * part.impact desc, part.title, part.id`,
      },
    );
    const items = found.items.map((risk) => ({
      ...risk,
      exposure: exposureOf(risk),
      isHigh: isHighRisk(risk),
    }));
    return { ...found, items };
  }
}

const COLUMNS = `
  part.id, part.title, part.description, part.probability, part.impact, part.response,
  part.response_kind as "responseKind", part.owner_role as "ownerRole", part.state`;
