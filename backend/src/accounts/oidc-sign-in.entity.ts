import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that is on its way through the identity provider; used once, bound to the browser that began it. */
@Entity('oidc_sign_in')
export class OidcSignIn {
  @PrimaryColumn('bytea')
  stateHash!: Buffer;

  /** SHA-256 of the cookie that the browser got when it began. */
  @Column('bytea')
  browserHash!: Buffer;

  @Column('text')
  nonce!: string;

  /** PKCE. */
  @Column('text')
  codeVerifier!: string;

  /** Page of the interface to go on with. */
  @Column('text')
  returnTo!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: string;
}
