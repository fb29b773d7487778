import { Injectable } from '@nestjs/common';
import { Clock, type CommandAnswer, newId } from '../platform/index.js';
import { type DeclaredBudgetState, ProjectCommands, type ProjectTarget } from '../projects/index.js';
import { budgetCells } from './budget-cells.sql.js';
import { BudgetConfirmation } from './budget-confirmation.entity.js';
import { ConfirmationRefused } from './budget.errors.js';
import { type BudgetYears, figuresDiffer, figuresIn, type SignedFigures } from './confirmation.rules.js';

/** What finance signs. */
export interface BudgetConfirmationValues {
  budgetId: string;
  state: DeclaredBudgetState;
  /** What it saw. */
  figures: SignedFigures[];
  note?: string;
}

/** Finance confirms budget states; what it signed is never changed or removed. */
@Injectable()
export class BudgetConfirmationsService {
  constructor(
    private readonly commands: ProjectCommands,
    private readonly clock: Clock,
  ) {}

  /**
   * Confirms the state of a project in a budget. The figures that were seen have to be those of now: the version of the
   * project alone would not tell that the stage of a budget has changed.
   *
   * @throws NotFound, Forbidden, ChangedMeanwhile, ConfirmationRefused
   */
  confirm(target: ProjectTarget, values: BudgetConfirmationValues): Promise<CommandAnswer> {
    const { budgetId, state, figures, note = '' } = values;
    return this.commands.run(target, { name: 'budget.confirm', may: 'budget' }, async (tx, project) => {
      // No budget changes its stage between what is compared and what is written.
      const budgets = await tx.query<BudgetYears & { id: string }>(
        'select id, year_from as "yearFrom", year_to as "yearTo" from budget order by id for share',
      );
      const budget = budgets.find(({ id }) => id === budgetId.toLowerCase());
      if (budget === undefined) {
        throw new ConfirmationRefused([{ pointer: '/budgetId', code: 'budget-unknown' }]);
      }
      const now = figuresIn(await tx.query<SignedFigures>(FIGURES_NOW, [project.id]), budget);
      if (figuresDiffer(figures, now)) {
        throw new ConfirmationRefused([{ pointer: '/figures', code: 'figures-changed' }]);
      }
      const id = newId();
      await tx.insert(BudgetConfirmation, {
        id,
        projectId: project.id,
        budgetId: budget.id,
        state,
        figures: now,
        confirmedAt: this.clock.now().toISOString(),
        confirmedById: target.actor.personId,
        note,
      });
      return id;
    });
  }
}

const FIGURES_NOW = `
  select year, kind, need_cents as "needCents", secured_cents as "securedCents",
         counter_funding_cents as "counterFundingCents", gap_cents as "gapCents"
    from (${budgetCells('project_id = $1')}) cell
   order by year, kind desc`;
