import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A piece of a file that was received; together they are the file. */
@Entity('ledger_chunk')
export class LedgerChunk {
  @PrimaryColumn('uuid')
  @ForeignKey('LedgerImport', { onDelete: 'CASCADE' })
  importId!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('bytea')
  content!: Buffer;
}
