import {describe, expect, test} from "vitest";
import {givenAsAsked as given} from "./as-asked.js";

/** Which of the texts are too vague for the field. */
async function vagueOf(field: string, texts: string[]): Promise<string[]> {
  const handoffs = texts.map((text, index) => ({
    handoff_id: `h${index}`, meeting_id: `m${index}`, meeting_at: "2026-09-10 10:00:00", meeting_status: "held", [field]: text,
  })); // prettier-ignore
  const db = await given({handoffs}, {brief: [{field}]});
  const rows = await db.rows<{value: string}>(
    "select value from marts.brief_fields left join marts.brief_values using (handoff_id, field) where is_vague order by handoff_id",
  );
  return rows.map(({value}) => value);
}

describe("a filled field is vague", () => {
  test.each([
    ["timeline", ["soon", "when they are ready", "demnächst", "asap"], ["Q3", "by March", "within 6 months", "end of the year", "bis Ende März", "next quarter", "nächstes Quartal"]],
    ["budget", ["yes", "they have money", "tight", "vorhanden"], ["40k", "approved by finance", "goes through procurement", "im Einkauf freigegeben", "half a million"]],
    ["champion", ["the CFO", "Head of Sales", "VP Sales", "probably their boss", "Leiter Vertrieb"], ["Jane Doe", "Ana Reis, VP Sales", "Frau Müller", "Jane (CFO)", "דנה כהן", "Ludwig van Beek"]],
    ["economic_buyer", ["finance team", "Someone in Finance"], ["Omar Haddad - Final approval authority"]],
    ["pain_primary", ["Wants to be more efficient", "Contracts are a pain", "Growth", "Looking to improve process"], ["Renewals slip: 7 of 40", "Legal needs ages for every contract that sales sends them", "SAP crashes"]],
    ["next_steps", ["follow up", "send the deck", "discuss pricing", "they will look at it", "It depends", "Reviews internally", "wants references", "Termin bestätigen", "klärt intern", "tausend Kleinigkeiten"], ["Maria Lopez sends the file", "call on Friday", "legal reviews the draft", "Checks with IT", "Prepares three sample contracts", "Brings last quarter's renewal report", "Maps approval steps before the call", "Completes the security questionnaire", "Shares access to the sandbox", "Invites stakeholders", "NDA signed by return", "figures of last month", "bringt den Bericht mit", "Musterverträge mitbringen", "prüft die Freigabewege", "klärt den Zugang zum Testsystem"]],
    ["prospect_attendees", ["whoever can make it", "It depends"], ["the CFO", "somebody of IT"]],
    ["first_contact", ["some time ago"], ["last month at the fair", "vergangene Woche"]],
    ["timeline", ["as they wanted last year"], []],
    ["current_solution", ["manual process", "some tool", "eigene Lösung"], ["Excel", "Salesforce and a shared inbox"]],
  ])("%s", async (field, vague, specific) => {
    expect(await vagueOf(field, [...vague, ...specific])).toEqual(vague);
  }); // prettier-ignore

  test("never when it is missing, not disclosed, or a field of which nothing more can be asked", async () => {
    expect(await vagueOf("timeline", ["tbd", "not disclosed"])).toEqual([]);
    expect(await vagueOf("personality", ["nice"])).toEqual([]);
  });
});
