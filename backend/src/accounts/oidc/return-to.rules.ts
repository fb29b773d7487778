/** A page that stands for itself: paths of other sites start like this, too. */
const BASE = 'https://own.invalid';

/**
 * The page of this application that an address means; the start page when it means anything else. Addresses are read as
 * browsers read them, who take `/\t/elsewhere` and `/.//elsewhere` for another site.
 */
export function ownPage(address: unknown): string {
  if (typeof address !== 'string' || !address.startsWith('/') || !URL.canParse(address, BASE)) return '/';
  const { origin, pathname, search, hash } = new URL(address, BASE);
  return origin === BASE && !pathname.startsWith('//') ? pathname + search + hash : '/';
}
