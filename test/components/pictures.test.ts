// @vitest-environment jsdom
import {expect, it} from "vitest";
import {readInk} from "../../src/components/picture-shapes.js";
import {writeSvg} from "../../src/components/picture-svg.js";
import {listChoices} from "../../src/components/take-picture.js";

it("a colour is read however the browser computes it; what nobody would see is none", () => {
  expect(readInk("rgb(29, 35, 38)")).toEqual({colour: "#1d2326", opacity: 1});
  expect(readInk("rgba(0, 0, 0, 0.5)", 0.5)).toEqual({colour: "#000000", opacity: 0.25});
  expect(readInk("color(srgb 0.2 1 0 / 40%)")).toEqual({colour: "#33ff00", opacity: 0.4});
  expect([readInk("rgba(0, 0, 0, 0)"), readInk("none")]).toEqual([null, null]);
});

it("a name from an export is a text in the picture, whatever signs it has", () => {
  const picture = {width: 9, height: 9, ground: "#ffffff", title: "<Acme> & \u0000“Sons”", source: '"x"', shapes: []};
  expect(writeSvg(picture)).toContain("<title>&lt;Acme&gt; &amp; “Sons”</title><desc>&quot;x&quot;</desc>");
});

it("a picture says of the page's filters those alone that its figure narrows by", () => {
  const choose = (filter: string, label: string, text: string) => `<label>${label}<select data-filter="${filter}"><option value="x">${text}</option></select></label>`; // prettier-ignore
  document.body.innerHTML = `<main><div class="filters">${choose("team", "Team", "EMEA")}${choose("period", "Month", "August 2026")}</div>
    <div data-narrows="team period"><figure id="funnel"></figure><div data-narrows="team"><figure id="months"></figure></div></div>
    <section>${choose("", "Curves of", "Everyone")}<figure id="curves"></figure></section></main>`;
  const listOf = (id: string) => listChoices(document.getElementById(id)!);
  expect(listOf("funnel")).toEqual(["Team: EMEA", "Month: August 2026"]);
  expect(listOf("months")).toEqual(["Team: EMEA"]);
  expect(listOf("curves")).toEqual(["Curves of: Everyone"]);
});
