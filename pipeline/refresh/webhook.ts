/** Tells others what a refresh did. What is sent is put together from fixed words, counts and times alone, so that it can name no person. */
import type {RefreshStatus} from "../contract/status.js";
import {ENTITY_NAMES} from "../contract/entities.js";
import {FAILURES, type FailureKind} from "./failure.js";

export interface WebhookSettings {
  url: string;
  timeout_seconds: number;
  attempts: number;
}

export type Event = "failed" | "refused" | "noticed" | "published";

/** What kind of news a status is; undefined when there is none. */
export function findEvent({state, guard}: RefreshStatus): Event | undefined {
  if (state === "failed" || state === "refused") return state;
  if (state !== "published") return undefined;
  return guard?.state === "noticed" ? "noticed" : "published";
}

const HEADS: Record<Event, string> = {
  failed: "The refresh failed; the last good site is still served.",
  refused: "The refresh was refused; the last good site is still served.",
  noticed: "A new site is served, with a notice.",
  published: "A new site is served.",
};

/** Slack's payload. Nothing of it comes from exports, messages or paths. */
export function makePayload(event: Event, status: RefreshStatus): {text: string; blocks: object[]} {
  const lines = [
    status.failure ? `Why: ${FAILURES[status.failure.kind as FailureKind] ?? FAILURES.bug}.` : "",
    status.guard && status.guard.beyond.length > 0
      ? `Beyond the thresholds: ${countKinds(status.guard.beyond)}. See: npm run baton -- diff`
      : "",
    status.served
      ? `Served: data of ${status.served.as_of}${status.served.is_stale ? ", stale by now" : ""}.`
      : "Nothing has been published yet.",
    ...describeSources(status),
    `Began ${status.started_at}, took ${Math.round(status.seconds ?? 0)} s. More in status.json on the machine.`,
  ].filter(Boolean);
  const text = [`Baton: ${HEADS[event]}`, ...lines].join("\n");
  const section = (content: string) => ({type: "section", text: {type: "plain_text", text: content, emoji: false}});
  return {text, blocks: [section(`Baton: ${HEADS[event]}`), section(lines.join("\n"))]};
}

/** The kinds of differences, without what they are about: that may be the name of a source or a team. */
function countKinds(beyond: readonly string[]): string {
  const names: Record<string, string> = {
    rows: "rows",
    rejects: "rejected rows",
    column: "columns gone",
    metric: "metrics without numbers",
    people: "people gone",
    team: "teams gone",
    number: "numbers of closed periods",
    date: "exports dated ahead of the clock",
    file: "exports that are gone, or old under a new date",
  };
  const counts = new Map<string, number>();
  for (const each of beyond) {
    const name = names[each.split(":")[0]!] ?? "other";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count > 1 ? `${name} (${count})` : name)).join(", ");
}

function describeSources({sources, ledger}: RefreshStatus): string[] {
  if (!sources || !ledger) return [];
  const oldest = sources
    .filter(({exported_at, entity}) => exported_at !== null && (ENTITY_NAMES as readonly string[]).includes(entity))
    .sort((a, b) => (a.exported_at! < b.exported_at! ? -1 : 1))[0];
  const rows = `${ledger.rows_read.toLocaleString("en")} rows read, ${ledger.rejected.toLocaleString("en")} rejected`;
  return [`${rows}${oldest ? `; oldest export: ${oldest.entity}, ${oldest.exported_at}` : ""}.`];
}

/** Milliseconds before the second attempt; each later one waits three times as long. */
const FIRST_PAUSE = 1000;

/** Sends the payload, trying again after ever longer pauses. It never throws and takes no longer than its settings say. */
export async function sendWebhook(
  payload: object,
  {url, timeout_seconds, attempts}: WebhookSettings,
  pause = FIRST_PAUSE,
): Promise<NonNullable<RefreshStatus["webhook"]>> {
  let why = "";
  for (let attempt = 1; attempt <= attempts; attempt++) {
    if (attempt > 1) await new Promise((done) => setTimeout(done, pause * 3 ** (attempt - 2)));
    try {
      const signal = AbortSignal.timeout(timeout_seconds * 1000);
      const headers = {"content-type": "application/json"};
      const response = await fetch(url, {method: "POST", headers, body: JSON.stringify(payload), signal, redirect: "error"});
      await response.body?.cancel();
      if (response.ok) return {state: "sent", attempts: attempt, why: ""};
      why = `answered ${response.status}`;
      // A wrong address stays wrong; being too busy passes.
      if (response.status >= 400 && response.status < 500 && ![408, 429].includes(response.status))
        return {state: "failed", attempts: attempt, why};
    } catch (error) {
      why =
        (error as Error).name === "TimeoutError"
          ? `no answer within ${timeout_seconds} s`
          : "could not be reached; under systemd PrivateNetwork=yes keeps it in";
    }
  }
  return {state: "failed", attempts, why};
}
