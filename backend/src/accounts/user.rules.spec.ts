import { changesRights, faultsOfUser, isLastAdmin, pseudonymOf } from './user.rules.js';

const around = {
  personId: 'anna',
  isAdmin: false,
  otherAdmins: 1,
  officeExists: true,
  deputyExists: true,
};

describe('a change to a person', () => {
  it('is fine while everything that it names is there', () => {
    expect(faultsOfUser({ roles: ['finance'], officeId: 'it', deputyId: 'bert' }, around)).toEqual([]);
  });

  it('names every fault at once', () => {
    const wrong = { ...around, isAdmin: true, otherAdmins: 0, officeExists: false, deputyExists: false };
    expect(faultsOfUser({ roles: [], officeId: 'x', deputyId: 'y' }, wrong)).toEqual([
      { pointer: '/roles', code: 'person.last-admin' },
      { pointer: '/officeId', code: 'reference-unknown' },
      { pointer: '/deputyId', code: 'reference-unknown' },
    ]);
  });

  it('makes nobody a deputy of themselves', () => {
    expect(faultsOfUser({ deputyId: 'anna' }, around)).toEqual([
      { pointer: '/deputyId', code: 'person.deputy-self' },
    ]);
  });

  it('may empty the office and the deputy', () => {
    expect(
      faultsOfUser(
        { officeId: null, deputyId: null },
        { ...around, officeExists: false, deputyExists: false },
      ),
    ).toEqual([]);
  });
});

describe('the rights of a person', () => {
  const before = { roles: ['finance', 'employee'] as const, officeId: 'it' };

  it('are others with another role or office, and the same when the same ones are named again', () => {
    expect(changesRights(before, { roles: ['finance'] })).toBe(true);
    expect(changesRights(before, { officeId: null })).toBe(true);
    expect(changesRights(before, { roles: ['employee', 'finance'], officeId: 'it' })).toBe(false);
    expect(changesRights(before, { deputyId: 'bert' })).toBe(false);
  });
});

describe('the last administrator', () => {
  const last = { ...around, isAdmin: true, otherAdmins: 0 };

  it('keeps the role, and may be changed in everything else', () => {
    expect(faultsOfUser({ roles: ['admin', 'finance'] }, last)).toEqual([]);
    expect(faultsOfUser({ officeId: 'it' }, last)).toEqual([]);
    expect(faultsOfUser({ roles: ['finance'] }, last)).toHaveLength(1);
  });

  it('is somebody who is one, while nobody else is', () => {
    expect(isLastAdmin(last)).toBe(true);
    expect(isLastAdmin({ isAdmin: true, otherAdmins: 1 })).toBe(false);
    expect(isLastAdmin({ isAdmin: false, otherAdmins: 0 })).toBe(false);
  });
});

describe('the pseudonym of a leaver', () => {
  it('tells leavers apart and says nothing of the name', () => {
    expect(pseudonymOf('01900000-0000-7000-8000-0000000abcde')).toBe('Ehemalige Person 0ABCDE');
  });
});
