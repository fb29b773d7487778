import { useI18n } from 'vue-i18n';

/** What people do most, to choose from; any other command can stand in the address. */
export const commands = [
  'project.create',
  'project.edit',
  'project.change-phase',
  'project.publish',
  'status-report.publish',
  'assessment.score',
  'milestone.add',
  'milestone.edit',
  'risk.add',
  'risk.edit',
  'budget-line.add',
  'budget-line.edit',
  'need.add',
  'need.edit',
  'person.create',
  'person.edit',
  'person.depart',
  'person.invite',
  'person.end-sessions',
  'api-token.create',
  'api-token.revoke',
  'org-unit.create',
  'org-unit.edit',
  'report-rhythm.edit',
  'strategy.load',
] as const;

/** Words of the interface for what the change log names; what it has no word for keeps its technical name. */
export function useChangeWords() {
  // i18n-keys: administration.changes.command.*, administration.changes.record.*, administration.changes.sources.*
  const { t, te } = useI18n();
  const wordOr = (keys: string[], otherwise: string): string => {
    const key = keys.find((one) => te(one) || te(one, 'de'));
    return key === undefined ? otherwise : t(key);
  };
  return {
    command: (name: string) =>
      wordOr(
        [`administration.changes.command.${camel(name)}`, `projects.history.command.${camel(name)}`],
        name,
      ),
    record: (name: string) =>
      wordOr(
        [`administration.changes.record.${camel(name)}`, `projects.history.record.${camel(name)}`],
        name,
      ),
    source: (name: string) => wordOr([`administration.changes.sources.${camel(name)}`], name),
  };
}

function camel(name: string): string {
  return name.replaceAll(/[-.](\w)/g, (_match, letter: string) => letter.toUpperCase());
}
