/** What an AE is still asked for: answers to held meetings, and decisions. */
import type {Config} from "../config.js";
import {writeFormLink} from "./form-link.js";
import {local} from "./sql.js";

/**
 * Weeks after the meeting that an answer or a decision is asked for. Later the AE remembers how the deal went and no longer how it
 * was handed over, and a list that only grows is read by nobody.
 */
export const ASKED_WEEKS = 6;

/** SQL condition over `marts.handoffs` and `config.settings as settings`: recent enough to ask for. */
export const IS_ASKED = `handoffs.meeting_at > settings.as_of - interval ${ASKED_WEEKS} week`;

/** SQL condition over `marts.handoffs`: held and not answered, as far as an export of answers can tell. */
export const IS_UNANSWERED =
  "handoffs.ae_id is not null and handoffs.outcome = 'held' and handoffs.feedback_id is null and handoffs.feedback_known_at is not null";

/** SQL of what was decided, over the same: `lapsed` is what was not, and is no longer asked for. */
export const DECISION = `case when handoffs.decision in ('overdue', 'open') and not (${IS_ASKED}) then 'lapsed' else handoffs.decision end`;

/** SQL of the filled form's address over `marts.handoffs`, `marts.people as aes` and the decisive of `marts.slots as decisive`. */
export const writeAnswerLink = ({feedback, timezone}: Config): string =>
  writeFormLink(feedback.form_url, {
    handoff_id: "handoffs.handoff_id",
    meeting_id: "decisive.meeting_id",
    opportunity_id: "handoffs.opportunity_id",
    ae_id: "handoffs.ae_id",
    ae_email: "aes.email",
    ae_name: "handoffs.ae_name",
    account: "handoffs.account_name",
    account_id: "handoffs.account_id",
    meeting_date: `strftime(${local("handoffs.meeting_at", timezone)}, '%Y-%m-%d')`,
  });
