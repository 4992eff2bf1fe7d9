import {anyOf, gone, type Profile, type ProfileFile, type ProfilePart} from "./profile.js";
import {stageChanges} from "./salesforce-objects.js";

const FIELDS = {
  stagename: "stage",
  closedate: "closed_at",
  "close date": "closed_at",
  startdatetime: "meeting_at",
  numberofemployees: "employees",
  annualrevenue: "annual_revenue",
  leadsource: "source",
};
const FIELD = "{Field|Field / Event}";
// "created" and the like are events in the life of the record, not changes of a field.
const noChange = {
  when: `lower(${FIELD}) in ('created', 'leadconverted', 'leadmerged', 'locked', 'unlocked')`,
  reason: "event without a value",
};

/** One part per object whose history is exported; the header of the parent's id tells them apart, the owner is `owner`. */
const fieldHistory = (entity: string, parents: readonly string[], owner = "owner_id"): ProfilePart => ({
  entity: "field_changes",
  setAside: [...gone, noChange],
  columns: {
    entity: [`='${entity}'`],
    record_id: parents,
    field: [`=replace(regexp_replace(lower(trim(${FIELD})), '_?_c$', ''), ' ', '_')`],
    changed_at: ["CreatedDate", "Edit Date"],
    old_value: ["OldValue", "Old Value"],
    new_value: ["NewValue", "New Value"],
    changed_by: ["CreatedById", "Edited By"],
  },
  values: {field: {...FIELDS, ownerid: owner, owner}},
});

/** Changes of the stage among the tracked fields: a stage history where OpportunityHistory was not exported. */
const stagesAmongFields: ProfilePart = {
  entity: "stage_changes",
  setAside: gone,
  where: `lower(${FIELD}) in ('stagename', 'stage')`,
  columns: {...stageChanges.columns, from_stage: ["OldValue", "Old Value"], to_stage: ["NewValue", "New Value"]},
};

const historyOf = (kind: string, parents: readonly string[], ...parts: ProfilePart[]): ProfileFile => ({
  kind,
  signatures: parents.flatMap((parent) => anyOf(`${parent}, Field, NewValue`, `${parent}, Field / Event, New Value, Edit Date`)),
  unless: ["FromOpportunityStageName", "To Stage"],
  parts,
});

/** Field histories of the objects Baton knows. */
export const historyFiles: readonly ProfileFile[] = [
  historyOf(
    "OpportunityFieldHistory",
    ["OpportunityId", "Opportunity Name"],
    fieldHistory("opportunities", ["OpportunityId", "Opportunity Name"]),
    stagesAmongFields,
  ),
  historyOf("LeadHistory", ["LeadId"], fieldHistory("leads", ["LeadId"], "sdr_id")),
  historyOf("EventHistory", ["EventId", "ActivityId"], fieldHistory("handoffs", ["EventId", "ActivityId"], "ae_id")),
  historyOf("AccountHistory", ["AccountId", "Account Name"], fieldHistory("accounts", ["AccountId", "Account Name"])),
  historyOf("ContactHistory", ["ContactId"], fieldHistory("contacts", ["ContactId"])),
];

/** Salesforce's field histories alone, for a source that names this profile; the profile `salesforce` reads them as well. */
export const salesforceHistory: Profile = {
  name: "salesforce-history",
  label: "Salesforce field history",
  hasSalesforceIds: true,
  hasBlanksInLabels: true,
  zone: (headers) => (headers.some((header) => /\s/.test(header.trim())) ? undefined : "UTC"),
  files: historyFiles,
};
