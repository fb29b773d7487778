import { Injectable } from '@nestjs/common';
import {
  type Actor,
  AlreadyExists,
  ChangedMeanwhile,
  type CommandAnswer,
  newId,
  NotFound,
  RuleViolated,
  Transactions,
  type Tx,
} from '../platform/index.js';
import type { CreateOrgUnitDto, EditOrgUnitDto } from './dto/org-unit-input.dto.js';
import { OrgUnit } from './org-unit.entity.js';
import { faultsOfUnit, type UnitInTree, type UnitShape } from './org-unit.rules.js';

/** What administrators do with the units of the administration. A unit is closed, never deleted. */
@Injectable()
export class OrgUnits {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Makes a unit.
   * @throws AlreadyExists (409), RuleViolated (422)
   */
  async create(actor: Actor, input: CreateOrgUnitDto): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run(
      { command: 'org-unit.create', actor },
      async (tx) => {
        const id = newId();
        const { parentId = null, validFrom = null, validTo = null } = input;
        await refuseFaults(tx, { parentId, validFrom, validTo });
        const [twin] = await tx.query('select 1 from org_unit where key = $1', [input.key]);
        if (twin !== undefined) throw new AlreadyExists('org-unit', '/key');
        await tx.insert(OrgUnit, { ...input, id });
        return id;
      },
    );
    return { id: value, version: 1, moment };
  }

  /**
   * Changes a unit; what it was before stays readable as of then.
   * @throws NotFound (404), ChangedMeanwhile (412), RuleViolated (422)
   */
  async edit(
    { id, version, actor }: { id: string; version: number; actor: Actor },
    changes: EditOrgUnitDto,
  ): Promise<CommandAnswer> {
    const { moment } = await this.transactions.run({ command: 'org-unit.edit', actor }, async (tx) => {
      const [unit] = await tx.query<UnitShape & { version: number }>(
        `select id, version, parent_id as "parentId", valid_from as "validFrom", valid_to as "validTo"
           from org_unit where id = $1 for update`,
        [id],
      );
      if (unit === undefined) throw new NotFound('org-unit');
      if (unit.version !== version) throw await changedMeanwhile(tx, id, unit.version);
      // A key that was not sent is there, but undefined.
      const { parentId = unit.parentId, validFrom = unit.validFrom, validTo = unit.validTo } = changes;
      await refuseFaults(tx, { id, parentId, validFrom, validTo });
      await tx.update(OrgUnit, { id }, { ...changes, version: version + 1 });
    });
    return { id, version: version + 1, moment };
  }
}

/** The whole tree is judged, so nobody else may change it meanwhile: two moves at once could close a circle. */
async function refuseFaults(tx: Tx, unit: UnitShape): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(20220224)');
  const tree = await tx.query<UnitInTree>('select id, parent_id as "parentId" from org_unit');
  const faults = faultsOfUnit(unit, tree);
  if (faults.length > 0) throw new RuleViolated(faults);
}

async function changedMeanwhile(tx: Tx, id: string, version: number): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select person.display_name as "changedBy", change.at as "changedAt", change.command
       from history.org_unit kept join change on change.rev = kept.from_rev
       left join person on person.id = change.actor_id
      where kept.id = $1 and kept.to_rev = 9223372036854775807`,
    [id],
  );
  return new ChangedMeanwhile({ version, ...last });
}
