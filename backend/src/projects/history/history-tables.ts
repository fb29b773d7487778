/**
 * Every tracked table whose rows belong to one project by `project_id`. The read model is none, it only repeats; neither
 * are items of sessions: what the secretary notes there is for those who read sessions; nor the links to papers, some of which not everybody reads.
 */
export const PART_TABLES = [
  'agenda_entry',
  'budget_confirmation',
  'budget_line',
  'commitment_authorisation',
  'counter_funding',
  'follow_up_cost',
  'funding_grant',
  'gap_destination',
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
  'review_condition',
  'review_decision',
  'risk',
  'status_report',
] as const;
