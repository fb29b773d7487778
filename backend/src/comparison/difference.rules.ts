import type { ShownLightThen } from './light.rules.js';
import {
  type ChangeDirection,
  type ChangeUnit,
  type ComparedField,
  COMPARED_FIELDS,
  DIFFERENCE_KINDS,
  type DifferenceKind,
  MONEY_FIELDS,
  type MoneyField,
} from './comparison.enums.js';
import { directionOf, unitOf } from './field.rules.js';

/** A value as it stood at a moment; null when nothing was known. */
export type ComparedValue = string | number | null;

/** Which of several: a milestone or a principle. */
export interface ComparedPart {
  /** Id of the milestone, key of the principle. */
  key: string;
  title: { de: string; en: string | null };
}

/** A day of one milestone. */
export interface MilestoneFact {
  id: string;
  title: string;
  expectedOn: string;
  actualOn: string | null;
}

/** What one voice says of one principle: 0 to 4, or `not-applicable`. */
export interface ScoreFact {
  principleId: string;
  principle: ComparedPart;
  voice: 'self' | 'review';
  score: number | 'not-applicable';
}

type PlainField = Exclude<
  ComparedField,
  MoneyField | 'light' | 'milestone' | 'score-self' | 'score-review' | 'agendas'
>;

/** Everything of a project that is compared, as it stood at a moment. */
export interface ProjectFacts {
  id: string;
  number: string;
  title: string;
  /** The light as it was shown: grey when overdue on that day. */
  light: ShownLightThen;
  agendas: string[];
  plain: Record<PlainField, ComparedValue>;
  money: Record<MoneyField, number>;
  milestones: MilestoneFact[];
  scores: ScoreFact[];
}

/** One field that is not what it was. */
export interface FieldChange {
  field: ComparedField;
  /** Which of several; null where a project has the field once. */
  part: ComparedPart | null;
  before: ComparedValue;
  after: ComparedValue;
  unit: ChangeUnit;
  direction: ChangeDirection;
}

/** What of a project is different at two moments. */
export interface ProjectDifference {
  /** As it was called at the later moment, or when it was last there. */
  project: { id: string; number: string; title: string };
  kinds: DifferenceKind[];
  changes: FieldChange[];
}

/** Compares a project at two moments; null when nothing is different. Who was not there yet is null. */
export function differenceOf(
  before: ProjectFacts | null,
  after: ProjectFacts | null,
): ProjectDifference | null {
  const named = after ?? before;
  if (named === null) return null;
  const changes = before === null || after === null ? existence(before, after) : changesOf(before, after);
  const kinds = kindsOf(before, after, changes);
  if (kinds.length === 0) return null;
  const { id, number, title } = named;
  return { project: { id, number, title }, kinds, changes };
}

/** How many projects came, went, …: each project once per kind. */
export function countKinds(differences: readonly ProjectDifference[]): Record<DifferenceKind, number> {
  const counts = Object.fromEntries(DIFFERENCE_KINDS.map((kind) => [kind, 0])) as Record<
    DifferenceKind,
    number
  >;
  for (const { kinds } of differences) for (const kind of kinds) counts[kind] += 1;
  return counts;
}

/** Of a project that was not there before, or is not there any more, its phase says enough. */
function existence(before: ProjectFacts | null, after: ProjectFacts | null): FieldChange[] {
  return [change('phase', before?.plain.phase ?? null, after?.plain.phase ?? null)];
}

function changesOf(before: ProjectFacts, after: ProjectFacts): FieldChange[] {
  const plain = (Object.keys(before.plain) as PlainField[]).map((field) =>
    change(field, before.plain[field], after.plain[field]),
  );
  const money = MONEY_FIELDS.map((field) => change(field, amountOf(before, field), amountOf(after, field)));
  return [
    ...plain,
    ...money,
    change('light', before.light, after.light),
    change('agendas', listed(before.agendas), listed(after.agendas)),
    ...milestoneChanges(before, after),
    ...scoreChanges(before, after),
  ]
    .filter((one) => one.before !== one.after)
    .sort((a, b) => place(a) - place(b));
}

