import {join} from "node:path";
import {businessDeadline, chainHandoffs, type Chain, type Settings} from "./handoffs.js";
import {instant, localDay, readRows, type Cells} from "./read.js";

/** A member of a metric: whose it is, when it is dated, and what it adds. */
export interface Member {
  sdr: string;
  ae: string;
  source: string;
  datedAt: number;
  isMature: boolean;
  numerator: number;
}

const DAY = 86_400_000;

/** Members of the windowed and plain metrics, by metric, from a folder of canonical CSVs that were all exported at `asOf`. */
export function readMembers(folder: string, settings: Settings): Record<string, Member[]> {
  const time = (text: string | undefined) => instant(text, settings.zone);
  const feedback = readRows(folder, "feedback", [["feedback_id"]]).filter(
    (row) => row.handoff_id && time(row.submitted_at) !== undefined,
  );
  const answers = new Map<string, {first: number; last: Cells; lastAt: number}>();
  for (const row of feedback) {
    const at = time(row.submitted_at)!;
    const known = answers.get(row.handoff_id!);
    answers.set(row.handoff_id!, {
      first: Math.min(at, known?.first ?? at),
      last: known && known.lastAt > at ? known.last : row,
      lastAt: Math.max(at, known?.lastAt ?? at),
    });
  }
  const showedUp = new Map([...answers].map(([id, {last}]) => [id, last.showed_up ?? ""]));
  const slots = readRows(folder, "handoffs", [["meeting_id"]]);
  const chains = chainHandoffs(slots, showedUp, settings);
  const opportunities = new Map(readRows(folder, "opportunities", [["opportunity_id"]]).map((row) => [row.opportunity_id!, row]));

  const members: Record<string, Member[]> = {};
  const add = (metric: string, owner: Pick<Member, "sdr" | "ae" | "source">, datedAt: number, numerator: number, due = datedAt) =>
    (members[metric] ??= []).push({
      ...owner,
      datedAt,
      numerator: due <= settings.asOf ? numerator : 0,
      isMature: due <= settings.asOf,
    });
  const within = (at: number | undefined, due: number) => Number(at !== undefined && at <= due);

  const ownerOfOpportunity = new Map<string, {owner: ReturnType<typeof ownerOf>; sqlAt: number | undefined; meetingAt: number}>();
  for (const chain of [...chains].sort((a, b) => a.meetingAt - b.meetingAt)) {
    const owner = ownerOf(chain);
    const stages = terminalStages(chain, time);
    const opportunity = opportunities.get(chain.cell("opportunity_id"));
    const createdAt = time(opportunity?.created_at);
    const opportunityAt = createdAt === undefined ? undefined : Math.max(createdAt, stages.sqlAt ?? createdAt);
    if (opportunity && !ownerOfOpportunity.has(opportunity.opportunity_id!)) {
      ownerOfOpportunity.set(opportunity.opportunity_id!, {owner, sqlAt: stages.sqlAt, meetingAt: chain.meetingAt});
    }
    // What our side cancelled or missed, and what nobody recorded, is in no rate.
    if (chain.outcome === "our_side" || chain.outcome === "unknown") continue;
    const answer = answers.get(chain.id);
    if (answer?.last.qualification_accuracy && ["full", "partial", "not"].includes(answer.last.qualification_accuracy)) {
      add("qualification_accuracy", owner, chain.meetingAt, Number(answer.last.qualification_accuracy === "full"));
      add("partially_qualified_rate", owner, chain.meetingAt, Number(answer.last.qualification_accuracy === "partial"));
    }
    if (["yes", "no"].includes(answer?.last.will_advance ?? "")) {
      const due = chain.meetingAt + 44 * DAY;
      add(
        "advance_forecast_accuracy",
        owner,
        chain.meetingAt,
        Number((within(opportunityAt, due) === 1) === (answer!.last.will_advance === "yes")),
        due,
      );
    }
    if (stages.sqlAt !== undefined) {
      const due = stages.sqlAt + 30 * DAY;
      add("sql_to_opportunity_rate", owner, stages.sqlAt, within(opportunityAt, due), due);
    }
    if (chain.outcome === "held" || chain.outcome === "no_show")
      add("show_rate", owner, chain.meetingAt, Number(chain.outcome === "held"));
    if (chain.firstSlot.counted) add("first_slot_show_rate", owner, chain.firstSlot.at, Number(chain.firstSlot.held));
    if (chain.outcome !== "held") continue;
    const deadline = businessDeadline(chain.meetingAt, settings);
    add("acceptance_rate", owner, chain.meetingAt, within(stages.acceptedAt, deadline), deadline);
    add("feedback_response_rate", owner, chain.meetingAt, within(answer?.first, deadline), deadline);
    add(
      "meeting_to_sql_rate",
      owner,
      chain.meetingAt,
      within(stages.sqlAt, chain.meetingAt + 14 * DAY),
      chain.meetingAt + 14 * DAY,
    );
    add(
      "meeting_to_opportunity_rate",
      owner,
      chain.meetingAt,
      within(opportunityAt, chain.meetingAt + 44 * DAY),
      chain.meetingAt + 44 * DAY,
    );
    const rating = Number(answer?.last.quality_score || NaN);
    if (rating >= 1 && rating <= 10) add("handoff_quality_score", owner, chain.meetingAt, rating);
  }

  for (const [id, opportunity] of opportunities) {
    const createdAt = time(opportunity.created_at);
    if (createdAt === undefined) continue;
    const linked = ownerOfOpportunity.get(id);
    const at = Math.max(createdAt, linked?.sqlAt ?? createdAt);
    const wonAt = opportunity.is_won === "true" ? time(opportunity.closed_at) : undefined;
    const owner = linked?.owner ?? {sdr: opportunity.sdr_id ?? "", ae: opportunity.owner_id ?? "", source: ""};
    add("opportunity_to_win_rate", owner, at, within(wonAt, at + 180 * DAY), at + 180 * DAY);
  }

  const booked = new Map<string, number>();
  for (const chain of chains) booked.set(chain.cell("lead_id"), (booked.get(chain.cell("lead_id")) ?? 0) + 1);
  for (const lead of readRows(folder, "leads", [["lead_id"]])) {
    if (!lead.lead_id) continue;
    const owner = {sdr: lead.sdr_id ?? "", ae: "", source: lead.source ?? ""};
    const [touchedAt, talkedAt, qualifiedAt, disqualifiedAt] = [
      "first_touch_at",
      "conversation_at",
      "qualified_at",
      "disqualified_at",
    ].map((c) => time(lead[c]));
    if (talkedAt !== undefined) add("meeting_booking_rate", owner, talkedAt, booked.get(lead.lead_id) ?? 0);
    if (touchedAt === undefined) continue;
    const qualified =
      qualifiedAt !== undefined && (disqualifiedAt === undefined || disqualifiedAt >= qualifiedAt) ? qualifiedAt : undefined;
    add("lead_qualification_rate", owner, touchedAt, within(qualified, touchedAt + 30 * DAY), touchedAt + 30 * DAY);
  }
  return members;
}

