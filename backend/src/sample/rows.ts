/** Complete rows of the tables that the sample fills, with the columns of the migrations; money in whole cents. */
export interface TableRows {
  project: ProjectRow;
  agenda_entry: {
    id: string;
    agenda_id: string;
    project_id: string;
    position: number | null;
    lead_project: boolean;
    reason: string | null;
  };
  project_action_field: { id: string; project_id: string; action_field_id: string };
  project_corridor_theme: { id: string; project_id: string; corridor_theme_id: string; emphasised: boolean };
  project_supported_goal: {
    id: string;
    project_id: string;
    supported_goal_id: string | null;
    free_text: string | null;
  };
  project_person: { id: string; project_id: string; person_id: string; function: 'lead' | 'deputy' };
  project_link: { id: string; project_id: string; other_project_id: string; kind: 'depends-on' | 'part-of' };
  project_tag: { id: string; project_id: string; tag: string };
  principle_score: {
    id: string;
    project_id: string;
    principle_id: string;
    voice: 'self' | 'review';
    score: number | null;
    not_applicable: boolean;
    reason: string;
    evidence_url: string | null;
    given_on: string;
  };
  status_report: StatusReportRow;
  milestone: MilestoneRow;
  risk: RiskRow;
  need: NeedRow;
  budget_line: BudgetLineRow;
  counter_funding: CounterFundingRow;
  follow_up_cost: FollowUpCostRow;
  commitment_authorisation: CommitmentAuthorisationRow;
  funding_grant: FundingGrantRow;
  gap_destination: GapDestinationRow;
  budget_confirmation: BudgetConfirmationRow;
}

export type Table = keyof TableRows;

/** One row after a write; null when it was deleted. */
export type Write = {
  [T in Table]: { readonly table: T; readonly id: string; readonly row: Readonly<TableRows[T]> | null };
}[Table];

export interface ProjectRow {
  id: string;
  version: number;
  number: string;
  title: string;
  summary: string;
  goal: string;
  expected_effect: string;
  office_id: string | null;
  primary_action_field_id: string;
  phase: string;
  phase_since: string;
  phase_reason: string | null;
  paused_from: string | null;
  released_by_id: string | null;
  baseline_start: string | null;
  approved_start: string | null;
  expected_start: string | null;
  baseline_end: string | null;
  approved_end: string | null;
  expected_end: string | null;
  end_moves: number;
  co2_effect: string | null;
  co2_magnitude: string | null;
  co2_reason: string | null;
  co2_optimisation: string | null;
  co2_kg_per_year: number | null;
  co2_method: string | null;
  energy_kwh_per_year: number | null;
  energy_method: string | null;
  water_m3_per_year: number | null;
  water_method: string | null;
  paper_sheets_per_year: number | null;
  paper_method: string | null;
  iq_relevant: boolean | null;
  iq_note: string | null;
  financial_effects: boolean | null;
  declared_budget_state: string | null;
  visibility: string;
  origin: string;
}

export interface StatusReportRow {
  id: string;
  project_id: string;
  reported_on: string;
  published_at: string;
  light_overall: string;
  light_schedule: string;
  light_cost: string;
  light_scope: string;
  light_resources: string;
  overall_reason: string | null;
  progress_percent: number;
  expected_end: string | null;
  done: string;
  next: string;
  blockers: string;
  help_wanted: string | null;
  worse_reason: string | null;
  way_back: string | null;
  unchanged: boolean;
  corrects_id: string | null;
}

export interface MilestoneRow {
  id: string;
  project_id: string;
  title: string;
  baseline_on: string;
  approved_on: string | null;
  expected_on: string;
  actual_on: string | null;
  moves: number;
  move_reason: string | null;
  is_public: boolean;
}

export interface RiskRow {
  id: string;
  project_id: string;
  title: string;
  description: string;
  probability: number;
  impact: number;
  response_kind: string;
  response: string;
  owner_role: string;
  state: string;
}

export interface NeedRow {
  id: string;
  project_id: string;
  year: number;
  kind: string;
  direction: string;
  amount_cents: number;
  note: string;
  reported_at: string | null;
  checked_at: string | null;
  checked_by_id: string | null;
}

export interface BudgetLineRow {
  id: string;
  project_id: string;
  budget_id: string;
  year: number;
  kind: string;
  direction: string;
  appropriation_cents: number;
  amendments_cents: number;
  carry_over_cents: number;
  committed_cents: number;
  actual_cents: number;
  forecast_cents: number | null;
  account_assignment: string | null;
  sub_budget: string | null;
  product_group: string | null;
  note: string;
  funding_source: string | null;
}

export interface CounterFundingRow {
  id: string;
  project_id: string;
  year: number;
  kind: string;
  source: string;
  amount_cents: number;
  explanation: string;
  secured: boolean;
  reported_at: string | null;
  checked_at: string | null;
  checked_by_id: string | null;
}

export interface FollowUpCostRow {
  id: string;
  project_id: string;
  kind: string;
  year_from: number | null;
  year_to: number | null;
  amount_cents: number;
  note: string;
  reported_at: string | null;
  checked_at: string | null;
  checked_by_id: string | null;
}

export interface CommitmentAuthorisationRow {
  id: string;
  project_id: string;
  budget_id: string;
  year: number;
  amount_cents: number;
  /** A list as JSON: `[{year, amountCents}]`. */
  cash_years: string;
  account_assignment: string | null;
  note: string;
}

export interface FundingGrantRow {
  id: string;
  project_id: string;
  giver: string;
  title: string;
  state: string;
  decided_on: string | null;
  amount_cents: number;
  eligible_cents: number | null;
  rate_basis_points: number | null;
  purpose: string;
  bound_until: string | null;
}

export interface GapDestinationRow {
  id: string;
  project_id: string;
  year: number;
  kind: string;
  budget_id: string;
  stage: string;
  note: string;
}

export interface BudgetConfirmationRow {
  id: string;
  project_id: string;
  budget_id: string;
  state: string;
  /** A list as JSON: what finance saw, by year and kind. */
  figures: string;
  confirmed_at: string;
  confirmed_by_id: string | null;
  note: string;
}
