import { defineStore } from 'pinia';
import { computed, readonly, shallowRef } from 'vue';
import { api } from '../../api/client';
import type { Answer } from '../../api/types';

type Session = Answer<'/api/v1/session', 'get'>;
export type Role = NonNullable<Session['person']>['roles'][number];

/** A permission that a person may have at all; what one may do with one project the server says with the project. */
export type Permission =
  | 'project.create'
  | 'project.edit'
  | 'assessment.self'
  | 'assessment.review'
  | 'status.publish'
  | 'need.edit'
  | 'budget.edit'
  | 'finance.read'
  | 'ledger.import'
  | 'scenario.read'
  | 'scenario.edit'
  | 'agenda.edit'
  | 'report.request'
  | 'project.publish'
  | 'paper.edit'
  | 'people.edit'
  | 'organisation.edit'
  | 'tokens.edit'
  | 'settings.edit'
  | 'changes.read'
  | 'session.read'
  | 'session.edit';

/** Whoever may do one of these has something to do, and starts with it. */
const DUTIES = ['status.publish', 'session.read', 'budget.edit'] as const satisfies readonly Permission[];

/** Who is signed in, and what kind of installation this is. */
export const useSession = defineStore('session', () => {
  const session = shallowRef<Session | null>(null);
  const ended = shallowRef<((back: boolean) => void)[]>([]);
  const signIns = shallowRef(0);
  const replacements = shallowRef(0);

  const person = computed(() => session.value?.person ?? null);
  const roles = computed<readonly Role[]>(() => person.value?.roles ?? []);

  const may = (permission: Permission): boolean => person.value?.permissions.includes(permission) ?? false;

  async function load(): Promise<void> {
    const { data } = await api.GET('/api/v1/session');
    session.value = data ?? null;
  }

  async function signIn(credentials: { login: string; password: string }): Promise<void> {
    const before = person.value?.id;
    await api.POST('/api/v1/session', { body: credentials });
    await welcome(before);
  }

  async function signInAsSample(login: string): Promise<void> {
    const before = person.value?.id;
    await api.POST('/api/v1/session/sample', { body: { login } });
    await welcome(before);
  }

  /** Signs out here; returns the address where the browser goes on to sign out at the identity provider, if it has to. */
  async function signOut(): Promise<string | null> {
    const { data } = await api.DELETE('/api/v1/session');
    if (data?.goTo != null) return data.goTo;
    await load();
    return null;
  }

  /** Another window has signed in, perhaps as somebody else. */
  async function returned(): Promise<void> {
    await welcome(person.value?.id);
  }

  /** Waits for the sign-in dialog; false when it was closed or somebody else signed in. */
  function signInAgain(): Promise<boolean> {
    if (person.value === null) return Promise.resolve(false);
    return new Promise((resolve) => {
      ended.value = [...ended.value, resolve];
    });
  }

  /** Lets those who wait for a new sign-in go on, or not. */
  function settle(back: boolean): void {
    const waiting = ended.value;
    ended.value = [];
    for (const resolve of waiting) resolve(back);
  }

  /**
   * Somebody has signed in. On a page of another person's nothing changes: it stays that person's, whose input the server
   * takes from nobody else, until the page is left.
   */
  async function welcome(before: string | undefined): Promise<void> {
    const { data } = await api.GET('/api/v1/session');
    if (before !== undefined && data?.person?.id !== before) {
      settle(false);
      replacements.value += 1;
      return;
    }
    session.value = data ?? null;
    signIns.value += 1;
    settle(true);
  }

  return {
    session: readonly(session),
    person,
    roles,
    provider: computed(() => session.value?.provider ?? null),
    sampleMode: computed(() => session.value?.sampleMode ?? false),
    sampleAccounts: computed(() => session.value?.sampleAccounts ?? []),
    city: computed(() => cityOf(session.value)),
    demoData: computed(() => session.value?.demoData ?? false),
    /** How often somebody has signed in here. */
    signIns: readonly(signIns),
    /** How often somebody else has signed in on this person's page, which is to be left then. */
    replacements: readonly(replacements),
    resetByMail: computed(() => session.value?.resetByMail ?? false),
    hasEnded: computed(() => ended.value.length > 0),
    hasRole: (role: Role) => roles.value.includes(role),
    may,
    /** Name of the page that somebody begins with. */
    startPage: computed(() => {
      if (roles.value.includes('finance') && may('finance.read')) return 'finance';
      return DUTIES.some(may) ? 'work' : 'portfolio';
    }),
    load,
    signIn,
    signInAsSample,
    signOut,
    returned,
    signInAgain,
    settle,
  };
});

/** The city's name, where the installation names it. */
function cityOf(session: object | null): string | null {
  return session !== null && 'city' in session && typeof session.city === 'string' ? session.city : null;
}
