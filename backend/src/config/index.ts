export { CONFIG } from './config.token.js';
export { loadConfig, type Config } from './config.js';
export type { OidcConfig } from './oidc-config.js';
export type { Environment } from './setting-reader.js';
export { settings, type Setting, type SettingName } from './settings.js';
export { StartError } from './start-error.js';
