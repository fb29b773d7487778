import { IsBoolean, IsOptional, IsString, IsUrl, MaxLength, MinLength } from 'class-validator';
import { IfSent } from '../../platform/index.js';

const TEXT = 10_000;
const URL_LENGTH = 2000;

/** What shows that a condition is met. */
export class PutEvidenceDto {
  @IsString()
  @MinLength(1)
  @MaxLength(TEXT)
  evidence!: string;

  /** Where it can be looked at. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(URL_LENGTH)
  evidenceUrl?: string | null;
}

/** The answer to evidence. */
export class AnswerEvidenceDto {
  /** True: the condition is met. False: the evidence is returned. */
  @IsBoolean()
  accepted!: boolean;

  /** What is missing; needed when it is returned. */
  @IfSent()
  @IsString()
  @MaxLength(TEXT)
  text?: string;
}
