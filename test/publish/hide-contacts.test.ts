import {mkdtempSync, readFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {hideContacts, keepContacts} from "../../pipeline/publish/protect/hide-contacts.js";
import {openShelf} from "../../pipeline/publish/write.js";

const hide = hideContacts([
  {email: "Petra@buyer.example", phone: "+49 170 1234567"},
  {email: null, phone: "555-0101"},
]);

describe("how to reach a contact", () => {
  it("is taken out of any text, whoever wrote it and however it is spelt", () => {
    expect(hide("write to petra@BUYER.example, or call 0170/1234567.")).toBe("write to …@…, or call ….");
    expect(hide("+49 170 1234567; 0049 (170) 123 45 67; 5550101")).toBe("…; …; …");
  });
  it("leaves other addresses and numbers alone", () => {
    const text = "ask ann@example.com: 40,000 a year, 2026-10-01 10:00, h1234567890, 0170 7654321";
    expect(hide(text)).toBe(text);
  });
  it("stands in no document but the AE's file of contacts", () => {
    const out = mkdtempSync(join(tmpdir(), "baton-contacts-"));
    const shelf = keepContacts(openShelf(out), hide);
    const document = {quotes: [{text: "mail petra@buyer.example", at: null, n: 1.5}]};
    shelf.putJson("feedback.json", document);
    shelf.putJson("contacts/eve.json", document);
    // A number that stands for itself is no telephone's.
    shelf.putBytes("briefs/a-1.json", Buffer.from('{"amount":5550101,"note":"call 555 0101"}'));
    expect(readFileSync(join(out, "briefs/a-1.json"), "utf8")).toBe('{"amount":5550101,"note":"call …"}');
    expect(JSON.parse(readFileSync(join(out, "feedback.json"), "utf8"))).toEqual({
      quotes: [{text: "mail …@…", at: null, n: 1.5}],
    });
    expect(JSON.parse(readFileSync(join(out, "contacts/eve.json"), "utf8"))).toEqual(document);
  });
  it("is found where a line of a text begins, which documents write as a letter", () => {
    const out = mkdtempSync(join(tmpdir(), "baton-contacts-"));
    const shelf = keepContacts(openShelf(out), hide);
    const note = {note: "5\n5550101\tor\npetra@buyer.example"};
    shelf.putJson("feedback.json", note);
    shelf.putBytes("briefs/a-1.json", Buffer.from(JSON.stringify(note)));
    for (const path of ["feedback.json", "briefs/a-1.json"])
      expect(JSON.parse(readFileSync(join(out, path), "utf8")), path).toEqual({note: "5\n…\tor\n…@…"});
  });
});