const ownerOf = (chain: Chain) => ({sdr: chain.cell("sdr_id"), ae: chain.cell("ae_id"), source: chain.cell("source")});

/** The first terminal event decides: what follows a rejection or disqualification does not count. */
function terminalStages(chain: Chain, time: (text: string | undefined) => number | undefined) {
  const [acceptedAt, rejectedAt, sqlAt, disqualifiedAt] = ["accepted_at", "rejected_at", "sql_at", "disqualified_at"].map(
    (column) => time(chain.cell(column)),
  );
  const before = (end: number | undefined, at: number | undefined) => end !== undefined && at !== undefined && end < at;
  return {
    acceptedAt: before(rejectedAt, acceptedAt) ? undefined : acceptedAt,
    sqlAt: before(rejectedAt, sqlAt) || before(disqualifiedAt, sqlAt) ? undefined : sqlAt,
  };
}

/** Sums of members by key: numerator over the mature, their number, and those in flight. */
export function addUp(
  members: Member[],
  keyOf: (member: Member) => string,
): Map<string, {numerator: number; denominator: number; in_flight: number}> {
  const sums = new Map<string, {numerator: number; denominator: number; in_flight: number}>();
  for (const member of members) {
    const key = keyOf(member);
    const sum = sums.get(key) ?? {numerator: 0, denominator: 0, in_flight: 0};
    if (member.isMature) sum.denominator++;
    else sum.in_flight++;
    sum.numerator += member.numerator;
    sums.set(key, sum);
  }
  return sums;
}

/** First day of the local month. */
export const monthOf = (at: number, zone: string): string => `${localDay(at, zone).slice(0, 7)}-01`;

export const canonicalFolder = join(import.meta.dirname, "../../sample-data/canonical");
