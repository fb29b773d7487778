export * from './project.enums.js';
export { type Claim, type ClaimedProject, projectKey, ProjectRoots } from './project-roots.js';
export { mayDo, permittedOn, type RightsOfPerson, type RightsOnProject } from './project-rights.rules.js';
export { ProjectsModule } from './projects.module.js';
