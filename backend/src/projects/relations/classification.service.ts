import { Injectable } from '@nestjs/common';
import {
  AlreadyExists,
  type CommandAnswer,
  newId,
  NotFound,
  RuleViolated,
  type Tx,
} from '../../platform/index.js';
import { corridorThemeByRef, supportedGoalByRef } from '../../strategy/index.js';
import { actionFieldFor } from '../action-field-lookup.js';
import { ProjectCommands, type ProjectTarget } from '../project-commands.js';
import { ProjectActionField } from './project-action-field.entity.js';
import { ProjectCorridorTheme } from './project-corridor-theme.entity.js';
import { ProjectSupportedGoal } from './project-supported-goal.entity.js';

/** A goal that a project supports: an entry of the catalogue by id or key, or a text of its own. */
export interface SupportedGoalInput {
  goal?: string | null | undefined;
  freeText?: string | null | undefined;
}

/** Puts projects in their place: action fields, corridor themes, supported goals. */
@Injectable()
export class ClassificationService {
  constructor(private readonly commands: ProjectCommands) {}

  /**
   * Adds a further action field; nothing happens when it is there.
   *
   * @throws NotFound (404), RuleViolated (422) for the primary one
   */
  addActionField(target: ProjectTarget, ref: string): Promise<CommandAnswer> {
    return this.commands.run(
      target,
      { name: 'project.add-action-field', may: 'edit' },
      async (tx, project) => {
        const actionFieldId = await actionFieldOf(tx, project.id, ref);
        if (actionFieldId === project.primaryActionFieldId) {
          throw new RuleViolated([{ pointer: '/actionField', code: 'project.action-field-is-primary' }]);
        }
        await tx.query(
          `insert into project_action_field (id, project_id, action_field_id) values ($1, $2, $3)
         on conflict (project_id, action_field_id) do nothing`,
          [newId(), project.id, actionFieldId],
        );
      },
    );
  }

  /** Removes a further action field; nothing happens when it is not there. */
  removeActionField(target: ProjectTarget, ref: string): Promise<CommandAnswer> {
    return this.commands.run(
      target,
      { name: 'project.remove-action-field', may: 'edit' },
      async (tx, project) => {
        const actionFieldId = await actionFieldOf(tx, project.id, ref);
        await tx.delete(ProjectActionField, { projectId: project.id, actionFieldId });
      },
    );
  }

  /** Adds a corridor theme, or changes whether it is emphasised; of a project's themes one at most is. */
  putCorridorTheme(
    target: ProjectTarget,
    ref: string,
    { emphasised }: { emphasised: boolean },
  ): Promise<CommandAnswer> {
    return this.commands.run(
      target,
      { name: 'project.put-corridor-theme', may: 'edit' },
      async (tx, project) => {
        const themeId = await themeOf(tx, ref);
        if (emphasised) {
          await tx.update(
            ProjectCorridorTheme,
            { projectId: project.id, emphasised: true },
            { emphasised: false },
          );
        }
        await tx.query(
          `insert into project_corridor_theme (id, project_id, corridor_theme_id, emphasised) values ($1, $2, $3, $4)
         on conflict (project_id, corridor_theme_id) do update set emphasised = excluded.emphasised`,
          [newId(), project.id, themeId, emphasised],
        );
      },
    );
  }

  /** Removes a corridor theme; nothing happens when it is not there. */
  removeCorridorTheme(target: ProjectTarget, ref: string): Promise<CommandAnswer> {
    return this.commands.run(
      target,
      { name: 'project.remove-corridor-theme', may: 'edit' },
      async (tx, project) => {
        await tx.delete(ProjectCorridorTheme, {
          projectId: project.id,
          corridorThemeId: await themeOf(tx, ref),
        });
      },
    );
  }

  /**
   * Adds a goal that the project supports; answers with the id of the entry.
   *
   * @throws RuleViolated (422) unless exactly one of goal and text is given, AlreadyExists (409)
   */
  addSupportedGoal(target: ProjectTarget, input: SupportedGoalInput): Promise<CommandAnswer> {
    return this.commands.run(
      target,
      { name: 'project.add-supported-goal', may: 'edit' },
      async (tx, project) => {
        const goal = await goalOf(tx, input);
        const [same] = await tx.query(
          `select 1 from project_supported_goal
          where project_id = $1 and (supported_goal_id = $2 or lower(free_text) = lower($3))`,
          [project.id, goal.supportedGoalId, goal.freeText],
        );
        if (same !== undefined) throw new AlreadyExists('supported-goal', input.goal ? '/goal' : '/freeText');
        const id = newId();
        await tx.insert(ProjectSupportedGoal, { id, projectId: project.id, ...goal });
        return id;
      },
    );
  }

  /**
   * Removes a goal by the id of its entry.
   *
   * @throws NotFound (404)
   */
  removeSupportedGoal(target: ProjectTarget, id: string): Promise<CommandAnswer> {
    return this.commands.run(
      target,
      { name: 'project.remove-supported-goal', may: 'edit' },
      async (tx, project) => {
        const removed = await tx.delete(ProjectSupportedGoal, { id, projectId: project.id });
        if (removed === 0) throw new NotFound('supported-goal');
      },
    );
  }
}

async function actionFieldOf(tx: Tx, projectId: string, ref: string): Promise<string> {
  const id = await actionFieldFor(tx, projectId, ref);
  if (id === null) throw new NotFound('action-field');
  return id;
}

async function themeOf(tx: Tx, ref: string): Promise<string> {
  const theme = await corridorThemeByRef(tx, ref);
  if (theme === null) throw new NotFound('corridor-theme');
  return theme.id;
}

async function goalOf(
  tx: Tx,
  { goal, freeText }: SupportedGoalInput,
): Promise<{ supportedGoalId: string | null; freeText: string | null }> {
  if (Boolean(goal) === Boolean(freeText)) {
    throw new RuleViolated([{ pointer: '/goal', code: 'project.goal-or-text' }]);
  }
  if (!goal) return { supportedGoalId: null, freeText: freeText ?? null };
  const found = await supportedGoalByRef(tx, goal);
  if (found === null) throw new RuleViolated([{ pointer: '/goal', code: 'reference-unknown' }]);
  return { supportedGoalId: found.id, freeText: null };
}
