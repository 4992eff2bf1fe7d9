import type {Profile} from "./profile.js";
export const googleForms: Profile = {name: "google-forms", label: "Google Forms", files: []};
