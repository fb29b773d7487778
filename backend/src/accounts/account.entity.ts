import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A local way to sign in as a person. Without a password hash only the one-click sign-in of sample mode works. */
@Entity('account')
@Unique('uq_account_login', ['login'])
export class Account {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Person', { onDelete: 'CASCADE' })
  personId!: string;

  /** Lower case. */
  @Column('text')
  login!: string;

  /** argon2id. */
  @Column('text', { nullable: true })
  passwordHash!: string | null;
}
