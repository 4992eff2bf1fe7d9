import {accounts, activities, contacts, enteredStages, handoffs, leads, opportunities, people} from "./hubspot-objects.js";
import {dealStages, history, stageHistory} from "./hubspot-history.js";
import {HUBSPOT_TRANSLATIONS} from "./hubspot-languages.js";
import {anyOf, type Profile} from "./profile.js";

/** The type of an activity that is a meeting. */
const MEETING = "lower({Activity Type}) in ('meeting', 'besprechung', 'termin', 'réunion', 'rendez-vous', 'reunión')";

/** HubSpot: exports of records by their labels, and connectors' tables by property names (prefix `property_`, `properties_` or `hs_`). */
export const hubspot: Profile = {
  name: "hubspot",
  label: "HubSpot",
  prefix: /^(propert(?:y|ies)[_.])?(hs_)?/,
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
      signatures: anyOf("Deal ID, Deal Stage", "Record ID, Deal Stage", "Record ID, Deal Name", "deal_id, property_dealname"),
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
        "Object ID, Meeting Outcome",
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
      ),
      unless: ["Activity Type"],
      parts: [activities(["='call'"])],
    },
    {
      kind: "Emails",
      signatures: anyOf("Record ID, Email Subject", "Record ID, Email Direction", "Record ID, Email Send Status"),
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
      signatures: anyOf("Record ID, Task Status", "Record ID, Task Title"),
      unless: ["Activity Type"],
      parts: [activities(["Task Type"])],
    },
    {kind: "Notes", signatures: anyOf("Record ID, Note Body"), parts: [activities(["='other'"])]},
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
