export {
  CHANGE_DIRECTIONS,
  CHANGE_UNITS,
  type ChangeDirection,
  type ChangeUnit,
  COMPARED_FIELDS,
  type ComparedField,
  DIFFERENCE_KINDS,
  type DifferenceKind,
} from './comparison.enums.js';
export { GERMAN_FIELDS, GERMAN_KINDS } from './german-names.js';
export { ComparisonModule } from './comparison.module.js';
export { type Comparison, Comparisons } from './comparisons.js';
export {
  type ComparedValue,
  countKinds,
  type FieldChange,
  type ProjectDifference,
} from './difference.rules.js';
