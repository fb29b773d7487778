import { faultsOfHandover } from './handover.rules.js';

const successor = { roles: ['project-lead'], hasLeft: false, leadsAlready: false };

describe('handing a project over', () => {
  it('is possible to whoever may lead projects', () => {
    expect(faultsOfHandover(successor)).toEqual([]);
    expect(faultsOfHandover({ ...successor, roles: ['portfolio-office'] })).toEqual([]);
  });

  it.each([
    ['nobody', null, 'handover.person-unknown'],
    ['somebody who left', { ...successor, hasLeft: true }, 'handover.person-unknown'],
    ['whoever leads it already', { ...successor, leadsAlready: true }, 'handover.leads-already'],
    ['somebody who could not edit it', { ...successor, roles: ['employee'] }, 'handover.may-not-lead'],
  ])('is not possible to %s', (_, to, code) => {
    expect(faultsOfHandover(to)).toEqual([{ pointer: '/toPersonId', code }]);
  });
});
