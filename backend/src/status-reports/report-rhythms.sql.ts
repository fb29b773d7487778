/** The revision in which the rhythms were changed last, up to the moment that is asked for; 0 before the first. */
export const RHYTHMS_VERSION = `
  coalesce((select max(rev) from (
     select max(from_rev) as rev from history.report_rhythm where from_rev <= current_rev()
     union all
     select max(to_rev) from history.report_rhythm where to_rev <= current_rev()) changed), 0)`;
