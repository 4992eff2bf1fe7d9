/** All themes in English. */
import {ENGLISH_DEAL} from "./en-deal.js";
import {ENGLISH_HANDOFF} from "./en-handoff.js";
import {ENGLISH_PEOPLE} from "./en-people.js";

export const ENGLISH_THEMES = {...ENGLISH_DEAL, ...ENGLISH_PEOPLE, ...ENGLISH_HANDOFF};
