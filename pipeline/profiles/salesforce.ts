import {activities, handoffs} from "./salesforce-activities.js";
import {anyOf, type Profile} from "./profile.js";
import {historyFiles} from "./salesforce-history.js";
import {accounts, contacts, leads, opportunities, people, stageChanges, stakeholders} from "./salesforce-objects.js";

const ACTIVITY_HEADERS = ["TaskSubtype", "CallType", "Priority"];

/** Names of fields as the API writes them: nobody's report has them as labels. */
const API_NAMES =
  /^(Id|IsDeleted|(Account|Contact|Opportunity|Owner|Who|What|CreatedBy|LastModifiedBy)Id|(Created|LastModified)Date|SystemModstamp)$/;

/** Reports of a custom type name the object before a label, and what of it stands there behind one: "Opportunity: Stage", "SDR: Full Name". */
const RELATED =
  /^(?:account|opportunity|contact|lead|activity|event|task|user|(?:account|opportunity|contact|lead) name): |: (?:full name|(?:account|opportunity|contact|lead) name)$/g;

/** Whether a file is one of Salesforce's objects as it is, of which there are hundreds. */
export const isSalesforceObject = (headers: readonly string[]): boolean =>
  headers.includes("Id") && ["SystemModstamp", "CreatedById", "IsDeleted"].some((name) => headers.includes(name));

/**
 * Salesforce: reports (labels), Data Loader and Weekly Data Export (API names), and connectors that write snake case; the
 * comparison of headers makes one of all three. Object names are those of the Object Reference.
 */
export const salesforce: Profile = {
  name: "salesforce",
  label: "Salesforce",
  hasSalesforceIds: true,
  hasBlanksInLabels: true,
  prefix: RELATED,
  // API exports are in UTC, reports in their reader's zone; only labels have blanks in them, and columns that somebody added.
  zone: (headers) =>
    headers.some((header) => /\s/.test(header.trim())) && !headers.some((header) => API_NAMES.test(header.trim()))
      ? undefined
      : "UTC",
  files: [
    {
      kind: "User",
      idPrefix: "005",
      signatures: anyOf("Id, Username", "Id, Email, ManagerId", "User ID, Email"),
      // Other systems' tables name the user of each of their records.
      unless: ["StageName", "Direction", "Duration", "Started At", "user_id"],
      parts: [people],
    },
    {
      kind: "Account",
      idPrefix: "001",
      unless: ["Company", "StageName", "LastName", "AccountId", "OpportunityId"],
      parts: [accounts],
      signatures: anyOf("Id, Name, NumberOfEmployees", "Id, Name, BillingCity", "Id, Name, AnnualRevenue", "Id, Name, Industry"),
    },
    {
      kind: "Account report",
      unless: ["Stage", "Last Name", "Contact ID", "Activity ID", "Opportunity Name", "Lead ID"],
      parts: [accounts],
      signatures: anyOf("Account ID, Account Name", "Account Name, Employees", "Account Name, Account Owner"),
    },
    {
      kind: "Contact",
      idPrefix: "003",
      signatures: anyOf(
        "Id, AccountId, LastName",
        "Id, AccountId, Title",
        "Contact ID, Last Name",
        "Contact ID, Account Name",
        "Contact ID, Contact Name",
      ),
      unless: ["StageName", "Activity ID", "ProfileId", "ParentId"],
      parts: [contacts],
    },
    {
      kind: "Lead",
      idPrefix: "00Q",
      signatures: anyOf(
        "Id, Company, Status",
        "Id, Company, LeadSource",
        "Id, IsConverted",
        "Lead ID, Lead Owner",
        "Lead ID, Lead Source",
      ),
      unless: ["WhoId", "StageName"],
      parts: [leads],
    },
    {
      kind: "Opportunity",
      idPrefix: "006",
      unless: ["FromOpportunityStageName", "OpportunityId"],
      parts: [opportunities],
      signatures: anyOf("Id, StageName, CloseDate", "Id, StageName, Amount"),
    },
    {
      kind: "Opportunity report",
      unless: ["From Stage", "To Stage"],
      parts: [opportunities],
      signatures: anyOf("Opportunity ID, Stage", "Opportunity Name, Stage, Close Date", "Opportunity Name, Stage, Amount"),
    },
    {
      kind: "OpportunityHistory",
      signatures: anyOf("OpportunityId, StageName, CreatedDate", "Opportunity ID, To Stage", "Opportunity Name, To Stage"),
      parts: [stageChanges],
    },
    ...historyFiles,
    {
      kind: "Event",
      idPrefix: "00U",
      signatures: anyOf(
        "Id, OwnerId, StartDateTime",
        "Id, OwnerId, ActivityDateTime",
        "Id, OwnerId, DurationInMinutes",
        "Activity ID, Start",
      ),
      unless: ACTIVITY_HEADERS,
      parts: [handoffs],
    },
    {
      kind: "Task",
      idPrefix: "00T",
      signatures: anyOf(
        "Id, OwnerId, TaskSubtype",
        "Id, OwnerId, ActivityDate, Priority",
        "Id, OwnerId, WhoId, Status",
        "Id, WhoId, Status, Priority",
        "Activity ID, Priority",
      ),
      parts: [activities],
    },
    {
      kind: "OpportunityContactRole",
      signatures: anyOf("OpportunityId, ContactId, Role"),
      unless: ["StageName"],
      parts: [stakeholders],
    },
  ],
};
