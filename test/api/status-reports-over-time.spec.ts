import { faultsOf } from '../support/faults';
import { aProject, type Commanded } from '../support/projects';
import { aReport, GREEN, useStatusReports } from '../support/status-reports';

describe('one status report after the other', () => {
  const test = useStatusReports();

  describe('saying "unchanged"', () => {
    it('repeats lights, progress and texts of the last report', async () => {
      await test.publish({
        lights: { ...GREEN, cost: 'red', overall: 'amber' },
        overallReason: 'Die Mehrkosten sind gedeckt.',
        done: 'Pilot läuft.',
      });
      test.api.setClock('2026-12-20T11:00:00Z');
      expect((await test.project.send('POST', '/status-reports', { unchanged: true })).status).toBe(201);
      expect(await test.last()).toMatchObject({
        unchanged: true,
        reportedOn: '2026-12-20',
        lights: { overall: 'amber', cost: 'red' },
        overallReason: 'Die Mehrkosten sind gedeckt.',
        progressPercent: 40,
        done: 'Pilot läuft.',
      });
    });

    it('leaves the expected end where the project has it now', async () => {
      await test.publish({ expectedEnd: '2027-06-30' });
      await test.project.send('PATCH', '', { expectedEnd: '2027-12-31' });
      await test.project.send('POST', '/status-reports', { unchanged: true });
      expect((await test.last())?.expectedEnd).toBe('2027-12-31');
      expect(await test.project.read()).toMatchObject({ expectedEnd: '2027-12-31' });
    });

    it('is refused when there is nothing to repeat', async () => {
      const answer = await test.project.send('POST', '/status-reports', { unchanged: true });
      expect(answer).toMatchObject({ status: 422, body: { code: 'status-report.nothing-to-repeat' } });
    });

    it('stands alone', async () => {
      await test.publish();
      const answer = await test.project.send('POST', '/status-reports', {
        unchanged: true,
        done: 'Doch etwas.',
        progressPercent: 50,
      });
      expect(answer.status).toBe(400);
      expect(faultsOf(answer).sort()).toEqual([
        '/done not-with-unchanged',
        '/progressPercent not-with-unchanged',
      ]);
    });
  });

  describe('the expected end in a report', () => {
    it('moves that of the project and counts it; baseline and approved end stay', async () => {
      await test.project.send('PATCH', '', { baselineEnd: '2026-12-31', expectedEnd: '2026-12-31' });
      await test.publish({ expectedEnd: '2027-03-31' });
      await test.publish({ expectedEnd: '2027-03-31' });
      const [row] = await test.database.query(
        'select baseline_end::text, approved_end::text, expected_end::text, end_moves from project where id = $1',
        [test.project.id],
      );
      expect(row).toEqual({
        baseline_end: '2026-12-31',
        approved_end: null,
        expected_end: '2027-03-31',
        end_moves: 1,
      });
    });

    it('is that of the project when nothing is said', async () => {
      await test.project.send('PATCH', '', { expectedEnd: '2026-12-31' });
      await test.publish({ expectedEnd: null });
      expect((await test.last())?.expectedEnd).toBe('2026-12-31');
      expect(await test.project.read()).toMatchObject({ expectedEnd: '2026-12-31' });
    });
  });

  describe('a published report', () => {
    it('never changes: there is no way to edit or delete it, and the table refuses it as well', async () => {
      const { id } = (await test.publish()).body as Commanded;
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const) {
        expect(
          (await test.project.send(method, `/status-reports/${id}`, aReport(), test.office)).status,
        ).toBe(404);
      }
      await expect(
        test.database.query(`update status_report set light_cost = 'green' where id = $1`, [id]),
      ).rejects.toThrow('a published report never changes');
      await expect(test.database.query('delete from status_report where id = $1', [id])).rejects.toThrow(
        'never changes',
      );
    });

    it('is corrected by a new one that names it', async () => {
      const wrong = (await test.publish({ progressPercent: 90 })).body as Commanded;
      const right = (await test.publish({ progressPercent: 9, correctsId: wrong.id })).body as Commanded;
      const [newest, older] = (await test.reports()).items;
      expect(newest).toMatchObject({
        id: right.id,
        progressPercent: 9,
        correctsId: wrong.id,
        correctedById: null,
      });
      expect(older).toMatchObject({ id: wrong.id, progressPercent: 90, correctedById: right.id });
      const [{ command } = { command: '' }] = await test.database.query<{ command: string }>(
        'select command from change order by rev desc limit 1',
      );
      expect(command).toBe('status-report.correct');
    });

    it("can't be corrected from another project", async () => {
      const { id } = (await test.publish()).body as Commanded;
      const other = await aProject(test.lead);
      const answer = await other.send('POST', '/status-reports', aReport({ correctsId: id }));
      expect(answer.status).toBe(422);
      expect(faultsOf(answer)).toEqual(['/correctsId report-unknown']);
      expect((await test.lead.get(`${other.url}/status-reports/${id}`)).status).toBe(404);
    });
  });
});
