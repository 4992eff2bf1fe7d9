// @vitest-environment jsdom
import {expect, it, vi} from "vitest";
import type {MetricRow} from "../../pipeline/contract/datasets.js";
import {DotInterval} from "../../src/components/chart/dot-interval.js";
import {composePicture} from "../../src/components/picture/picture-compose.js";
import {readInk} from "../../src/components/picture/picture-shapes.js";
import {writeSvg} from "../../src/components/picture/picture-svg.js";
import {describeMarks, listChoices} from "../../src/components/picture/take-picture.js";
import {makeRow} from "./fixtures.js";

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

it("a picture says what those marks stand for that it has, and calls no tick a target that is another thing", () => {
  const metric = {unit: "share", label: "Show rate", counted: "meetings"} as const;
  const describe = (row: Partial<MetricRow>, label?: string) => {
    const figure = document.createElement("figure");
    figure.append(DotInterval(makeRow(row), metric, {label}));
    return describeMarks(figure);
  };
  expect(describe({})).toBe("Line: how far chance alone may have moved the dot. Tick: the target.");
  expect(describe({maturity: "provisional", lower: null, target: null})).toBe("Hollow dot: provisional, may still move.");
  expect(describe({lower: null}, "Share due")).toBe("");
});

it("a picture says what was found below its title, and how to read it above where it comes from", () => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({measureText: () => ({width: 1})} as never);
  const scene = {
    shapes: [],
    box: {left: 0, top: 0, right: 400, bottom: 100},
    ground: "#fff",
    family: "serif",
    ink: "#000",
    muted: "#777",
  };
  const read = (found: string, marks: string) => {
    const {height, shapes} = composePicture(scene, {title: "By SDR", found, marks, source: "Northwind"});
    return {height, texts: shapes.map((shape) => shape.kind === "text" && shape.text)};
  };
  expect(read("All lie within chance.", "Tick: the target.").texts).toEqual(["By SDR", "All lie within chance.", "Tick: the target.", "Northwind"]); // prettier-ignore
  expect(read("", "").texts).toEqual(["By SDR", "Northwind"]);
  expect(read("All lie within chance.", "").height).toBeGreaterThan(read("", "").height);
});
