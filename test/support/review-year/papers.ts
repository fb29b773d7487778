import { ifMatch, type Commanded } from '../projects';
import { allowed, type Cast } from './portfolio';

const PAPERS = '/api/v1/papers';

/** Makes a paper about a project; returns its address. */
export async function aPaper({ office }: Cast, projectId: string): Promise<string> {
  const paper = { title: 'Vorlage zum Stand', type: 'decision', projects: [projectId] };
  return `${PAPERS}/${(await allowed(office.send<Commanded>('POST', PAPERS, paper))).id}`;
}

/** Changes a paper: its motion, its cover sheet, or where it is consulted; issues the sheet now and then. */
export async function changePaper({ random, office }: Cast, url: string, day: string): Promise<void> {
  const send = async (method: 'PATCH' | 'PUT' | 'POST', path: string, body?: object): Promise<Commanded> => {
    const { version } = await allowed(office.get<{ version: number }>(url));
    return allowed(office.send<Commanded>(method, `${url}${path}`, body, ifMatch(version)));
  };
  const change = random.pick([
    () => send('PATCH', '', { motion: `Der Gemeinderat nimmt Kenntnis (${random.below(1_000)}).` }),
    () => send('PUT', '/cover-sheet', { totalCostsCents: random.below(1_000_000_00), iqRelevant: true }),
    () =>
      send('POST', '/consultations', {
        bodyName: 'Ortschaftsrat Neureut',
        heldOn: day,
        isPublic: random.percent(50),
      }),
  ]);
  await change();
  if (random.percent(50)) await send('POST', '/cover-sheet/issues');
}
