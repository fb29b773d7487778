import { faultsOfHandover } from './handover.rules.js';

const successor = { mayLead: true, hasLeft: false, leadsAlready: false };

describe('handing a project over', () => {
  it('is possible to whoever may lead it', () => {
    expect(faultsOfHandover(successor)).toEqual([]);
  });

  it.each([
    ['nobody', null, 'handover.person-unknown'],
    ['somebody who left', { ...successor, hasLeft: true }, 'handover.person-unknown'],
    ['whoever leads it already', { ...successor, leadsAlready: true }, 'handover.leads-already'],
    ['somebody who could not edit it', { ...successor, mayLead: false }, 'handover.may-not-lead'],
  ])('is not possible to %s', (_, to, code) => {
    expect(faultsOfHandover(to)).toEqual([{ pointer: '/toPersonId', code }]);
  });
});
