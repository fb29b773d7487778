/** What a unit of the administration is. */
export const ORG_UNIT_KINDS = ['directorate', 'office', 'municipal-company'] as const;
export type OrgUnitKind = (typeof ORG_UNIT_KINDS)[number];
