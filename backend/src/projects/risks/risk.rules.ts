/** Probability and impact, 1 to 5 each. */
export interface RiskWeight {
  probability: number;
  impact: number;
}

/** From this product of probability and impact on a risk is high: the red corner of a five by five matrix. */
const HIGH_FROM = 15;

/** Probability times impact, 1 to 25. */
export function exposureOf({ probability, impact }: RiskWeight): number {
  return probability * impact;
}

/** True for a risk in the red corner of the matrix. */
export function isHighRisk(risk: RiskWeight): boolean {
  return exposureOf(risk) >= HIGH_FROM;
}

/** How much a risk weighs: the colours of the matrix. */
export type RiskLevel = 'low' | 'medium' | 'high';

/** The level of a risk; from half of what makes it high it is medium. */
export function levelOf(risk: RiskWeight): RiskLevel {
  if (isHighRisk(risk)) return 'high';
  return exposureOf(risk) >= HIGH_FROM / 2 ? 'medium' : 'low';
}

/** How many risks of each level there are, and what they weigh together. */
export interface RiskSums {
  low: number;
  medium: number;
  high: number;
  exposure: number;
}

/** Counts risks by their level. */
export function riskSums(risks: readonly RiskWeight[]): RiskSums {
  const count = (level: RiskLevel): number => risks.filter((risk) => levelOf(risk) === level).length;
  return {
    low: count('low'),
    medium: count('medium'),
    high: count('high'),
    exposure: risks.reduce((sum, risk) => sum + exposureOf(risk), 0),
  };
}
