import { IsString, MaxLength, MinLength } from 'class-validator';

/** Whose password is forgotten. */
export class AskForLinkDto {
  /** Login or mail address. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  login!: string;
}

/** What stands behind the # of a link. */
export class LinkSecretDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  secret!: string;
}

/** A new password by a link. */
export class UseLinkDto extends LinkSecretDto {
  /** 12 to 128 characters, none that are widely known. */
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  password!: string;
}

/** What a link is for. */
export class AccountLinkDto {
  purpose!: 'invitation' | 'reset';
  /** The login that goes with the password, for the password manager. */
  login!: string;
}

/** An invitation on its way. */
export class InvitationDto {
  /** Address to hand over, shown this once; null when it is mailed to the person. */
  link!: string | null;
}
