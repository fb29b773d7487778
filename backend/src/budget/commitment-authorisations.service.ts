import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId, NotFound } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import { refuseForeignYear } from './budget-lines.service.js';
import { type CashYear, CommitmentAuthorisation } from './commitment-authorisation.entity.js';
import { requirePart } from './require-part.js';

/** What of a commitment authorisation can be edited. */
export interface CommitmentAuthorisationValues {
  budgetId: string;
  year: number;
  amountCents: number;
  cashYears?: CashYear[];
  accountAssignment?: string | null;
  note?: string;
}

const MAY = 'budget';

/** Commands on what the city may commit itself to for a project; finance's business. */
@Injectable()
export class CommitmentAuthorisationsService {
  constructor(private readonly commands: ProjectCommands) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile, BudgetLineRefused */
  add(target: ProjectTarget, values: CommitmentAuthorisationValues): Promise<CommandAnswer> {
    const command = { name: 'commitment-authorisation.add', may: MAY } as const;
    return this.commands.run(target, command, async (tx, project) => {
      await refuseForeignYear(tx, values);
      const id = newId();
      await tx.insert(CommitmentAuthorisation, { id, projectId: project.id, ...ordered(values) });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile, BudgetLineRefused */
  edit(
    target: ProjectTarget,
    id: string,
    values: Partial<CommitmentAuthorisationValues>,
  ): Promise<CommandAnswer> {
    const command = { name: 'commitment-authorisation.edit', may: MAY } as const;
    return this.commands.run(target, command, async (tx, project) => {
      const [known] = await tx.query<{ budgetId: string; year: number }>(
        `select budget_id as "budgetId", year from commitment_authorisation where id = $1 and project_id = $2`,
        [id, project.id],
      );
      if (known === undefined) throw new NotFound('commitment-authorisation');
      await refuseForeignYear(tx, {
        budgetId: values.budgetId ?? known.budgetId,
        year: values.year ?? known.year,
      });
      await tx.update(CommitmentAuthorisation, { id }, ordered(values));
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    const command = { name: 'commitment-authorisation.remove', may: MAY } as const;
    return this.commands.run(target, command, async (tx, project) => {
      await requirePart(tx, 'commitment_authorisation', { id, project });
      await tx.delete(CommitmentAuthorisation, { id });
      return id;
    });
  }
}

/** The same with the cash years as plain values in the order of the years. */
function ordered<Values extends Partial<CommitmentAuthorisationValues>>({
  cashYears,
  ...values
}: Values): Omit<Values, 'cashYears'> & { cashYears?: CashYear[] } {
  if (cashYears === undefined) return values;
  const plain = cashYears.map(({ year, amountCents }) => ({ year, amountCents }));
  return { ...values, cashYears: plain.sort((a, b) => a.year - b.year) };
}
