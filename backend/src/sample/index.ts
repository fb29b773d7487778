/** Front door: what the loader of the sample needs. Pure: no database, no clock, no files. */
export { parseAgenda } from './agenda-file.js';
export type { Catalogue, CatalogueOffice, CataloguePerson } from './catalogue.js';
export { FIRST_DAY, generatePortfolio, STORY_COUNT, STORY_OFFICE_KEYS } from './generator.js';
export type { SampleEvent } from './recorder.js';
export type { Table, TableRows, Write } from './rows.js';
