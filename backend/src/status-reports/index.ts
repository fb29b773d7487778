import { ReportRhythm } from './report-rhythm.entity.js';
import { ReportRequest } from './requests/report-request.entity.js';
import { StatusDraft } from './status-draft.entity.js';
import { StatusReport } from './status-report.entity.js';

export { ReportRhythms } from './report-rhythms.js';
export { ReportRequestDto, RequestSessionDto } from './requests/report-request.dto.js';
export { DUE_REASONS, type DueReason, reportDue, type ReportDates } from './requests/report-due.rules.js';
export { IS_UNANSWERED, nextRequest, RHYTHM_DUE_ON } from './requests/report-requests.sql.js';
export { type Light, LIGHTS, type Lights } from './status-report.enums.js';
export { overdueDays, overdueSince, type Reporting } from './status-report.rules.js';
export { StatusReportsModule } from './status-reports.module.js';

/** The tables of this feature. */
export const STATUS_REPORT_ENTITIES = [StatusReport, ReportRhythm, StatusDraft, ReportRequest];
