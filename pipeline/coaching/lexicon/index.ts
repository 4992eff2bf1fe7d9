/** The languages whose wording rules are known; comments mix them, so all are tried at once. */
import type {Language} from "../language.js";
import {GERMAN} from "./cues-de.js";
import {ENGLISH} from "./cues-en.js";

export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN];
