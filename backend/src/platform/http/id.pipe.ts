import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../errors/app-error.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** True for the text of a uuid of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * Takes a record's id from the path; what is no uuid is the id of nothing.
 * @throws NotFound (404)
 */
@Injectable()
export class IdPipe implements PipeTransform<string, string> {
  transform(id: string): string {
    if (!isUuid(id)) throw new NotFound('record');
    return id.toLowerCase();
  }
}
