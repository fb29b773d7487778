import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import type { OrgUnitKind } from './organisation.enums.js';

/** A directorate, an office or a municipal company; a tree by `parentId`. */
@Entity('org_unit')
@Unique('uq_org_unit_key', ['key'])
@Check('ck_org_unit_kind', "kind in ('directorate', 'office', 'municipal-company')")
export class OrgUnit {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('int', { default: 1 })
  version!: number;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: OrgUnitKind;

  @Column({ type: 'text' })
  shortName!: string;

  @Column({ type: 'text' })
  name!: string;

  @ForeignKey('OrgUnit', { name: 'fk_org_unit_parent_id' })
  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  /** First day on which the unit exists; null when it always did. */
  @Column({ type: 'date', nullable: true })
  validFrom!: string | null;

  /** Last day on which the unit exists; null while it does. */
  @Column({ type: 'date', nullable: true })
  validTo!: string | null;
}
