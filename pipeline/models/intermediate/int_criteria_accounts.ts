// grain: one row per account, or, where accounts have several versions, per handoff
// key: record_id
// why: what the account's record said when the meeting began, and what its words mean; told once for all its meetings where it can be
// reads: staging.stg_supplies, staging.stg_handoffs, staging.stg_handoffs_versions, staging.stg_accounts, staging.stg_accounts_versions, staging.stg_contacts, staging.stg_contacts_versions, intermediate.int_field_history, intermediate.int_meetings, intermediate.int_outcomes, intermediate.int_handoff_facts, config.criteria, config.brief_fields, config.placeholders, config.criteria_words
import type {Database} from "../../db.js";
import {writeLookedUp} from "./criteria-look-ups.js";

export const write = (db: Database): Promise<string> => writeLookedUp(db, "accounts");