function milestoneChanges(before: ProjectFacts, after: ProjectFacts): FieldChange[] {
  const were = new Map(before.milestones.map((one) => [one.id, one]));
  const are = new Map(after.milestones.map((one) => [one.id, one]));
  return [...new Set([...were.keys(), ...are.keys()])].sort().map((id) => {
    const title = are.get(id)?.title ?? were.get(id)?.title ?? '';
    const part = { key: id, title: { de: title, en: null } };
    return change('milestone', dayOfMilestone(were.get(id)), dayOfMilestone(are.get(id)), part);
  });
}

/** The day on which it came true, before that the expected one. */
function dayOfMilestone(milestone: MilestoneFact | undefined): string | null {
  return milestone?.actualOn ?? milestone?.expectedOn ?? null;
}

function scoreChanges(before: ProjectFacts, after: ProjectFacts): FieldChange[] {
  const keyOf = ({ principleId, voice }: ScoreFact): string => `${voice} ${principleId}`;
  const were = new Map(before.scores.map((one) => [keyOf(one), one]));
  const are = new Map(after.scores.map((one) => [keyOf(one), one]));
  return [...new Set([...were.keys(), ...are.keys()])].sort().flatMap((key) => {
    const given = are.get(key) ?? were.get(key);
    if (given === undefined) return [];
    const { voice, principle } = given;
    return [change(`score-${voice}`, were.get(key)?.score ?? null, are.get(key)?.score ?? null, principle)];
  });
}

function kindsOf(
  before: ProjectFacts | null,
  after: ProjectFacts | null,
  changes: readonly FieldChange[],
): DifferenceKind[] {
  const kinds = new Set<DifferenceKind>(changes.map(kindOfChange));
  if (before === null || after === null) kinds.delete('phase');
  if (isInPlay(after) && !isInPlay(before)) kinds.add('came');
  if (isInPlay(before) && !isInPlay(after)) kinds.add('went');
  if (before === null && after !== null) kinds.add('came');
  if (after === null && before !== null) kinds.add('went');
  if (before !== null && after !== null) {
    if (before.agendas.length === 0 && after.agendas.length > 0) kinds.add('came');
    if (before.agendas.length > 0 && after.agendas.length === 0) kinds.add('went');
  }
  return DIFFERENCE_KINDS.filter((kind) => kinds.has(kind));
}

/** A cancelled project is still there, but nobody works on it. */
function isInPlay(facts: ProjectFacts | null): boolean {
  return facts !== null && facts.plain.phase !== 'cancelled';
}

function kindOfChange({ field, before, after }: FieldChange): DifferenceKind {
  if (field === 'phase') return 'phase';
  if (field === 'light') return 'turned';
  if (field === 'score-self' || field === 'score-review') return 're-scored';
  if (field === 'expectedEnd' || field === 'milestone') return isLater(before, after) ? 'slipped' : 'changed';
  if (COSTS.has(field) && before !== null && after !== null)
    return Number(after) > Number(before) ? 'costs-more' : 'costs-less';
  return 'changed';
}

/** A forecast of nothing is none: nobody has said yet what will be paid. */
function amountOf({ money }: ProjectFacts, field: MoneyField): number | null {
  return FORECASTS.has(field) && money[field] === 0 ? null : money[field];
}

const FORECASTS: ReadonlySet<MoneyField> = new Set<MoneyField>([
  'forecastOperatingCents',
  'forecastCapitalCents',
]);

/** What a project costs is what it needs and what is expected to be paid in the end. */
const COSTS: ReadonlySet<ComparedField> = new Set<ComparedField>([
  'needOperatingCents',
  'needCapitalCents',
  'forecastOperatingCents',
  'forecastCapitalCents',
]);

function isLater(before: ComparedValue, after: ComparedValue): boolean {
  return typeof before === 'string' && typeof after === 'string' && after > before;
}

function change(
  field: ComparedField,
  before: ComparedValue,
  after: ComparedValue,
  part: ComparedPart | null = null,
): FieldChange {
  return { field, part, before, after, unit: unitOf(field), direction: directionOf(field, before, after) };
}

const PLACES = new Map(COMPARED_FIELDS.map((field, index) => [field, index]));

function place({ field }: FieldChange): number {
  return PLACES.get(field) ?? COMPARED_FIELDS.length;
}

/** A list as one value; the order in which it was read says nothing. */
function listed(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.toSorted().join(', ');
}
