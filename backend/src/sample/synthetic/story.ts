import type { Random } from '../random.js';
import type { Co2Story, RiskStory, Story } from '../story.js';
import { courseOf, phaseToday } from './course.js';
import { gridsOf } from './grids.js';
import { moneyOf } from './money.js';
import type { Subject } from './names.js';
import { CO2_OPTIMISATION, CO2_REASONS } from './reasons.js';
import { describe, RISKS } from './texts.js';
import { FIELD_KEYS, TAGS, THEME_KEYS } from './words.js';

/** A made-up project, and the day on which it enters the tracker. */
export interface SyntheticStory {
  readonly story: Story;
  readonly takeover: number;
}

/** Makes up a project; the same one for the same state of `random`. */
export function syntheticStory(random: Random, ordinal: number, subject: Subject): SyntheticStory {
  const phase = phaseToday(random);
  const hasStarted = phase !== 'idea' && phase !== 'proposal';
  const takeover = hasStarted ? -random.between(690, 755) : -random.between(60, 700);
  const story: Story = {
    number: ordinal,
    isTerse: true,
    officeKey: subject.office.key,
    ...describe(random, subject),
    visibility: random.chance(60) ? 'public' : 'internal',
    furtherFields: furtherFields(random, subject.fieldKey),
    themes: random.chance(75) ? [...new Set([random.pick(THEME_KEYS), random.pick(THEME_KEYS)])] : [],
    tags: [...new Set([random.pick(TAGS), random.pick(TAGS)])],
    co2: co2Of(random),
    ...courseOf(random, phase, takeover),
    ...gridsOf(random),
    ...moneyOf(random),
    risks: [riskOf(random, 0), riskOf(random, 1)],
  };
  return { story, takeover };
}

function furtherFields(random: Random, primary: string): string[] {
  const further = random.pick(FIELD_KEYS);
  return random.chance(50) && further !== primary ? [further] : [];
}

function co2Of(random: Random): Co2Story | null {
  const drawn = random.between(1, 100);
  if (drawn <= 10) return null;
  const effect = drawn <= 50 ? 'none' : drawn <= 84 ? 'positive' : drawn <= 96 ? 'negative' : 'undirected';
  if (effect === 'none') return { effect, reason: CO2_REASONS[effect] };
  return {
    effect,
    magnitude: random.chance(15) ? 'considerable' : 'minor',
    reason: CO2_REASONS[effect],
    ...(effect === 'negative' && random.chance(60) ? { optimisation: CO2_OPTIMISATION } : {}),
    ...(effect === 'positive' && random.chance(30)
      ? { kgPerYear: random.between(1, 90) * 100, method: 'Schätzung des Fachamts' }
      : {}),
  };
}

/** Two different risks: one from the first part of the list, one from the second. */
function riskOf(random: Random, part: 0 | 1): RiskStory {
  const [title, description, response, ownerRole] = random.pick(
    part === 0 ? RISKS.slice(0, 2) : RISKS.slice(2),
  );
  return {
    title,
    description,
    rating: [random.between(1, 5), random.between(1, 5)],
    response,
    ownerRole,
    ...(random.chance(30) ? { ratingAtFirst: [2, 3] as const } : {}),
  };
}
