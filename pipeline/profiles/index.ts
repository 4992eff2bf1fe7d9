import type {ProfileName} from "../config-schema.js";
import {canonical} from "./canonical.js";
import {googleForms} from "./google-forms.js";
import {hubspot} from "./hubspot.js";
import type {Profile} from "./profile.js";
import {salesforce} from "./salesforce.js";

/** Every exporting system Baton reads, by name; a new one is a file beside this and a line here and in `PROFILE_NAMES`. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {canonical, salesforce, hubspot, "google-forms": googleForms};

export {normaliseHeader, normaliseValue, type Profile, type ProfileFile, type ProfilePart} from "./profile.js";
