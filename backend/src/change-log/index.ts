export { ChangeLogModule } from './change-log.module.js';
