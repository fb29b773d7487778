import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { type Role, ROLES } from '../../platform/index.js';

/** Signing in with a local account. */
export class SignInDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  login!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  password!: string;
}

/** Signing in as one of the sample accounts. */
export class SampleSignInDto {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  login!: string;
}

/** The office of the person who is signed in. */
export class SessionOfficeDto {
  id!: string;
  shortName!: string;
  name!: string;
}

/** The person who is signed in. */
export class SessionPersonDto {
  id!: string;
  displayName!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];
  office!: SessionOfficeDto | null;
  isSecretary!: boolean;
  /** What the person may do at all, as the permissions' names. */
  permissions!: string[];
}

/** A sample account that can be chosen with one click. */
export class SampleAccountDto {
  login!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;
  displayName!: string;
}

/** The identity provider by which people sign in, and how it is called. */
export class SessionProviderDto {
  label!: string;
}

/** What is left to do after signing out. */
export class SignedOutDto {
  /** Address at the identity provider where the browser goes on to sign out there, too; null when nothing is left to do. */
  goTo!: string | null;
}

/** Who is signed in, and what the sign-in page needs. */
export class SessionDto {
  person!: SessionPersonDto | null;
  /** Null when there are local accounts only. */
  provider!: SessionProviderDto | null;
  /** Name of the city, from the newest strategy edition; null before one is loaded. */
  city!: string | null;
  /** A forgotten password is set anew by a link by mail; else an administrator hands one over. */
  resetByMail!: boolean;
  /** Sample accounts can be chosen with one click. */
  sampleMode!: boolean;
  sampleAccounts!: SampleAccountDto[];
  /** The portfolio contains made-up sample data. */
  demoData!: boolean;
}
