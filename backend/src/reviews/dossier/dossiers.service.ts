import { Injectable } from '@nestjs/common';
import { type Actor, Clock, type CommandAnswer } from '../../platform/index.js';
import { writePdf, writeWorkbook } from '../../platform/documents/index.js';
import { type DocumentToKeep, keepDocument } from '../kept/keep-document.js';
import { SessionCommands, UNTIL_CLOSED } from '../session-commands.js';
import { dossierSheets } from './dossier-sheets.js';
import { Dossiers } from './dossiers.js';
import { printDossier } from './print-dossier.js';

/** Issues dossiers and keeps them. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly commands: SessionCommands,
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  /**
   * Builds the dossier from what is known now and keeps it with its files, for good.
   * @throws NotFound (404), SessionClosed (409): what is read before a session comes before it
   */
  async issue(actor: Actor, ref: string): Promise<CommandAnswer> {
    const dossier = await this.prepare(ref);
    return this.commands.run(
      { ref, actor },
      { name: 'dossier.issue', during: UNTIL_CLOSED, notice: 'session', lock: 'whole' },
      async (tx) => ({ id: await keepDocument(tx, dossier), version: 1 }),
    );
  }

  /**
   * Builds the dossier from what is known now, ready to be kept in the transaction of a command.
   * @throws NotFound (404)
   */
  async prepare(ref: string): Promise<DocumentToKeep> {
    const keptAt = this.clock.now().toISOString();
    const built = await this.dossiers.build({ rev: null, today: this.clock.today() }, ref);
    const { sessionId, rev, judgedOn, content } = built;
    // What a file says of when it was made comes from the moment too, so that it can be made again.
    const at = `${judgedOn}T12:00:00Z`;
    const printed = printDossier(content, at);
    const files = [
      { format: 'json' as const, content: Buffer.from(JSON.stringify(content)) },
      { format: 'pdf' as const, content: await writePdf(printed) },
      { format: 'xlsx' as const, content: await writeWorkbook(printed.title, dossierSheets(content), at) },
    ];
    return { sessionId, kind: 'dossier', rev, judgedOn, keptAt, files };
  }
}
