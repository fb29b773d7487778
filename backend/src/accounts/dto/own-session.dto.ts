/** One of the own sessions: a browser that is signed in. */
export class OwnSessionDto {
  id!: string;
  /** Browser and system, such as "Firefox · Linux"; empty when unknown. No address is kept. */
  client!: string;
  /** When it began, an instant. */
  createdAt!: string;
  /** When it was last used, an instant, to the minute. */
  seenAt!: string;
  /** The session that asks. */
  isCurrent!: boolean;
}

/** The own sessions, the one used last first. */
export class OwnSessionsDto {
  items!: OwnSessionDto[];
}
