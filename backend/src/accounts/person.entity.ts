import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '../platform/index.js';

/** A person. The only table with names, and the only one without history, so that leavers can be pseudonymised. */
@Entity('person')
@Check(
  'ck_person_roles',
  `roles <@ ARRAY['employee', 'project-lead', 'office-coordinator', 'commission', 'finance', 'portfolio-office', 'admin']`,
)
@Check('ck_person_kind', `kind in ('person', 'machine')`)
@Check('ck_person_deputy', `deputy_id <> id`)
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  /** Raised by every change that an administrator makes. */
  @Column('int', { default: 1 })
  version!: number;

  /** A machine is the one behind an API token: it has rights and a name in the history, but is never chosen or mailed. */
  @Column('text', { default: 'person' })
  kind!: 'person' | 'machine';

  @Column('text')
  displayName!: string;

  @Column('text', { nullable: true })
  mail!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey('OrgUnit')
  officeId!: string | null;

  @Column('text', { array: true, default: '{}' })
  roles!: Role[];

  /** Prepares sessions of the commission, records decisions and conditions. */
  @Column('boolean', { default: false })
  isSecretary!: boolean;

  /** Stands in for this person on all of the person's projects. */
  @Column('uuid', { nullable: true })
  @ForeignKey('Person')
  @Index('ix_person_deputy_id')
  deputyId!: string | null;

  /** When the person left and was pseudonymised; the row stays, so that the history stays whole. */
  @Column('timestamptz', { nullable: true })
  leftAt!: string | null;

  /** Made up for trying out; holds no real person. */
  @Column('boolean', { default: false })
  isSample!: boolean;
}
