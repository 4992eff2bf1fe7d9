/** All themes in English: words that name them, ways to tell of them, words around them. */
import {ENGLISH_DEAL} from "./en-deal.js";
import {ENGLISH_FIELDS} from "./en-fields.js";
import {ENGLISH_HANDOFF} from "./en-handoff.js";
import {ENGLISH_PEOPLE} from "./en-people.js";
import {ENGLISH_SCENES_DEAL} from "./en-scenes-deal.js";
import {ENGLISH_SCENES_HANDOFF} from "./en-scenes-handoff.js";
import {ENGLISH_SCENES_PEOPLE} from "./en-scenes-people.js";
import {ACRONYM_WORDS, merge} from "./phrases.js";

export const ENGLISH_THEMES = merge(
  {...ENGLISH_DEAL, ...ENGLISH_PEOPLE, ...ENGLISH_HANDOFF},
  {...ENGLISH_SCENES_DEAL, ...ENGLISH_SCENES_PEOPLE, ...ENGLISH_SCENES_HANDOFF},
  ENGLISH_FIELDS,
  ACRONYM_WORDS,
);
