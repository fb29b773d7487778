import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** What an identity provider calls a person: issuer and subject, never a name or a mail address. */
@Entity('identity')
@Unique('uq_identity_issuer_subject', ['issuer', 'subject'])
export class Identity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;
}
