import {accounts, activities, contacts, enteredStages, handoffs, leads, opportunities, people} from "./hubspot-objects.js";
import {dealStages, history, stageHistory} from "./hubspot-history.js";
import {HUBSPOT_TRANSLATIONS} from "./hubspot-languages.js";
import {anyOf, isCopied, type Profile} from "./profile.js";

/** The type of an activity that is a meeting. */
const MEETING = "lower({Activity Type}) in ('meeting', 'besprechung', 'termin', 'réunion', 'rendez-vous', 'reunión')";

/** Columns of the API, and of what connectors copy from it; nobody's label looks like these. */
const INTERNAL = /^(?:propert(?:y|ies)[_.]|hs_)/i;

/**
 * HubSpot: exports of records by their labels, and by property names what comes from its API or through a connector, which puts `property_`,
 * `properties_` or `properties.` before a name, and `__value` behind it; `hs_` is HubSpot's own.
 */
export const hubspot: Profile = {
  name: "hubspot",
  label: "HubSpot",
  prefix: /^(propert(?:y|ies)(?:\.|__?))?(hs_)?|__value(?:__[a-z_]+)?$/g,
  // The API writes UTC, and connectors leave the Z away; labels stand over times in the account's zone.
  zone: (headers) =>
    isCopied(headers) || (headers.some((header) => INTERNAL.test(header)) && !headers.some((header) => /\s/.test(header.trim())))
      ? "UTC"
      : undefined,
  translations: HUBSPOT_TRANSLATIONS,
  files: [
    {
      kind: "Owners",
      signatures: anyOf("Owner ID, Email, First Name", "User ID, Email, First Name"),
      unless: ["Record ID", "Contact ID"],
      parts: [people],
    },
    {
      kind: "Companies",
      signatures: anyOf(
        "Company ID, Company Name",
        "Record ID, Company Name",
        "Record ID, Company Domain Name",
        "Record ID - Company",
        "id, property_name, property_industry",
        "id, properties_name, properties_domain",
        "id, properties_name, properties_industry",
        "Object ID, Name, Domain",
        "Object ID, Name, Number of Employees",
        "Object ID, Name, Industry",
        "companyid, property_name__value",
        "companyid, properties__name__value",
      ),
      unless: ["First Name", "Deal Stage", "Lead Name", "Activity Type", "Meeting Outcome"],
      parts: [accounts],
    },
    {
      kind: "Contacts",
      signatures: anyOf(
        "Contact ID, First Name",
        "Record ID, First Name, Last Name",
        "Record ID - Contact",
        "id, property_firstname, property_lastname",
        "id, properties_firstname, properties_lastname",
        "Object ID, First Name, Last Name",
        "vid, First Name, Last Name",
        "Email, Lifecycle Stage",
      ),
      unless: ["Deal Stage", "Lead Name"],
      parts: [contacts],
    },
    {
      kind: "Leads",
      signatures: anyOf("Record ID, Lead Name", "Record ID, Lead Stage", "Record ID, Lead Owner", "Lead ID, Lead Name"),
      // Close exports opportunities with the lead that they are of.
      unless: ["First Name", "Status Type", "Opportunity ID"],
      parts: [leads],
    },
    {
      kind: "Deals",
      signatures: anyOf(
        "Deal ID, Deal Stage",
        "Record ID, Deal Stage",
        "Record ID, Deal Name",
        "Deal ID, Deal Name",
        "Object ID, Deal Name",
        "Object ID, Deal Stage",
        "id, Deal Name, Deal Stage",
        "id, property_dealname",
        "id, properties_dealname",
      ),
      // Pipedrive's and Zoho's words for their own.
      unless: ["Deal Title", "Deal Status", "Closing Date"],
      parts: [opportunities, enteredStages],
    },
    {
      kind: "Meetings",
      signatures: anyOf(
        "Record ID, Meeting Outcome",
        "Record ID, Meeting Start Time",
        "Meeting ID, Meeting Outcome",
        "engagement_id, meeting_outcome, start_time",
        "engagement_id, Meeting Start Time",
        "Object ID, Meeting Outcome",
        "Object ID, Meeting Start Time",
        "id, hs_meeting_outcome",
        "id, properties_hs_meeting_outcome",
        "id, properties_hs_meeting_start_time",
      ),
      unless: ["Activity Type"],
      parts: [handoffs],
    },
    {
      kind: "Activities",
      signatures: anyOf("Activity ID, Activity Type", "Record ID, Activity Type"),
      parts: [
        {...handoffs, where: MEETING},
        {...activities(["Activity Type"]), where: `not ${MEETING}`},
      ],
    },
    {
      kind: "Calls",
      signatures: anyOf(
        "Record ID, Call Outcome",
        "Record ID, Call Direction",
        "Record ID, Call Duration",
        "Record ID, Call Title",
        "Object ID, Call Title",
        "Object ID, Call Direction",
        "Object ID, Call Disposition",
        "id, properties_hs_call_direction",
        "id, properties_hs_call_disposition",
        "id, properties_hs_call_title",
        "engagement_id, Call Direction",
        "engagement_id, Call Disposition",
      ),
      unless: ["Activity Type"],
      parts: [activities(["='call'"])],
    },
    {
      kind: "Emails",
      signatures: anyOf(
        "Record ID, Email Subject",
        "Record ID, Email Direction",
        "Record ID, Email Send Status",
        "Object ID, Email Subject",
        "Object ID, Email Direction",
        "id, properties_hs_email_subject",
        "id, properties_hs_email_direction",
        "engagement_id, Email Subject",
        "engagement_id, Email Direction",
      ),
      unless: ["Activity Type", "Call Outcome"],
      parts: [activities(["='email'"])],
    },
    {
      kind: "Communications",
      signatures: anyOf("Record ID, Channel Type"),
      unless: ["Activity Type"],
      parts: [activities(["Channel Type"])],
    },
    {
      kind: "Tasks",
      signatures: anyOf(
        "Record ID, Task Status",
        "Record ID, Task Title",
        "Object ID, Task Status",
        "Object ID, Task Subject",
        "id, properties_hs_task_status",
        "id, properties_hs_task_subject",
        "engagement_id, Task Status",
        "engagement_id, Task Subject",
      ),
      unless: ["Activity Type"],
      parts: [activities(["Task Type"])],
    },
    {
      kind: "Notes",
      signatures: anyOf(
        "Record ID, Note Body",
        "Object ID, Note Body",
        "id, properties_hs_note_body",
        "engagement_id, Note Body",
      ),
      parts: [activities(["='other'"])],
    },
    // Tables of a connector's that has few of the properties.
    {
      kind: "Engagements",
      signatures: anyOf("engagement_id, type, Timestamp"),
      parts: [{...activities(["type"]), where: "lower({type}) <> 'meeting'"}],
    },
    {
      kind: "Property history",
      signatures: anyOf(
        "Record ID, Property, Value",
        "Record ID, Property Name, Property Value",
        "Record ID, Property, New Value",
        "Object ID, Property Name, Value",
        "deal_id, timestamp, name, value",
        "company_id, timestamp, name, value",
        "contact_id, timestamp, name, value",
      ),
      parts: [history, stageHistory],
    },
    {kind: "Deal stages", signatures: anyOf("deal_id, date_entered, value"), parts: [dealStages]},
  ],
};
