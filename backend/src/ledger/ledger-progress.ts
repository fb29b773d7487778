import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../platform/index.js';

/** How far the work on an import is. It is told outside of its transaction, where everybody can see it at once. */
@Injectable()
export class LedgerProgress {
  constructor(private readonly dataSource: DataSource) {}

  /** Says so much is done; the transaction of the work must not have changed the import yet. */
  async tell(importId: string, percent: number): Promise<void> {
    await poolOf(this.dataSource).query('update ledger_import set progress = $2 where id = $1', [
      importId,
      Math.round(percent),
    ]);
  }
}
