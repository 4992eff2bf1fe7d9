import {DAY, toWorkTime, writeTime} from "../calendar.js";
import type {Chain, Row} from "../types.js";
import type {Activity} from "./activities.js";
import type {Answer} from "./feedback.js";
import {isPast, toRow} from "./rows.js";
import type {Rule} from "./territories.js";
import {writeDay} from "../calendar.js";

/** The deals that stood in the CRM at the export. */
export function opportunityRows(chains: readonly Chain[]): Row[] {
  return listDeals(chains).map(({chain, deal}) => {
    const isClosed = deal.ending !== "open" && isPast(deal.closedAt);
    return toRow({
      opportunity_id: deal.id,
      account_id: chain.account.id,
      name: `${chain.account.name} - ${chain.motion === "product_led" ? "Seats" : "Contracts"}`,
      owner_id: chain.ae.id,
      sdr_id: chain.sdr.id,
      stage: deal.steps.filter((step) => isPast(step.at)).at(-1)?.to,
      amount: deal.amount,
      currency: chain.account.currency,
      created_at: writeTime(deal.createdAt),
      closed_at: writeTime(isClosed ? deal.closedAt : deal.expectedAt),
      is_closed: isClosed,
      is_won: isClosed && deal.ending === "won",
      lost_reason: isClosed ? deal.lostReason : "",
    });
  });
}

export function stageRows(chains: readonly Chain[]): Row[] {
  return listDeals(chains).flatMap(({chain, deal}) =>
    deal.steps
      .filter((step) => isPast(step.at))
      .map((step) =>
        toRow({
          opportunity_id: deal.id,
          changed_at: writeTime(step.at),
          from_stage: step.from,
          to_stage: step.to,
          changed_by: chain.ae.id,
        }),
      ),
  );
}

function listDeals(chains: readonly Chain[]): {chain: Chain; deal: NonNullable<Chain["opportunity"]>}[] {
  return chains
    .flatMap((chain) => (chain.opportunity?.id ? [{chain, deal: chain.opportunity}] : []))
    .sort((a, b) => a.deal.createdAt - b.deal.createdAt);
}

export function activityRows(activities: readonly Activity[]): Row[] {
  return activities.map(({chain, actor, channel, direction, at, outcome, subject, inDeal}, index) =>
    toRow({
      activity_id: `t${String(index + 1).padStart(5, "0")}`,
      account_id: chain.account.id,
      contact_id: chain.contact.id,
      opportunity_id: inDeal ? chain.opportunity?.id : "",
      actor_id: actor.id,
      channel,
      direction,
      occurred_at: writeTime(at),
      outcome,
      subject,
    }),
  );
}

export function feedbackRows(answers: readonly Answer[]): Row[] {
  return answers.map((answer, index) =>
    toRow({
      feedback_id: `f${String(index + 1).padStart(4, "0")}`,
      submitted_at: writeTime(answer.submittedAt),
      handoff_id: answer.chain.id,
      ae_id: answer.chain.ae.id,
      showed_up: answer.showedUp,
      qualification_accuracy: answer.accuracy,
      most_valuable_context: answer.valuable.join(";"),
      missing: answer.missing,
      helpful: answer.helpful,
      will_advance: answer.advance,
      quality_score: answer.score,
    }),
  );
}

export function territoryRows(rules: readonly Rule[]): Row[] {
  return rules.map((rule) =>
    toRow({
      territory: rule.territory,
      region: rule.region,
      country: rule.country,
      segment: rule.segment,
      min_employees: rule.minEmployees,
      max_employees: rule.maxEmployees,
      ae_id: rule.ae.id,
      valid_from: writeDay(rule.validFrom),
      context: rule.context,
    }),
  );
}

/**
 * The CRM's field history: brief fields written or changed after the meeting, corrections before it, AEs replaced. A field
 * without history has stood as it is since the brief was first written.
 */
export function historyRows(chains: readonly Chain[]): Row[] {
  const rows: Row[] = [];
  for (const chain of chains) {
    const meetingId = chain.slots.filter((slot) => slot.id).at(-1)?.id;
    const base = {entity: "handoffs", record_id: meetingId};
    for (const [field, entry] of chain.brief) {
      const isLate = entry.at > chain.meeting.at;
      if (!isPast(entry.at) || !(isLate || entry.before)) continue;
      const change = (at: number, old_value: string, new_value: string): void =>
        void rows.push(toRow({...base, field, changed_at: writeTime(at), old_value, new_value, changed_by: chain.sdr.id}));
      if (entry.beforeAt !== null) change(entry.beforeAt, "", entry.before);
      change(entry.at, entry.before, entry.text);
    }
    const replacedAt = toWorkTime(chain.assignedAt + (DAY * 2) / 3, chain.account.region);
    if (chain.firstAe && isPast(replacedAt))
      rows.push(
        toRow({
          ...base,
          field: "ae_id",
          changed_at: writeTime(replacedAt),
          old_value: chain.firstAe.id,
          new_value: chain.ae.id,
          changed_by: chain.ae.managerId,
        }),
      );
  }
  return rows.sort((a, b) => (a.changed_at! < b.changed_at! ? -1 : a.changed_at! > b.changed_at! ? 1 : 0));
}
