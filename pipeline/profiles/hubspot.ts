import type {Profile} from "./profile.js";
export const hubspot: Profile = {name: "hubspot", label: "HubSpot", files: []};
