import { Notice } from './notice.entity.js';
import { NoticePreference } from './notice-preference.entity.js';

export { NoticeSweep } from './notice-sweep.service.js';
export { NoticesModule } from './notices.module.js';

/** The tables of this feature. */
export const NOTICE_ENTITIES = [Notice, NoticePreference];
