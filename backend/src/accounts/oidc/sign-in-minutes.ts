/** So long may a sign-in stay at the provider: time for a second factor and a forgotten password. */
export const SIGN_IN_MINUTES = 10;
