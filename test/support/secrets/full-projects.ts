import type { ApiClient } from '../api';
import { aPreparedProject, ifMatch, type TestProject } from '../projects';
import { aReport } from '../status-reports';

/** Gives a project something of everything that a project can have. */
export async function aFullProject(
  office: ApiClient,
  lead: ApiClient,
  { title, other }: { title: string; other?: TestProject },
): Promise<TestProject> {
  const project = await aPreparedProject(office, {
    title,
    summary: `${title}, kurz gesagt`,
    goal: 'Ziel',
    expectedEffect: 'Wirkung',
    co2Effect: 'negative',
    co2Magnitude: 'considerable',
    co2Optimisation: 'Ökostrom',
    co2KgPerYear: 12,
    co2Method: 'geschätzt',
    iqNote: 'Notiz',
    changeReason: 'Grund',
  });
  const send = async (...command: Parameters<TestProject['send']>): Promise<string> => {
    const answer = await project.send(...command);
    if (answer.status < 300) return answer.body.id;
    throw new Error(`${command[1]} was answered by ${answer.status}: ${JSON.stringify(answer.body)}`);
  };
  const me = (await lead.get<{ person: { id: string } }>('/api/v1/session')).body.person.id;
  const finance = (await office.get<{ items: { id: string; yearFrom: number }[] }>('/api/v1/budgets')).body;
  const [budget] = finance.items;
  const year = budget?.yearFrom ?? 2026;
  await send('PUT', '/people/' + me, { function: 'lead' });
  await send('PUT', '/tags/pilot', {});
  await send('POST', '/supported-goals', { freeText: 'Freier Text' });
  await send('POST', '/risks', { title: 'Risiko', description: 'Text', probability: 4, impact: 4 });
  await send('POST', '/milestones', {
    title: 'Öffentlicher Start',
    expectedOn: '2027-01-15',
    isPublic: true,
  });
  await send('POST', '/milestones', { title: 'Interner Start', expectedOn: '2027-01-10' });
  await send('POST', '/needs', { year, kind: 'capital', amountCents: 12_300, note: 'Notiz' });
  await send('POST', '/counter-fundings', {
    year,
    kind: 'capital',
    source: 'reallocation',
    amountCents: 100,
    explanation: 'Text',
  });
  await send('PUT', '/assessments/review/scores/openness', {
    score: 1,
    reason: 'Grund',
    evidenceUrl: 'https://x.example',
  });
  const report = { done: 'Getan', next: 'Weiter', blockers: 'Hindernis', helpWanted: 'Hilfe' };
  await send('POST', '/status-reports', aReport(report));
  await lead.send('PUT', `${project.url}/status-reports/draft`, aReport({ done: 'Entwurf' }));
  if (other !== undefined) await send('POST', '/links', { kind: 'depends-on', otherProject: other.id });
  const agendas = (await office.get<{ items: { key: string }[] }>('/api/v1/agendas')).body.items;
  const { version } = await project.read();
  const entry = { leadProject: true, reason: 'Grund' };
  await office.send(
    'PUT',
    `/api/v1/agendas/${agendas[0]?.key}/entries/${project.id}`,
    entry,
    ifMatch(version),
  );
  return project;
}
