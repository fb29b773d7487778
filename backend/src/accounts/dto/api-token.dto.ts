import { ApiProperty, OmitType } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsDay, PageDto, PageQuery, Permission, type Role, ROLES } from '../../platform/index.js';
import { SessionOfficeDto } from './session.dto.js';

const PERMISSIONS = Object.values(Permission);

/** Whether a token can be used. */
export const TOKEN_STATES = ['active', 'expired', 'revoked'] as const;
export type TokenState = (typeof TOKEN_STATES)[number];

/** Tokens keep no history. */
export class ApiTokensQuery extends OmitType(PageQuery, ['asOf']) {}

/** A new token for a machine. */
export class CreateApiTokenDto {
  /** What the machine is called; it stands in the history for what the token changes. */
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  name!: string;

  /** The roles of the machine. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];

  /** The office of the machine, for roles that act on the projects of their own office. */
  @IsOptional()
  @IsUUID()
  officeId?: string | null;

  /** What the token may do of what the roles may do. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(PERMISSIONS, { each: true })
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions!: Permission[];

  /** Last day on which the token is valid, 1 to 366 days from today. */
  @IsDay()
  expiresOn!: string;
}

/** A token that was just made. */
export class CreatedApiTokenDto {
  id!: string;
  /** The token itself. It is shown this once, and nowhere kept; null when the same request was sent again. */
  secret!: string | null;
  /** The revision from which on the machine's rights can be read, as `r<rev>`. */
  moment!: string;
}

/** A token as it is listed. */
export class ApiTokenDto {
  id!: string;
  name!: string;
  /** The token's first characters, to recognise it by. */
  hint!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];
  office!: SessionOfficeDto | null;
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions!: Permission[];
  @ApiProperty({ enum: TOKEN_STATES, enumName: 'ApiTokenState' })
  state!: TokenState;
  createdBy!: string;
  createdAt!: string;
  expiresAt!: string;
  /** To the minute; null when never. */
  lastUsedAt!: string | null;
  revokedAt!: string | null;
}

export class ApiTokensDto extends OmitType(PageDto, ['moment']) {
  items!: ApiTokenDto[];
}

/** What tokens for machines of a role can be given. */
export class GrantableDto {
  @ApiProperty({ enum: ROLES, enumName: 'Role' })
  role!: Role;
  @ApiProperty({ enum: PERMISSIONS, enumName: 'Permission', isArray: true })
  permissions!: Permission[];
}

export class GrantableListDto {
  roles!: GrantableDto[];
}
