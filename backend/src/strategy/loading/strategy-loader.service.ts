import { Injectable } from '@nestjs/common';
import { addDays, Clock, Transactions, type Tx } from '../../platform/index.js';
import type { LoadReport } from './load-report.js';
import { editionToLoad } from './strategy-edition.js';
import { StrategyFileRefused } from './strategy-file.errors.js';
import { openSource, readSource, type StrategyContent, type StrategySource } from './strategy-source.js';
import { writeCatalogues } from './write-catalogues.js';
import { writeEdition } from './write-edition.js';

/** Loads strategy files: all of a file or nothing, any number of times. */
@Injectable()
export class StrategyLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads a file and the table of units that it names.
   * @throws StrategyFileRefused with every fault and where it stands
   */
  async loadFile(path: string): Promise<LoadReport> {
    return this.load(await openSource(path));
  }

  /**
   * Loads a source in one transaction. An entry is known by its key: new ones are added, different ones changed, equal
   * ones left alone. A higher edition number makes a new edition, with a check grid and fields of action of its own.
   * What catalogues have no more is valid until yesterday; what an edition has no more is removed, unless it is in use.
   * @throws StrategyFileRefused with every fault and where it stands
   */
  async load(source: StrategySource): Promise<LoadReport> {
    const content = await readSource(source);
    const { value, moment } = await this.transactions.run(
      { command: 'strategy.load', source: 'load' },
      (tx) => this.write(tx, content),
    );
    return { ...value, moment };
  }

  private async write(tx: Tx, content: StrategyContent): Promise<Omit<LoadReport, 'moment'>> {
    // Two loads at once would each judge what the other is about to change.
    await tx.query('lock table strategy in share row exclusive mode');
    const { edition, faults } = await editionToLoad(tx, content);
    if (faults.length > 0) throw new StrategyFileRefused(faults);
    const { key, edition: number } = content.file.strategy;
    const sections = [
      ...(await writeEdition(tx, content.file, edition)),
      ...(await writeCatalogues(tx, content, addDays(this.clock.today(), -1))),
    ];
    return { strategyId: edition.id, key, edition: number, sections, unused: content.unused };
  }
}
