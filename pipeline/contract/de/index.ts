/** What the contract says, in German, by the English text; which word was chosen for which is told in src/components/words/de/index.ts. */
import {BEHAVIOUR_PHRASES} from "./behaviours.js";
import {BRIEF_PHRASES} from "./brief.js";
import {COMPANY_PHRASES} from "./company.js";
import {CRITERIA_PHRASES} from "./criteria.js";
import {ENTITY_PHRASES} from "./entities.js";
import {METRIC_PHRASES} from "./metrics.js";

export const GERMAN: Readonly<Record<string, string>> = {
  ...BEHAVIOUR_PHRASES,
  ...BRIEF_PHRASES,
  ...COMPANY_PHRASES,
  ...CRITERIA_PHRASES,
  ...ENTITY_PHRASES,
  ...METRIC_PHRASES,
};
