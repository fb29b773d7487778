import { computed, onScopeDispose, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryValue, type RouteLocationRaw } from 'vue-router';

type Raw = LocationQueryValue | LocationQueryValue[] | undefined;

/** How one part of the state stands in the URL; what equals the default is left out. */
export interface UrlField<T> {
  initial: T;
  read: (raw: Raw) => T;
  write: (value: T) => string | string[] | undefined;
}

/** A text. */
export function text(initial = ''): UrlField<string> {
  return {
    initial,
    read: (raw) => firstOf(raw) ?? initial,
    write: (value) => (value === initial ? undefined : value),
  };
}

/** One of a few values; anything else in the URL counts as the default. */
export function oneOf<const T extends string>(values: readonly T[], initial: T): UrlField<T> {
  return {
    initial,
    read: (raw) => values.find((value) => value === firstOf(raw)) ?? initial,
    write: (value) => (value === initial ? undefined : value),
  };
}

/** Any number of values; with `allowed`, others in the URL are ignored. */
export function list<const T extends string = string>(allowed?: readonly T[]): UrlField<T[]> {
  const isAllowed = (value: string): value is T =>
    allowed === undefined || allowed.some((known) => known === value);
  return {
    initial: [],
    read: (raw) =>
      [raw]
        .flat()
        .filter((value) => typeof value === 'string')
        .filter(isAllowed),
    write: (value) => (value.length === 0 ? undefined : [...value]),
  };
}

/** Yes or no; only yes stands in the URL. */
export function flag(): UrlField<boolean> {
  return {
    initial: false,
    read: (raw) => firstOf(raw) === 'true',
    write: (value) => (value ? 'true' : undefined),
  };
}

/** A whole number from 1 on. */
export function integer(initial: number): UrlField<number> {
  return {
    initial,
    read: (raw) => (/^[1-9]\d{0,8}$/.test(firstOf(raw) ?? '') ? Number(firstOf(raw)) : initial),
    write: (value) => (value === initial ? undefined : String(value)),
  };
}

type Values<F> = { readonly [Name in keyof F]: F[Name] extends UrlField<infer T> ? T : never };

export interface UrlQuery<F> {
  values: Values<F>;
  /** Names of the fields that differ from their default, `page` apart. */
  active: ComputedRef<(keyof F & string)[]>;
  /** A change of filters is a step in the history (push); a field named `page` goes back to its default. */
  set: (changes: Partial<Values<F>>, options?: { replace?: boolean }) => void;
  /** For search as you type: waits for a pause and leaves no step in the history. */
  typed: <Name extends keyof F>(name: Name, value: Values<F>[Name]) => void;
  /** Back to the defaults: of these fields, or of all. */
  reset: (names?: (keyof F & string)[]) => void;
  /** The address with these changes, for links. */
  link: (changes: Partial<Values<F>>) => RouteLocationRaw;
}

const typingPauseMs = 250;

/** Keeps the state of a list in the URL, so that it can be sent, bookmarked and stepped back through. */
export function useUrlQuery<F extends { [Name in keyof F]: UrlField<Values<F>[Name]> }>(
  fields: F,
): UrlQuery<F> {
  const route = useRoute();
  const router = useRouter();
  const specs = Object.entries(fields) as [keyof F & string, UrlField<unknown>][];
  const home = route.name;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Changes that are on their way: a second one in the same tick builds on them.
  let ahead: Record<string, unknown> = {};

  const current = computed(() =>
    Object.fromEntries(specs.map(([name, spec]) => [name, spec.read(route.query[name])])),
  );
  const values = {} as Values<F>;
  for (const [name] of specs)
    Object.defineProperty(values, name, { enumerable: true, get: () => current.value[name] });

  function link(changes: Partial<Values<F>>): RouteLocationRaw {
    const query = { ...route.query };
    const wanted: Record<string, unknown> = { ...current.value, ...pageBack(changes), ...changes };
    for (const [name, spec] of specs) {
      const written = spec.write(wanted[name]);
      if (written === undefined) delete query[name];
      else query[name] = written;
    }
    return { query, hash: route.hash };
  }

  function pageBack(changes: object): Record<string, unknown> {
    const page = specs.find(([name]) => name === 'page');
    return page === undefined || 'page' in changes ? {} : { page: page[1].initial };
  }

  function set(changes: Partial<Values<F>>, options: { replace?: boolean } = {}): void {
    clearTimeout(timer);
    if (route.name !== home) return;
    ahead = { ...ahead, ...pageBack(changes), ...changes };
    const target = link(ahead as Partial<Values<F>>);
    const navigation = options.replace === true ? router.replace(target) : router.push(target);
    void navigation.finally(() => {
      ahead = {};
    });
  }

  function typed<Name extends keyof F>(name: Name, value: Values<F>[Name]): void {
    clearTimeout(timer);
    ahead = { ...ahead, [name]: value };
    timer = setTimeout(() => set({}, { replace: true }), typingPauseMs);
  }

  function reset(names: (keyof F & string)[] = specs.map(([name]) => name)): void {
    const defaults = specs
      .filter(([name]) => names.includes(name))
      .map(([name, spec]) => [name, spec.initial]);
    set(Object.fromEntries(defaults) as Partial<Values<F>>);
  }

  // Whoever goes elsewhere right after typing arrives: what was typed would call that step off.
  const stopWatching = router.beforeEach((to) => {
    if (to.name !== home) clearTimeout(timer);
  });
  onScopeDispose(() => {
    stopWatching();
    clearTimeout(timer);
  });

  const active = computed(() =>
    specs
      .filter(([name, spec]) => name !== 'page' && spec.write(current.value[name]) !== undefined)
      .map(([name]) => name),
  );

  return { values, active, set, typed, reset, link };
}

function firstOf(raw: Raw): string | undefined {
  const [first] = [raw].flat();
  return typeof first === 'string' ? first : undefined;
}
