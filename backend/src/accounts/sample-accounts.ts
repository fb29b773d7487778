import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Config, CONFIG } from '../config/index.js';
import { newId, type Role, ROLES } from '../platform/index.js';

const ROLE_NAMES: Record<Role, string> = {
  employee: 'Beschäftigte Person',
  'project-lead': 'Projektleitung',
  'office-coordinator': 'Digitalkoordination',
  commission: 'IT-Kommission, Geschäftsstelle',
  finance: 'Stadtkämmerei, Finanzplanung',
  'portfolio-office': 'Portfoliobüro',
  admin: 'Fachadministration',
};

/** One made-up person per role, for trying out. Exists only while the configuration asks for it. */
@Injectable()
export class SampleAccounts {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes the accounts that are missing, or removes all when sample mode is off. Runs at start, after the portfolio is loaded. */
  async settle(): Promise<void> {
    if (!this.config.sampleAccounts) {
      await this.dataSource.query(
        'delete from account using person where person.id = account.person_id and person.is_sample',
      );
      await this.dataSource.query(
        'delete from session using person where person.id = session.person_id and person.is_sample',
      );
      return;
    }
    for (const role of ROLES) await this.ensure(role);
  }

  private async ensure(role: Role): Promise<void> {
    const personId = (await this.bestKnownPerson(role)) ?? (await this.makePerson(role));
    await this.dataSource.query(
      'insert into account (id, person_id, login) values ($1, $2, $3) on conflict (login) do nothing',
      [newId(), personId, role],
    );
  }

  /** The sample person of a role who has most to do: the most useful one to try out with. */
  private async bestKnownPerson(role: Role): Promise<string | undefined> {
    const [person] = await this.dataSource.query<{ id: string }[]>(
      `select p.id from person p
        where p.is_sample and p.roles[1] = $1
        order by (select count(*) from project_person pp where pp.person_id = p.id) desc, p.id limit 1`,
      [role],
    );
    return person?.id;
  }

  private async makePerson(role: Role): Promise<string> {
    const id = newId();
    await this.dataSource.query(
      `insert into person (id, display_name, office_id, roles, is_secretary, is_sample)
       values ($1, $2, (select id from org_unit where key = 'it'), array[$3], $3 = 'commission', true)`,
      [id, ROLE_NAMES[role], role],
    );
    return id;
  }
}
