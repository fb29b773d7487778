import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Role } from '../platform/index.js';

/** A person. The only table with names, and the only one without history, so that leavers can be pseudonymised. */
@Entity('person')
@Check(
  'ck_person_roles',
  `roles <@ ARRAY['employee', 'project-lead', 'office-coordinator', 'commission', 'finance', 'portfolio-office', 'admin']`,
)
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

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

  /** Made up for trying out; holds no real person. */
  @Column('boolean', { default: false })
  isSample!: boolean;
}
