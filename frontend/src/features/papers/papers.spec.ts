import { consultationsAround, type Consultation } from './papers';

const consultation = (bodyName: string, heldOn: string | null): Consultation => ({
  id: bodyName,
  body: null,
  bodyName,
  heldOn,
  agendaItem: '',
  isPublic: true,
  role: 'unknown',
  result: '',
  isAuthoritative: false,
  url: null,
});
const row = [
  consultation('Hauptausschuss', '2027-02-08'),
  consultation('Gemeinderat', '2027-02-22'),
  consultation('Ortschaftsrat', null),
];
const around = (today: string) => {
  const { next, last } = consultationsAround(row, today);
  return [last?.bodyName, next?.bodyName];
};

describe('the consultations around a day', () => {
  it('are the last one and the next one', () => {
    expect(around('2027-02-15')).toEqual(['Hauptausschuss', 'Gemeinderat']);
  });

  it('count that of the day itself as ahead', () => {
    expect(around('2027-02-08')).toEqual([undefined, 'Hauptausschuss']);
  });

  it('leave out one that has no day yet', () => {
    expect(around('2027-03-01')).toEqual(['Gemeinderat', undefined]);
  });
});
