import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The running number that was handed out last in a year; its row is locked while the next one is. */
@Entity('project_number')
export class ProjectNumber {
  @PrimaryColumn('integer')
  year!: number;

  @Column('integer')
  last!: number;
}
