import {expect, test} from "vitest";
import {openDatabase, quoteText} from "../../pipeline/db.js";
import {isConversation} from "../../pipeline/publish/brief/conversation.js";

test("the two sides spoke where a call connected or the prospect called, and where a meeting did not fall through", async () => {
  const db = await openDatabase();
  const spoke = async (channel: string, outcome: string | null, isTheirs = false) => {
    const told = outcome === null ? "null::text" : quoteText(outcome);
    const [row] = await db.rows<{is: boolean}>(`select ${isConversation(quoteText(channel), told, String(isTheirs))} as is`);
    return row!.is;
  };
  for (const outcome of ["connected", "Connected, Positive", "Answered", "Spoke with gatekeeper", "Gespräch geführt"])
    expect([outcome, await spoke("call", outcome)]).toEqual([outcome, true]);
  for (const outcome of [
    "no answer",
    "Left voicemail",
    "not connected",
    "Nicht erreicht",
    "unanswered",
    "busy",
    "completed",
    null,
  ])
    expect([outcome, await spoke("call", outcome)]).toEqual([outcome, false]);
  expect(await spoke("call", null, true)).toBe(true);
  expect([await spoke("meeting", null), await spoke("meeting", "No-show"), await spoke("meeting", "Canceled")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(await spoke("email", "answered", true)).toBe(false);
  db.close();
});
