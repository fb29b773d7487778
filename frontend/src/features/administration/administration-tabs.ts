import type { Permission } from '../../app/stores/session';

/** A page of the administration, and the permission that it is for. */
export interface AdministrationTab {
  /** Also the name of the route. */
  key: string;
  title: string;
  permission: Permission;
}

export const ADMINISTRATION_TABS: readonly AdministrationTab[] = [
  { key: 'admin-people', title: 'administration.people.title', permission: 'people.edit' },
  { key: 'admin-tokens', title: 'administration.tokens.title', permission: 'tokens.edit' },
  { key: 'admin-org-units', title: 'administration.orgUnits.title', permission: 'organisation.edit' },
  { key: 'admin-settings', title: 'administration.settings.title', permission: 'settings.edit' },
  { key: 'admin-changes', title: 'administration.changes.title', permission: 'changes.read' },
];
