/** Under this token the configuration is injected. */
export const CONFIG = Symbol('Config');
