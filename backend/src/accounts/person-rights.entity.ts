import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { Role } from '../platform/index.js';

/** The rights of a person without the name, kept with history: who was given or lost which role, when and by whom. */
@Entity('person_rights')
export class PersonRights {
  /** The person's id. */
  @PrimaryColumn('uuid')
  @ForeignKey('Person')
  id!: string;

  /** The person's version: raised also when nothing of the rights but the name or the mail address was changed. */
  @Column('int', { default: 1 })
  version!: number;

  @Column('text', { array: true })
  roles!: Role[];

  @Column('uuid', { nullable: true })
  officeId!: string | null;

  @Column('boolean')
  isSecretary!: boolean;

  @Column('uuid', { nullable: true })
  deputyId!: string | null;

  @Column('boolean')
  hasLeft!: boolean;
}
