import type {Profile} from "./profile.js";
export const salesforce: Profile = {name: "salesforce", label: "Salesforce", files: []};
