/** All windows of this application hear each other here, also those whose opener the provider's page has cut off. */
const CHANNEL = 'da.signed-in';

/** Where signing in by the provider begins; it leads back to the page. */
export function providerAddress(page: string): string {
  return `/api/v1/session/oidc?returnTo=${encodeURIComponent(page)}`;
}

/** Opens the provider in a window of its own, so that the page stays as it is; false when the browser did not let it. */
export function openProviderWindow(): boolean {
  return window.open(providerAddress('/signed-in'), CHANNEL, 'popup,width=520,height=720') !== null;
}

/** Tells the other windows that somebody has signed in. */
export function tellSignedIn(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(null);
  channel.close();
}

/** Listens for another window that signed in; returns how to stop. */
export function onSignedIn(listener: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = listener;
  return () => channel.close();
}
