/** All themes in German: words that name them, ways to tell of them, words around them. */
import {GERMAN_DEAL} from "./de-deal.js";
import {GERMAN_FIELDS} from "./de-fields.js";
import {GERMAN_HANDOFF} from "./de-handoff.js";
import {GERMAN_PEOPLE} from "./de-people.js";
import {GERMAN_SCENES_DEAL} from "./de-scenes-deal.js";
import {GERMAN_SCENES_HANDOFF} from "./de-scenes-handoff.js";
import {GERMAN_SCENES_PEOPLE} from "./de-scenes-people.js";
import {merge} from "./phrases.js";

export const GERMAN_THEMES = merge(
  {...GERMAN_DEAL, ...GERMAN_PEOPLE, ...GERMAN_HANDOFF},
  {...GERMAN_SCENES_DEAL, ...GERMAN_SCENES_PEOPLE, ...GERMAN_SCENES_HANDOFF},
  GERMAN_FIELDS,
);
