import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IfSent, PageDto, PageQuery, type Role, ROLES, toList } from '../../platform/index.js';
import { SessionOfficeDto } from './session.dto.js';

/** Whether somebody works here. */
export const USER_STATES = ['present', 'left'] as const;
export type UserState = (typeof USER_STATES)[number];

/** How somebody signs in: with an account of this installation, or through the identity provider. */
export const WAYS_IN = ['local', 'provider'] as const;
export type WayIn = (typeof WAYS_IN)[number];

const NAME_LENGTH = 200;
const MAIL_LENGTH = 254;

/** Which people to administer; people keep no history. */
export class UsersQuery extends OmitType(PageQuery, ['asOf']) {
  /** Part of the name, of the mail address or of the office's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** One of these roles. */
  @IsOptional()
  @Transform(toList)
  @IsIn(ROLES, { each: true })
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true, required: false })
  role?: Role[];

  /** Of this office, by id or key. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  office?: string;

  /** Those who work here when absent. */
  @IsOptional()
  @IsIn(USER_STATES)
  @ApiProperty({ enum: USER_STATES, enumName: 'UserState', required: false })
  state?: UserState;
}

/** A person as another person's deputy or lead. */
export class UserNameDto {
  id!: string;
  displayName!: string;
}

/** A person as the administration sees them. */
export class UserDto {
  id!: string;
  /** For If-Match. */
  version!: number;
  displayName!: string;
  mail!: string | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];
  office!: SessionOfficeDto | null;
  /** Prepares sessions of the commission. */
  isSecretary!: boolean;
  /** Who stands in on all projects of the person. */
  deputy!: UserNameDto | null;
  /** How the person can sign in; empty when not at all yet. */
  @ApiProperty({ enum: WAYS_IN, enumName: 'WayIn', isArray: true })
  signsInBy!: WayIn[];
  /** When the person left and was pseudonymised. */
  leftAt!: string | null;
}

export class UsersDto extends OmitType(PageDto, ['moment']) {
  items!: UserDto[];
}

/** A project that a person is responsible for. */
export class UserProjectDto {
  id!: string;
  number!: string;
  title!: string;
  @ApiProperty({ enum: ['lead', 'deputy'], enumName: 'PersonFunction' })
  function!: 'lead' | 'deputy';
}

/** A person with what depends on them. */
export class UserDetailDto extends UserDto {
  /** Projects that the person leads, or is a deputy of, by number. */
  projects!: UserProjectDto[];
  /** For whom the person stands in. */
  standsInFor!: UserNameDto[];
}

/** A new person, who can sign in once invited or known to the identity provider. */
export class CreateUserDto {
  @IsString()
  @MinLength(1)
  @MaxLength(NAME_LENGTH)
  displayName!: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(MAIL_LENGTH)
  mail?: string | null;

  @IsArray()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];

  @IsOptional()
  @IsUUID()
  officeId?: string | null;

  @IfSent()
  @IsBoolean()
  isSecretary?: boolean;

  /** Who stands in on all projects of the person. */
  @IsOptional()
  @IsUUID()
  deputyId?: string | null;
}

/** Changes to a person, as a merge patch: a missing field stays, null empties. */
export class EditUserDto {
  @IfSent()
  @IsString()
  @MinLength(1)
  @MaxLength(NAME_LENGTH)
  displayName?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(MAIL_LENGTH)
  mail?: string | null;

  @IfSent()
  @IsArray()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true, required: false })
  roles?: Role[];

  @IsOptional()
  @IsUUID()
  officeId?: string | null;

  @IfSent()
  @IsBoolean()
  isSecretary?: boolean;

  /** Who stands in on all projects of the person. */
  @IsOptional()
  @IsUUID()
  deputyId?: string | null;
}
