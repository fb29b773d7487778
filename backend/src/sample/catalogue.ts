import type { BudgetStage } from '../budget/index.js';

/** What the sample refers to and does not make itself: ids by key, handed in by the loader. */
export interface Catalogue {
  /** The thirty entries of the Digital Agenda 2022 (see `parseAgenda`). */
  readonly agenda: readonly AgendaFileEntry[];
  readonly agendaId: string;
  readonly actionFieldIds: Readonly<Record<string, string>>;
  readonly principleIds: Readonly<Record<string, string>>;
  readonly corridorThemeIds: Readonly<Record<string, string>>;
  readonly supportedGoalIds: Readonly<Record<string, string>>;
  readonly councilBodyIds: Readonly<Record<string, string>>;
  readonly budgets: readonly CatalogueBudget[];
  /** Offices that can be responsible for a project. */
  readonly offices: readonly CatalogueOffice[];
  /** People by role and office; names are none of the generator's business. */
  readonly people: readonly CataloguePerson[];
}

export interface AgendaFileEntry {
  readonly number: number;
  readonly actionFieldKey: string;
  readonly title: string;
  readonly supportedGoalKeys: readonly string[];
  readonly supportedGoalTexts: readonly string[];
}

export interface CatalogueBudget {
  readonly id: string;
  readonly yearFrom: number;
  readonly yearTo: number;
  readonly stage: BudgetStage;
}

export interface CatalogueOffice {
  readonly id: string;
  readonly key: string;
  readonly shortName: string;
}

export interface CataloguePerson {
  readonly id: string;
  readonly role: ActorRole;
  /** Key of the person's office; null for roles that belong to none. */
  readonly officeKey: string | null;
}

/** Roles that act in the sample. */
export type ActorRole = 'project-lead' | 'office-coordinator' | 'commission' | 'finance' | 'portfolio-office';

/** Looks up an id. @throws RangeError when the catalogue lacks the key */
export function idOf(ids: Readonly<Record<string, string>>, key: string): string {
  const id = ids[key];
  if (id === undefined) throw new RangeError(`the catalogue has no "${key}"`);
  return id;
}

/** The budget that a year belongs to; none for years that no budget covers. */
export function budgetOf({ budgets }: Pick<Catalogue, 'budgets'>, year: number): CatalogueBudget | undefined {
  return budgets.find(({ yearFrom, yearTo }) => yearFrom <= year && year <= yearTo);
}
