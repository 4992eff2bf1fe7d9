import type {Profile} from "./profile.js";
import {salesforce} from "./salesforce.js";

/** Every object of the weekly export is stamped, and none of a report. */
const STAMP = "SystemModstamp";

/**
 * Salesforce's Data Export service, weekly or monthly, often as several zip files: API names, every field quoted, Windows-1252,
 * `0` and `1`, times in UTC without saying so, `000000000000000AAA` for no record, deleted records included.
 */
export const salesforceWeekly: Profile = {
  name: "salesforce-weekly",
  label: "Salesforce weekly export",
  hasSalesforceIds: true,
  hasBlanksInLabels: true,
  zone: () => "UTC",
  files: salesforce.files.map((file) => ({
    ...file,
    signatures: file.signatures
      .filter((group) => group.every((header) => !header.includes(" ")))
      .map((group) => [...group, STAMP]),
    // Connectors copy the stamp, and add their own.
    unless: [...(file.unless ?? []), "_fivetran_synced", "_airbyte_raw_id", "_airbyte_ab_id", "_sdc_sequence"],
  })),
};
