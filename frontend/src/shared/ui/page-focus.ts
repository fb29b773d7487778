let hasNavigated = false;

const mainElement = () => document.querySelector<HTMLElement>('main');

/** After a change of page: the focus goes to the heading, or to the main part until the heading is there. */
export function focusPage(): void {
  hasNavigated = true;
  const target = document.querySelector<HTMLElement>('main h1') ?? mainElement();
  target?.focus({ preventScroll: true });
}

/** For headings that come with the answer of the server: takes the focus, unless somebody has moved on meanwhile. */
export function focusLateHeading(heading: HTMLElement | null): void {
  const active = document.activeElement;
  if (hasNavigated && (active === document.body || active === mainElement()))
    heading?.focus({ preventScroll: true });
}
