import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** A project that a paper is about. */
@Entity('paper_project')
@Unique('uq_paper_project', ['paperId', 'projectId'])
export class PaperProject {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey('Paper')
  paperId!: string;

  @Column('uuid')
  @ForeignKey('Project')
  @Index('ix_paper_project_project_id')
  projectId!: string;
}
