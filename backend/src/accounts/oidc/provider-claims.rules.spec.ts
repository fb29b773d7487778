import {
  claimAt,
  groupsOf,
  hasMappedGroup,
  losesRights,
  mailOf,
  nameOf,
  officeOf,
  rightsOf,
  type RoleOfGroup,
  sameRights,
} from './provider-claims.rules.js';

const mapping: RoleOfGroup[] = [
  { group: 'agenda-lead', role: 'project-lead' },
  { group: 'agenda-money', role: 'finance' },
  { group: 'agenda-secretary', role: 'secretary' },
  { group: 'agenda-commission', role: 'commission' },
];

function rightsBy(...groups: string[]) {
  return rightsOf(new Set(groups), mapping);
}

describe('the roles that groups give', () => {
  it('are those of the mapping, and everybody is an employee', () => {
    expect(rightsBy('agenda-lead', 'something-else')).toEqual({
      roles: ['employee', 'project-lead'],
      isSecretary: false,
    });
    expect(rightsBy()).toEqual({ roles: ['employee'], isSecretary: false });
  });

  it('make the secretary a member of the commission', () => {
    expect(rightsBy('agenda-secretary', 'agenda-commission')).toEqual({
      roles: ['employee', 'commission'],
      isSecretary: true,
    });
  });

  it('know whether any group counts at all', () => {
    expect(hasMappedGroup(new Set(['agenda-lead']), mapping)).toBe(true);
    expect(hasMappedGroup(new Set(['agenda']), mapping)).toBe(false);
  });

  it('shrink when a role or the flag goes, not when one comes or the order is another', () => {
    expect(losesRights(rightsBy('agenda-lead'), rightsBy())).toBe(true);
    expect(losesRights(rightsBy('agenda-secretary'), rightsBy('agenda-commission'))).toBe(true);
    expect(losesRights(rightsBy(), rightsBy('agenda-lead'))).toBe(false);
    const turned = { roles: [...rightsBy('agenda-lead').roles].reverse(), isSecretary: false };
    expect(sameRights(rightsBy('agenda-lead'), turned)).toBe(true);
  });
});

describe('the claims of a provider', () => {
  it('are found by name, with dots in the name, and by the way into them', () => {
    expect(claimAt({ groups: ['a'] }, 'groups')).toEqual(['a']);
    expect(claimAt({ 'urn:city.groups': ['a'] }, 'urn:city.groups')).toEqual(['a']);
    expect(claimAt({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(claimAt({ realm_access: null }, 'realm_access.roles')).toBeUndefined();
    expect(claimAt({}, 'constructor.name')).toBeUndefined();
  });

  it('name groups as a list or as one text, with or without a slash; anything else is none', () => {
    expect([...groupsOf({ groups: 'one' }, 'groups')]).toEqual(['one']);
    expect(groupsOf({ groups: ['/city/it', 7, null] }, 'groups')).toEqual(new Set(['/city/it', 'city/it']));
    expect(groupsOf({ groups: { a: 'b' } }, 'groups')).toEqual(new Set());
    expect(groupsOf({}, 'groups')).toEqual(new Set());
  });

  it('name the person, by the subject in the worst case', () => {
    expect(nameOf({ name: ' Jörg Müller-Lüdenscheid ', sub: '1' })).toBe('Jörg Müller-Lüdenscheid');
    expect(nameOf({ name: 7, preferred_username: 'jmueller', sub: '1' })).toBe('jmueller');
    expect(nameOf({ sub: 'f:1' })).toBe('f:1');
    expect(nameOf({ name: 'x'.repeat(500), sub: '1' })).toHaveLength(200);
  });

  it('hold a mail address only when it is a text that looks like one', () => {
    expect(mailOf({ email: 'lead@city.example' })).toBe('lead@city.example');
    for (const email of [undefined, 7, ['a@b'], 'nobody', '', `${'x'.repeat(400)}@city.example`])
      expect(mailOf({ email })).toBeNull();
  });

  it('name the office by a text or the first of a list', () => {
    expect(officeOf({ office: 'IT' }, 'office')).toBe('IT');
    expect(officeOf({ office: ['IT', 'KA'] }, 'office')).toBe('IT');
    expect(officeOf({ office: 7 }, 'office')).toBeNull();
  });
});
