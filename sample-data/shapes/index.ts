import type {Company} from "../company.js";
import {writeTruth} from "../truth.js";
import {canonicalFiles} from "./canonical.js";
import {hubspotFiles} from "./hubspot.js";
import {salesforceFiles} from "./salesforce.js";

export const SHAPE_NAMES = ["canonical", "salesforce", "hubspot"] as const;
export type ShapeName = (typeof SHAPE_NAMES)[number];

/** Files of the company in one shape, path: content, with the configuration that builds them. */
export function writeShape(shape: ShapeName, company: Company): Map<string, string | Buffer> {
  if (shape === "canonical") {
    const files = canonicalFiles(company);
    files.set("truth/truth.json", writeTruth(company));
    return files;
  }
  if (shape === "salesforce") return salesforceFiles(company);
  return hubspotFiles(company);
}
