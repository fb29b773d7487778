export { BackupRefused } from './check-backup.js';
export { restoreBackup } from './restore-backup.js';
export { writeBackup } from './write-backup.js';
