import { Injectable } from '@nestjs/common';
import {
  type Actor,
  ChangedMeanwhile,
  type CommandAnswer,
  NotFound,
  Transactions,
  type Tx,
} from '../platform/index.js';

/** Which scenario a command is about, who gives it, and on which version of the scenario. */
export interface ScenarioTarget {
  id: string;
  version: number;
  actor: Actor;
}

/** Runs commands on one scenario: one transaction, the scenario locked first, its version raised. */
@Injectable()
export class ScenarioCommands {
  constructor(private readonly transactions: Transactions) {}

  /** @throws NotFound (404), ChangedMeanwhile (412) */
  async run(
    { id, version, actor }: ScenarioTarget,
    command: string,
    work: (tx: Tx) => Promise<void>,
  ): Promise<CommandAnswer> {
    const { value, moment } = await this.transactions.run({ command, actor }, async (tx) => {
      const [locked] = await tx.query<{ version: number }>(
        'select version from scenario where id = $1 for update',
        [id],
      );
      if (locked === undefined) throw new NotFound('scenario');
      if (locked.version !== version) throw await changedMeanwhile(tx, { id, version: locked.version });
      await tx.query('update scenario set version = version + 1 where id = $1', [id]);
      await work(tx);
      return { id, version: version + 1 };
    });
    return { ...value, moment };
  }
}

async function changedMeanwhile(
  tx: Tx,
  { id, version }: { id: string; version: number },
): Promise<ChangedMeanwhile> {
  const [last] = await tx.query<{ changedBy: string | null; changedAt: string; command: string }>(
    `select person.display_name as "changedBy", change.at as "changedAt", change.command
       from history.scenario kept
       join change on change.rev = kept.from_rev
       left join person on person.id = change.actor_id
      where kept.id = $1 and kept.to_rev = 9223372036854775807`,
    [id],
  );
  return new ChangedMeanwhile({ version, ...last });
}
