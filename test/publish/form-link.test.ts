import {describe, expect, test} from "vitest";
import {FORM_PLACEHOLDERS} from "../../pipeline/contract/form.js";
import {fillFormLink} from "../form/fill-link.js";

const values = {
  handoff_id: "h1",
  ae_id: "p7",
  ae_email: "eve+ae@example.com",
  account: "Müller & Söhne (Köln)",
  meeting_date: "2026-10-05",
};

describe("a link to the form is filled in", () => {
  test("for Google Forms, Typeform and HubSpot alike", async () => {
    const google = "https://docs.google.com/forms/d/e/abc/viewform?usp=pp_url&entry.111={handoff_id}&entry.222={ae_id}";
    expect(await fillFormLink(google, values)).toBe(
      "https://docs.google.com/forms/d/e/abc/viewform?usp=pp_url&entry.111=h1&entry.222=p7",
    );
    const typeform = "https://example.typeform.com/to/abc#handoff_id={handoff_id}&ae_email={ae_email}";
    expect(await fillFormLink(typeform, values)).toBe(
      "https://example.typeform.com/to/abc#handoff_id=h1&ae_email=eve%2Bae%40example.com",
    );
    const hubspot = "https://share.hsforms.com/abc?company={account}&meeting_date={meeting_date}";
    expect(await fillFormLink(hubspot, values)).toBe(
      "https://share.hsforms.com/abc?company=M%C3%BCller%20%26%20S%C3%B6hne%20%28K%C3%B6ln%29&meeting_date=2026-10-05",
    );
  });
  test("and no value can end its parameter, begin another, or break the link", async () => {
    for (const evil of ["a&entry.2=b", "a#b", "a?b=c", 'a" onclick="x', "{ae_id}", "$&", "O'Brien", "a\nb", "%26"]) {
      const link = await fillFormLink("https://f.example.com/?h={handoff_id}&a={ae_id}", {handoff_id: evil, ae_id: "p7"});
      const url = new URL(link!);
      expect([...url.searchParams.keys()]).toEqual(["h", "a"]);
      expect(url.searchParams.get("h")).toBe(evil);
      expect(url.hash).toBe("");
      expect(link).not.toMatch(/["'<>\s]/);
    }
  });
  test("with nothing where a value is not known, and not at all without a form", async () => {
    expect(await fillFormLink("https://f.example.com/?h={handoff_id}&e={ae_email}", {handoff_id: "h1", ae_email: null})).toBe(
      "https://f.example.com/?h=h1&e=",
    );
    expect(await fillFormLink(undefined, values)).toBeNull();
  });
  test("by every placeholder that the configuration allows", async () => {
    const template = `https://f.example.com/?${FORM_PLACEHOLDERS.map((name) => `${name}={${name}}`).join("&")}`;
    const all = Object.fromEntries(FORM_PLACEHOLDERS.map((name) => [name, `of ${name}`]));
    expect(Object.fromEntries(new URL((await fillFormLink(template, all))!).searchParams)).toEqual(all);
  });
});
