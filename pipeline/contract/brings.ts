/** What each entity's export brings to life, for the parts of the site that are empty without it. */
import type {EntityName} from "./entities.js";

/** Ends the sentence "With this export the site shows …". */
export const BRINGS: Record<EntityName, string> = {
  people: "names, teams and managers instead of bare ids, team pages, and how long each SDR has been in the role",
  accounts: "company names, and the account part of the Handoff Brief",
  contacts: "who was met, and the contact part of the Handoff Brief",
  leads: "the funnel before the meeting: leads, conversations, qualification rate, booking rate and speed to lead",
  handoffs: "everything about meetings: show rate, acceptance, SQL rate, documentation and the scorecards",
  opportunities: "what became of the meetings: opportunities, wins, pipeline and days to close",
  stage_changes: "when a deal entered a stage, where SQL or opportunity is defined by a stage",
  activities: "touches before the meeting, and the brief's engagement history",
  stakeholders: "who takes part in the buying decision, person by person",
  feedback: "what AEs say: quality score, qualification accuracy, response rate, what was missing and what helped",
  calls: "recordings next to the handoffs they belong to",
  product_signals: "product usage in the briefs of product-led handoffs",
  territories: "whether handoffs went to the AE whom the routing rule names",
  field_changes: "what a brief said when the meeting began, and what was added only later",
  commitments: "what was agreed in 1:1s, and whether it moved",
  disputes: "records that someone says are wrong, marked until they are settled",
};
