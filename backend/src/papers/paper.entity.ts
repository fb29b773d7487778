import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CoverSheetValues } from './cover-sheet/cover-sheet.enums.js';
import type { PaperType } from './paper.enums.js';

/** A paper for the council. Its version counts every change to it, its consultations and its cover sheet. */
@Entity('paper')
@Check(
  'ck_paper_type',
  `type in ('decision', 'information', 'motion', 'inquiry', 'amendment', 'budget', 'other')`,
)
export class Paper {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer', { default: 1 })
  version!: number;

  /** As printed, e.g. 2021/1528; empty while there is none. Several papers may bear the same. */
  @Column('text', { default: '' })
  reference!: string;

  @Column('text')
  type!: PaperType;

  @Column('text')
  title!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrgUnit')
  directorateId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrgUnit')
  officeId!: string | null;

  @Column('date', { nullable: true })
  datedOn!: string | null;

  /** Short form of what the council is asked to decide. */
  @Column('text', { default: '' })
  motion!: string;

  /** False: seen only by those who may see non-public consultations. */
  @Column('boolean', { default: false })
  isPublic!: boolean;

  /** What people entered on the cover sheet: a key that is there stands against the projects' data, null as well. */
  @Column('jsonb', { default: {} })
  coverSheet!: Partial<CoverSheetValues>;
}
