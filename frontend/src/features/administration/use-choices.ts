import { computed } from 'vue';
import { api } from '../../api/client';
import { useServerQuery } from '../../api/use-server-query';
import { useSession, type Role } from '../../app/stores/session';
import { type Option, useDomainWords } from '../../shared/ui';

const ROLES: readonly Role[] = [
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
  const session = useSession();
  const query = useServerQuery({
    key: ['org-units', session.person?.id],
    load: (signal) => api.GET('/api/v1/org-units', { params: { query: {} }, signal }),
    live: true,
  });
  return computed<Option[]>(() =>
    (query.data.value?.items ?? [])
      .filter(({ isValid }) => isValid)
      .map(({ id, name, shortName }) => ({ value: id, label: name, hint: shortName })),
  );
}
