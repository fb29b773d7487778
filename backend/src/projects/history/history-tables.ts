/** Every tracked table whose rows belong to one project by `project_id`; the read model is none, it only repeats. */
export const PART_TABLES = [
  'agenda_entry',
  'budget_line',
  'counter_funding',
  'handover',
  'milestone',
  'need',
  'principle_score',
  'project_action_field',
  'project_corridor_theme',
  'project_link',
  'project_person',
  'project_supported_goal',
  'project_tag',
  'report_request',
  'risk',
  'status_report',
] as const;
