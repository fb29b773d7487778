import type { Tx } from '../../platform/index.js';
import { GateOpen } from '../projects.errors.js';
import { type GateFacts, missingAtGate } from './gate.rules.js';

/**
 * Makes sure that a claimed project has everything that the gate asks for.
 *
 * @throws GateOpen (422)
 */
export async function passGate(tx: Tx, projectId: string): Promise<void> {
  const [facts] = await tx.query<GateFacts>(
    `select p.office_id as "officeId", p.co2_effect as "co2Effect", p.co2_reason as "co2Reason",
            p.declared_budget_state as "declaredBudgetState",
            (select count(*) from design_principle d where d.strategy_id = f.strategy_id) as "principleCount",
            (select count(*) from principle_score s join design_principle d on d.id = s.principle_id
              where s.project_id = p.id and s.voice = 'self' and d.strategy_id = f.strategy_id) as "selfSettled"
       from project p join action_field f on f.id = p.primary_action_field_id
      where p.id = $1`,
    [projectId],
  );
  if (facts === undefined) return;
  const missing = missingAtGate(facts);
  if (missing.length > 0) throw new GateOpen(missing, facts);
}
