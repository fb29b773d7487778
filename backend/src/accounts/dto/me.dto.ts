import { IsString, MaxLength, MinLength } from 'class-validator';

/** How the person who asks can sign in. */
export class MeDto {
  /** Login of the local account; null for who comes by the identity provider only. */
  login!: string | null;
  /** There is a password, which can be changed here. */
  hasPassword!: boolean;
  mail!: string | null;
}

/** A new password for oneself. */
export class ChangePasswordDto {
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  current!: string;

  /** 12 to 128 characters, none that are widely known. */
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  next!: string;
}
