import {BRIEF_FIELDS} from "../contract/brief.js";
import {spellings, type ProfilePart} from "./profile.js";

const OBJECTS: readonly [string, string][] = [
  ["deal", "opportunities"],
  ["deals", "opportunities"],
  ["company", "accounts"],
  ["companies", "accounts"],
  ["contact", "contacts"],
  ["contacts", "contacts"],
  ["meeting", "handoffs"],
  ["meetings", "handoffs"],
  ["lead", "leads"],
  ["leads", "leads"],
];

/** Custom properties of meetings that hold the brief go by its labels. */
const LABELS = Object.fromEntries(
  BRIEF_FIELDS.filter(({entity}) => entity === "handoffs").map(({column, label}) => [column, label.toLowerCase()]),
);

/** HubSpot's property history: what any property said before; changes of the deal stage are stage changes. */
export const history: ProfilePart = {
  entity: "field_changes",
  where: "replace(lower({Property|Property Name|name}), ' ', '') <> 'dealstage'",
  columns: {
    entity: [
      `=case lower({Object Type|Object}) ${OBJECTS.map(([object, entity]) => `when '${object}' then '${entity}'`).join(" ")} end`,
      "=case when {deal_id|Deal ID} is not null then 'opportunities' end",
      "=case when {company_id} is not null then 'accounts' end",
      "=case when {contact_id} is not null then 'contacts' end",
    ],
    record_id: ["Record ID", "Object ID", "deal_id", "company_id", "contact_id"],
    // A meeting's owner is its AE.
    field: [
      `=case when lower({?Object Type|Object}) in ('meeting', 'meetings') and lower({Property|Property Name|name}) in ('hubspot_owner_id', 'meeting owner')
        then 'ae_id' else replace(lower(trim({Property|Property Name|name})), ' ', '_') end`,
    ],
    changed_at: ["Date Changed", "Timestamp", "Changed At"],
    old_value: ["Previous Value"],
    new_value: ["Property Value", "Value"],
    changed_by: ["Updated By"],
  },
  values: {
    field: spellings({
      name: "dealname, deal name",
      closed_at: "closedate, close date",
      owner_id: "hubspot owner id, deal owner, company owner",
      employees: "numberofemployees, number of employees",
      annual_revenue: "annualrevenue",
      title: "jobtitle, job title",
      ...LABELS,
      // Of the notes that make a brief, those that go before the others: two histories told as one would contradict each other.
      brief_text: "hs internal meeting notes, internal meeting notes, handoff brief, handoff notes",
    }),
  },
};

export const stageHistory: ProfilePart = {
  entity: "stage_changes",
  where: "replace(lower({Property|Property Name|name}), ' ', '') = 'dealstage'",
  columns: {
    opportunity_id: history.columns.record_id!,
    changed_at: history.columns.changed_at!,
    from_stage: ["Old Value", "Previous Value"],
    to_stage: ["New Value", "Property Value", "Value"],
    changed_by: ["Updated By"],
  },
};

/** A connector's table of the stages each deal has been in; the former ones are the history. */
export const dealStages: ProfilePart = {
  entity: "stage_changes",
  columns: {opportunity_id: ["deal_id"], changed_at: ["date_entered"], to_stage: ["value", "stage_id"]},
};
