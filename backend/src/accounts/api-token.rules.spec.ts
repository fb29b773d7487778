import { Permission } from '../platform/auth/permission.js';
import { faultsOfToken, grantable, usable } from './api-token.rules.js';
import { permissionsOf } from './role-permissions.js';

const around = { ofRoles: permissionsOf(['finance']), officeExists: true, today: '2026-11-25' };
const wanted = { permissions: [Permission.PortfolioRead], expiresOn: '2026-12-31' };

describe('what a token can be given', () => {
  it('is what the roles of its machine may do', () => {
    expect(grantable(permissionsOf(['finance']))).toEqual([
      Permission.PortfolioRead,
      Permission.BudgetEdit,
      Permission.FinanceRead,
      Permission.LedgerImport,
      Permission.SessionRead,
      Permission.ConditionReport,
      Permission.ScenarioRead,
      Permission.ScenarioEdit,
    ]);
  });

  it('never contains giving rights, making tokens, or what belongs to a session', () => {
    const ofAdmin = grantable(permissionsOf(['admin']));
    expect(ofAdmin).toContain(Permission.ChangesRead);
    expect(ofAdmin).not.toContain(Permission.PeopleEdit);
    expect(ofAdmin).not.toContain(Permission.TokensEdit);
    expect(ofAdmin).not.toContain(Permission.SignedIn);
  });
});

describe('a token that is to be made', () => {
  it('is fine within what its roles may do and within a year', () => {
    expect(faultsOfToken(wanted, around)).toEqual([]);
    expect(faultsOfToken({ ...wanted, expiresOn: '2026-11-26' }, around)).toEqual([]);
    expect(faultsOfToken({ ...wanted, expiresOn: '2027-11-26' }, around)).toEqual([]);
  });

  it('names every fault at once', () => {
    const faults = faultsOfToken(
      {
        permissions: [Permission.PortfolioRead, Permission.ProjectEdit, Permission.TokensEdit],
        officeId: 'none',
        expiresOn: '2026-11-25',
      },
      { ...around, officeExists: false },
    );
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/permissions/1 api-token.not-grantable',
      '/permissions/2 api-token.not-grantable',
      '/officeId reference-unknown',
      '/expiresOn api-token.expiry-out-of-range',
    ]);
  });

  it('is not for longer than a year', () => {
    expect(faultsOfToken({ ...wanted, expiresOn: '2027-11-27' }, around)).toEqual([
      {
        pointer: '/expiresOn',
        code: 'api-token.expiry-out-of-range',
        params: { earliest: '2026-11-26', latest: '2027-11-26' },
      },
    ]);
  });
});

describe('what a token may do today', () => {
  it('is what it was given and its roles still may do', () => {
    const given = [Permission.PortfolioRead, Permission.BudgetEdit];
    expect([...usable(given, permissionsOf(['finance']))]).toEqual([Permission.Anyone, ...given]);
    expect([...usable(given, permissionsOf(['employee']))]).toEqual([
      Permission.Anyone,
      Permission.PortfolioRead,
    ]);
    expect([...usable(given, permissionsOf([]))]).toEqual([Permission.Anyone]);
  });

  it('is never more than can be given, whatever stands in the table', () => {
    expect([...usable(['tokens.edit', 'signed-in'], permissionsOf(['admin']))]).toEqual([Permission.Anyone]);
  });
});
