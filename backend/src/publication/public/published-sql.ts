/**
 * The published records `record` that an anonymous read may see. As of a moment they are those of then, but only of
 * projects that are public today, and only since they were published last: rights are today's, and what was withdrawn
 * does not come back with a new publication. Live both names mean the same table.
 */
export const PUBLISHED = `
  published_project record
  join public.published_project today on today.id = record.id and today.published_at = record.published_at`;
