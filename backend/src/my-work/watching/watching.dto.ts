/** Whether the person who asks watches the project. */
export class WatchDto {
  watched!: boolean;
}
