import { Consultation } from './consultation.entity.js';
import { CoverSheetIssue } from './cover-sheet-issue.entity.js';
import { PaperProject } from './paper-project.entity.js';
import { Paper } from './paper.entity.js';

export { PapersModule } from './papers.module.js';
export { SamplePaper } from './sample-paper.js';

/** The tables of this feature. */
export const PAPER_ENTITIES = [Paper, PaperProject, Consultation, CoverSheetIssue];
