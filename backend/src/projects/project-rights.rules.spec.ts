import { PROJECT_RIGHTS } from './project.enums.js';
import { GUARDED_FIELDS, mayChangeField, mayCreateIn, permittedOn } from './project-rights.rules.js';

const project = { officeId: 'school-office', personIds: ['lead', 'deputy'] };
const person = (role: string, personId = 'somebody', officeIds: string[] = []) => ({
  personId,
  roles: [role],
  officeIds,
  standsInFor: [] as string[],
});
const LEADING = ['edit', 'status', 'assess-self', 'need'];

describe('who may do what on a project', () => {
  it.each(['lead', 'deputy'])('a project lead edits own projects, as %s', (personId) => {
    expect(permittedOn(person('project-lead', personId), project)).toEqual(LEADING);
  });

  it('a project lead does nothing on the projects of others, not even of the own office', () => {
    expect(permittedOn(person('project-lead', 'other', ['school-office']), project)).toEqual([]);
  });

  it('a project lead edits the projects of those for whom the lead stands in', () => {
    const deputy = { ...person('project-lead', 'other'), standsInFor: ['somebody', 'lead'] };
    expect(permittedOn(deputy, project)).toEqual(LEADING);
    expect(permittedOn(deputy, { ...project, personIds: ['nobody'] })).toEqual([]);
  });

  it('standing in for a lead is worth nothing without the role of one', () => {
    expect(permittedOn({ ...person('employee', 'other'), standsInFor: ['lead'] }, project)).toEqual([]);
  });

  it('a person on the project without the role of a lead does nothing', () => {
    expect(permittedOn(person('employee', 'lead'), project)).toEqual([]);
  });

  it('an office coordinator does the same for all projects of the own office and the units below', () => {
    expect(permittedOn(person('office-coordinator', 'x', ['directorate', 'school-office']), project)).toEqual(
      LEADING,
    );
    expect(permittedOn(person('office-coordinator', 'x', ['other-office']), project)).toEqual([]);
    expect(permittedOn(person('office-coordinator', 'x', []), { ...project, officeId: null })).toEqual([]);
  });

  it('the commission gives the review assessment', () => {
    expect(permittedOn(person('commission'), project)).toEqual(['review']);
  });

  it('finance edits the budget', () => {
    expect(permittedOn(person('finance'), project)).toEqual(['budget']);
  });

  it('the portfolio office does everything but the budget, which finance keeps alone', () => {
    expect(permittedOn(person('portfolio-office'), project)).toEqual(
      PROJECT_RIGHTS.filter((right) => right !== 'budget'),
    );
  });

  it.each(['employee', 'admin', 'no-such-role'])('%s changes nothing', (role) => {
    expect(permittedOn(person(role, 'lead', ['school-office']), project)).toEqual([]);
  });

  it('roles add up', () => {
    const both = { ...person('commission', 'lead'), roles: ['commission', 'project-lead'] };
    expect(permittedOn(both, project)).toEqual([...LEADING, 'review']);
  });
});

describe('creating a project', () => {
  it.each(['project-lead', 'office-coordinator'])('is allowed to a %s within the own units', (role) => {
    expect(mayCreateIn(person(role, 'x', ['school-office']), 'school-office')).toBe(true);
    expect(mayCreateIn(person(role, 'x', ['school-office']), 'other-office')).toBe(false);
    expect(mayCreateIn(person(role, 'x', ['school-office']), null)).toBe(false);
  });

  it('is allowed to the portfolio office anywhere', () => {
    expect(mayCreateIn(person('portfolio-office'), 'other-office')).toBe(true);
    expect(mayCreateIn(person('portfolio-office'), null)).toBe(true);
  });

  it.each(['employee', 'commission', 'finance', 'admin'])('is not allowed to %s', (role) => {
    expect(mayCreateIn(person(role, 'x', ['school-office']), 'school-office')).toBe(false);
  });
});

describe('fields that are guarded', () => {
  it('are all open to the portfolio office', () => {
    const open = GUARDED_FIELDS.filter((field) =>
      mayChangeField(person('portfolio-office'), { isApproved: true }, field),
    );
    expect(open).toEqual([...GUARDED_FIELDS]);
  });

  it('leave the baseline to the lead until approval, and nothing else', () => {
    const lead = person('project-lead');
    expect(GUARDED_FIELDS.filter((field) => mayChangeField(lead, { isApproved: false }, field))).toEqual([
      'baselineStart',
      'baselineEnd',
    ]);
    expect(GUARDED_FIELDS.filter((field) => mayChangeField(lead, { isApproved: true }, field))).toEqual([]);
  });
});
