import { Injectable } from '@nestjs/common';
import { type CommandAnswer, newId } from '../platform/index.js';
import { ProjectCommands, type ProjectTarget } from '../projects/index.js';
import type { GrantState } from './budget.enums.js';
import { FundingGrant } from './funding-grant.entity.js';
import { requirePart } from './require-part.js';

/** What of a grant can be edited. */
export interface GrantValues {
  giver: string;
  title?: string;
  state: GrantState;
  decidedOn?: string | null;
  amountCents: number;
  eligibleCents?: number | null;
  rateBasisPoints?: number | null;
  purpose?: string;
  boundUntil?: string | null;
}

const MAY = 'need';

/** Commands on money of third parties for a project. */
@Injectable()
export class GrantsService {
  constructor(private readonly commands: ProjectCommands) {}

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  add(target: ProjectTarget, values: GrantValues): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'grant.add', may: MAY }, async (tx, project) => {
      const id = newId();
      await tx.insert(FundingGrant, { id, projectId: project.id, ...values });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  edit(target: ProjectTarget, id: string, values: Partial<GrantValues>): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'grant.edit', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'funding_grant', { id, project });
      await tx.update(FundingGrant, { id }, { ...values });
      return id;
    });
  }

  /** @throws NotFound, Forbidden, ChangedMeanwhile */
  remove(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(target, { name: 'grant.remove', may: MAY }, async (tx, project) => {
      await requirePart(tx, 'funding_grant', { id, project });
      await tx.delete(FundingGrant, { id });
      return id;
    });
  }
}
