/** What the gate asks for. Source: domain.md, "Phases and gate". */
export const GATE_PIECES = ['self-assessment', 'co2', 'budget-state', 'office'] as const;
export type GatePiece = (typeof GATE_PIECES)[number];
