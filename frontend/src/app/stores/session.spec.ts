import { createPinia, setActivePinia } from 'pinia';
import { useSession } from './session';

const lead = {
  id: 'p1',
  displayName: 'Projektleitung',
  roles: ['project-lead'],
  office: null,
  isSecretary: false,
  permissions: ['project.create'],
};

async function signedIn({ goTo = null }: { goTo?: string | null } = {}) {
  setActivePinia(createPinia());
  let person: object | null = lead;
  globalThis.fetch = (request) => {
    const isQuestion = (request as Request).method === 'GET';
    return Promise.resolve(
      isQuestion
        ? Response.json({ person, sampleMode: true, sampleAccounts: [], demoData: true })
        : (request as Request).method === 'DELETE'
          ? Response.json({ goTo })
          : new Response(null, { status: 204 }),
    );
  };
  const session = useSession();
  await session.load();
  return {
    session,
    become: (other: object | null) => {
      person = other;
    },
  };
}

describe('a session', () => {
  it('knows what the person may do at all', async () => {
    const { session } = await signedIn();
    expect(session.may('project.create')).toBe(true);
    expect(session.may('budget.edit')).toBe(false);
    expect(session.hasRole('project-lead')).toBe(true);
  });

  it('lets everything that waits go on when the same person is back', async () => {
    const { session } = await signedIn();
    const waiting = [session.signInAgain(), session.signInAgain()];
    expect(session.hasEnded).toBe(true);
    await session.signIn({ login: 'lead', password: 'secret' });
    expect(await Promise.all(waiting)).toEqual([true, true]);
    expect(session.hasEnded).toBe(false);
  });

  it('lets what waits go on when another window has signed the person in', async () => {
    const { session } = await signedIn();
    const waiting = session.signInAgain();
    await session.returned();
    expect(await waiting).toBe(true);
  });

  it('stays on the screen while the browser leaves for the provider to sign out there', async () => {
    const { session, become } = await signedIn({ goTo: 'https://sso.example.org/logout' });
    become(null);
    expect(await session.signOut()).toBe('https://sso.example.org/logout');
    expect(session.person).not.toBeNull();
  });

  it('gives nothing of one person to another', async () => {
    const { session, become } = await signedIn();
    const waiting = session.signInAgain();
    become({ ...lead, id: 'p2' });
    await session.signInAsSample('finance');
    expect(await waiting).toBe(false);
    expect([session.person?.id, session.replacements]).toEqual(['p1', 1]);
  });

  it('is not asked for again by those who never signed in', async () => {
    const { session, become } = await signedIn();
    become(null);
    await session.load();
    expect(await session.signInAgain()).toBe(false);
  });
});
