import {DAY, EXPORTED_AT, readMinutes, writeDay, writeTime} from "../calendar.js";
import {createRandom} from "../random.js";
import type {Chain, Row, Sdr} from "../types.js";
import {isPast} from "./rows.js";

/** Who decides at the prospect, of about a third of the handoffs; the same people as in the brief. */
export function makeStakeholders(seed: number, chains: readonly Chain[]): Row[] {
  const random = createRandom(seed, "stakeholders");
  const rows: Row[] = [];
  for (const chain of chains) {
    if (!isPast(chain.meeting.bookedAt) || !random.chance(chain.motion === "enterprise" ? 0.5 : 0.15)) continue;
    for (const role of ["champion", "economic_buyer", "technical_buyer"] as const) {
      const entry = chain.brief.get(role);
      const [name, title] = entry?.isGood && isPast(entry.at) ? entry.text.split(", ") : [];
      if (!name || !title) continue;
      const isContact = name === chain.contact.name;
      const agreed = isContact ? "true" : random.chance(0.4) ? "" : String(random.chance(0.4));
      rows.push({handoff_id: chain.id, contact_id: isContact ? chain.contact.id : "", name, title, role, agreed_to_meet: agreed});
    }
  }
  return rows;
}

/** Recorded first meetings. */
export function makeCalls(seed: number, chains: readonly Chain[]): Row[] {
  const random = createRandom(seed, "calls");
  return chains
    .filter((chain) => chain.ending === "held" && isPast(chain.meeting.at + DAY / 24) && random.chance(0.25))
    .map((chain, index) => ({
      call_id: `89${String(random.int(1e9, 9e9))}${String(100_000 + index)}`,
      handoff_id: chain.id,
      contact_id: chain.contact.id,
      person_id: chain.ae.id,
      started_at: writeTime(chain.meeting.at + random.int(0, 4)),
      duration_seconds: String(chain.meeting.duration * 60 - random.int(-300, 700)),
      url: "",
      talk_ratio: random.normal(0.48, 0.09).toFixed(2),
      score: String(Math.min(98, Math.max(20, Math.round(random.normal(66, 12))))),
    }));
}

/** Four weeks of product usage before the booking, for accounts that came from the product. */
export function makeSignals(seed: number, chains: readonly Chain[]): Row[] {
  const random = createRandom(seed, "signals");
  const rows: Row[] = [];
  const seen = new Set<string>();
  for (const chain of chains) {
    if (chain.source !== "product" || seen.has(chain.account.id)) continue;
    seen.add(chain.account.id);
    const bookedOn = Math.floor(chain.bookedAt / DAY);
    const monday = bookedOn - ((bookedOn + 3) % 7);
    let seats = random.int(3, 20);
    let active = Math.max(1, Math.round(seats * random.next()));
    for (let week = 3; week >= 0; week--) {
      seats += random.int(0, 3);
      active = Math.min(seats, active + random.int(0, 3));
      const pqlAt = week === 1 && chain.lead ? writeTime(chain.lead.createdAt - random.int(5, 300)) : "";
      rows.push({
        account_id: chain.account.id,
        week: writeDay(monday - week * 7),
        seats: String(seats),
        active_users: String(active),
        logins: String(active * random.int(2, 9)),
        features_adopted: String(random.int(2, 5) + (4 - week)),
        spend: String(seats * 18),
        pql_at: pqlAt,
      });
    }
  }
  return rows;
}

/** What was agreed in 1:1s. */
export function makeCommitments(sdrs: readonly Sdr[]): Row[] {
  return sdrs.flatMap(({id, focus}) =>
    focus
      ? [
          {
            sdr_id: id,
            behaviour: focus.behaviour,
            agreed_on: writeDay(focus.agreedOn),
            review_on: writeDay(focus.reviewOn),
            note: focus.note,
            status: focus.status,
          },
        ]
      : [],
  );
}

/** A few records that someone says are wrong. */
export function makeDisputes(seed: number, chains: readonly Chain[]): Row[] {
  const random = createRandom(seed, "disputes");
  const lost = chains.filter(
    (chain) => chain.ending === "no_show" && chain.meeting.status === "no_show" && isPast(chain.meeting.at + 20 * DAY),
  );
  return random
    .shuffle(lost)
    .slice(0, 7)
    .map((chain, index) => {
      const raisedAt = chain.meeting.at + random.int(1, 6) * DAY;
      const isDone = index % 2 === 0 && raisedAt + 2 * DAY < EXPORTED_AT;
      return {
        record_id: chain.id,
        metric: "show_rate",
        raised_by: chain.sdr.id,
        raised_at: writeTime(raisedAt),
        reason: random.pick([
          "They joined ten minutes late, the AE had left",
          "Our dial-in did not work",
          "Prospect wrote the day before, the note is in the mailbox",
        ]),
        resolution: isDone ? random.pick(["Stays a no-show", "Counted as our side from next export"]) : "",
        resolved_at: isDone ? writeTime(Math.max(readMinutes("2025-04-02T09:00:00Z"), raisedAt + DAY)) : "",
      };
    })
    .sort((a, b) => (a.raised_at < b.raised_at ? -1 : 1));
}
