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
