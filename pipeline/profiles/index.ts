import type {ProfileName} from "../config-schema.js";
import {canonical} from "./canonical.js";
import {gong} from "./gong.js";
import {googleForms} from "./google-forms.js";
import {hubspotForms} from "./hubspot-forms.js";
import {hubspot} from "./hubspot.js";
import {microsoftForms} from "./microsoft-forms.js";
import {outreach} from "./outreach.js";
import type {Profile} from "./profile.js";
import {salesforceHistory} from "./salesforce-history.js";
import {salesforceWeekly} from "./salesforce-weekly.js";
import {salesforce} from "./salesforce.js";
import {salesloft} from "./salesloft.js";
import {surveymonkey} from "./surveymonkey.js";
import {typeform} from "./typeform.js";

/** Every exporting system Baton reads, by name; a new one is a file beside this and a line here and in `PROFILE_NAMES`. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  canonical,
  salesforce,
  "salesforce-weekly": salesforceWeekly,
  "salesforce-history": salesforceHistory,
  hubspot,
  "hubspot-forms": hubspotForms,
  outreach,
  salesloft,
  gong,
  "google-forms": googleForms,
  "microsoft-forms": microsoftForms,
  surveymonkey,
  typeform,
};

export {isCustom, normaliseHeader, normaliseValue, TYPED, type Profile, type ProfileFile, type ProfilePart} from "./profile.js";
export {isSalesforceObject} from "./salesforce.js";
export {isMeantFor, TOOL_KINDS, type ToolKind} from "./tools.js";
