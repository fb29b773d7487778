import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { LedgerMapping } from './reading/columns.rules.js';
import type { LedgerFormat } from './reading/format.rules.js';

/** Where files come from, such as a report of the ledger: their columns are the same each time. */
@Entity('ledger_source')
@Unique('uq_ledger_source_name', ['name'])
export class LedgerSource {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  mapping!: LedgerMapping;

  @Column('jsonb')
  format!: LedgerFormat;

  @Column('timestamptz', { default: () => 'now()' })
  usedAt!: string;
}
