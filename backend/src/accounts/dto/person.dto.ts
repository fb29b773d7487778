import { ApiProperty, OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQuery, type Role, ROLES, toList } from '../../platform/index.js';
import { SessionOfficeDto } from './session.dto.js';

/** Which people to list; they keep no history. */
export class PeopleQuery extends OmitType(PageQuery, ['asOf']) {
  /** Part of the name or of the office's name. */
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
}

/** A person who can be given a task. */
export class PersonDto {
  id!: string;
  displayName!: string;
  office!: SessionOfficeDto | null;
  @ApiProperty({ enum: ROLES, enumName: 'Role', isArray: true })
  roles!: Role[];
}

/** A page of people. People keep no history, so there is no moment. */
export class PeopleDto {
  items!: PersonDto[];
  total!: number;
  page!: number;
  pageSize!: number;
}
