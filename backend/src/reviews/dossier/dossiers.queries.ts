import { Injectable } from '@nestjs/common';
import type { Moment } from '../../platform/index.js';
import type { DossierDto } from '../dto/dossier.dto.js';
import { KeptDocumentsQueries } from '../kept/kept-documents.queries.js';
import { Dossiers } from './dossiers.js';

/** Answers what the commission reads before a session. */
@Injectable()
export class DossiersQueries {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly kept: KeptDocumentsQueries,
  ) {}

  /** The dossier as it would be issued at the moment; that of a kept one gives the very same. @throws NotFound (404) */
  async preview(moment: Moment, session: string): Promise<DossierDto> {
    return (await this.dossiers.build(moment, session)).content;
  }

  /** A dossier as it was issued. @throws NotFound (404) */
  async issued(moment: Moment, session: string, id: string): Promise<DossierDto> {
    const { content } = await this.kept.file(moment, { session, kind: 'dossier', id }, 'json');
    return JSON.parse(content.toString('utf8')) as DossierDto;
  }
}
