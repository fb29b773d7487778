import { Module } from '@nestjs/common';
import { ProjectRoots } from './project-roots.js';

/** Projects: the project itself, its phase and gate, catalogue links, people, milestones and risks. */
@Module({
  providers: [ProjectRoots],
  exports: [ProjectRoots],
})
export class ProjectsModule {}
