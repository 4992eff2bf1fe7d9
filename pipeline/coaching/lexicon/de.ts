/** All themes in German. */
import {GERMAN_DEAL} from "./de-deal.js";
import {GERMAN_HANDOFF} from "./de-handoff.js";
import {GERMAN_PEOPLE} from "./de-people.js";

export const GERMAN_THEMES = {...GERMAN_DEAL, ...GERMAN_PEOPLE, ...GERMAN_HANDOFF};
