import { computed } from 'vue';
import { unitChoices, useOrgUnits } from '../../api/use-org-units';
import type { Role } from '../../app/stores/session';
import { useDomainWords } from '../../shared/ui';

export const ROLES: readonly Role[] = [
  'employee',
  'project-lead',
  'office-coordinator',
  'commission',
  'finance',
  'portfolio-office',
  'admin',
];

/** The roles with their words. */
export function useRoleChoices() {
  const words = useDomainWords();
  return computed(() => ROLES.map((role) => ({ value: role, label: words.role(role) })));
}

/** The units that exist now, by id. */
export function useOfficeChoices() {
  const units = useOrgUnits({ live: true });
  return computed(() => unitChoices(units.data.value?.items));
}
