// @vitest-environment jsdom
import {describe, expect, it, vi} from "vitest";
import {DataTable} from "../../src/components/table/data-table.js";
import {HeatMap} from "../../src/components/chart/heat-map.js";
import {MetricTable} from "../../src/components/table/metric-table.js";
import {Scorecard} from "../../src/components/people/scorecard.js";
import {makeHeadline, makeManifest, makeRow, TEAM} from "./fixtures.js";

const texts = (node: Element, selector: string) =>
  [...node.querySelectorAll(selector)].map((found) => found.textContent!.replace(/\s+/g, " ").trim());

/** What a blob holds: jsdom's has no text of its own. */
const readText = (blob: Blob) =>
  new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(new TextDecoder("utf-8", {ignoreBOM: true}).decode(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });

/** Only ends what would never come: a slice is drawn when the machine has time. */
const PATIENT = {timeout: 60_000};

describe("a table", () => {
  const columns = [
    {key: "name", label: "Name", value: (row: {name: string; n: number | null}) => row.name, isName: true},
    {key: "n", label: "n", value: (row: {name: string; n: number | null}) => row.n},
  ];
  const rows = [
    {name: "b", n: 2},
    {name: "a", n: null},
    {name: "c", n: 10},
  ];
  const press = (table: Element, label: string) =>
    [...table.querySelectorAll<HTMLButtonElement>("thead button")]
      .find((button) => button.textContent!.trim() === label)!
      .click();

  it("stands as given until a head is pressed; the unknown come last either way", () => {
    const table = DataTable(rows, columns, {caption: "Letters"});
    expect(texts(table, "tbody th")).toEqual(["b", "a", "c"]);
    press(table, "n");
    expect(texts(table, "tbody th")).toEqual(["c", "b", "a"]);
    press(table, "n");
    expect(texts(table, "tbody th")).toEqual(["b", "c", "a"]);
    expect(table.querySelector("[aria-sort=ascending]")!.textContent!.trim()).toBe("n");
  });
  it("can be put in order without its heads, and says in which order it is, whoever chose it", () => {
    const fixed = {key: "trend", label: "Trend", value: () => null, isFixed: true};
    const table = DataTable(rows, [...columns, fixed], {caption: "Letters"});
    const choice = table.querySelector<HTMLSelectElement>(".order-choice select")!;
    const chosen = () => choice.selectedOptions[0]?.textContent;
    expect(texts(choice, "option")).toEqual(["as given", "Name, ascending", "Name, descending", "n, ascending", "n, descending"]);
    expect(chosen()).toBe("as given");
    const choose = (value: string) => ((choice.value = value), choice.dispatchEvent(new Event("change")));
    choose("1");
    expect(texts(table, "tbody th")).toEqual(["c", "b", "a"]);
    press(table, "n");
    expect(chosen()).toBe("n, descending");
    choose("");
    expect(texts(table, "tbody th")).toEqual(["b", "a", "c"]);
    expect(table.querySelector("[aria-sort=ascending], [aria-sort=descending]")).toBeNull();
  });
  it("names rows and cells as such, and what each is of, so that a row may be shown as a list", () => {
    const [name, n] = columns;
    const table = DataTable(rows, [name!, {...n!, of: "of all"}], {caption: "Letters"});
    const [first, second] = table.querySelectorAll("tbody tr");
    expect([...first!.children].map((cell) => [cell.getAttribute("role"), cell.getAttribute("data-head")])).toEqual([
      ["rowheader", null],
      ["cell", "n, of all"],
    ]);
    expect(second!.querySelector("td")!.getAttribute("data-head")).toBe("");
    expect(first!.getAttribute("role")).toBe("row");
  });
  it("is filtered by words, and says when nothing matches", () => {
    const table = DataTable(rows, columns, {caption: "Letters", filter: true});
    const box = table.querySelector<HTMLInputElement>("input")!;
    const type = (text: string) => ((box.value = text), box.dispatchEvent(new Event("input")));
    type("C");
    expect(texts(table, "tbody th")).toEqual(["c"]);
    expect(texts(table, ".count")).toEqual(["1 of 3 rows"]);
    type("z");
    expect(texts(table, "tbody td")).toEqual(["Nothing matches “z”."]);
  });
  it("of thousands shows the first, and more on demand, a slice at a time", async () => {
    const many = Array.from({length: 3000}, (_, index) => ({name: `row ${index}`, n: index}));
    const table = DataTable(many, columns, {caption: "Many", limit: 100});
    expect(table.querySelectorAll("tbody tr").length).toBe(100);
    table.querySelector<HTMLButtonElement>(".more")!.click();
    expect(table.querySelectorAll("tbody tr").length).toBeLessThan(1100);
    await vi.waitFor(() => expect(table.querySelectorAll("tbody tr").length).toBe(1100), PATIENT);
    press(table, "n");
    await vi.waitFor(() => expect(table.querySelectorAll("tbody tr").length).toBe(1100), PATIENT);
    expect(texts(table, "tbody th").slice(0, 2)).toEqual(["row 2999", "row 2998"]);
  });
  it("of many columns shows those chosen, which the address keeps; the name stays, and the download has all", async () => {
    const wide = [...columns, ...["c", "d", "e", "f"].map((key) => ({key, label: key, value: () => "="}))];
    history.replaceState(null, "", "?without-letters=d+name+gone");
    const table = DataTable(rows, wide, {caption: "Letters", file: "letters"});
    expect(texts(table, "thead th")).toEqual(["Name", "n", "c", "e", "f"]);
    expect(texts(table, ".column-choice label")).toEqual(["n", "c", "d", "e", "f"]);
    const box = table.querySelectorAll<HTMLInputElement>(".column-choice input")[0]!;
    box.checked = false;
    box.dispatchEvent(new Event("change"));
    expect(texts(table, "tbody tr:first-child > *")).toEqual(["b", "=", "=", "="]);
    expect(location.search).toBe("?without-letters=d+n");
    let saved: Blob | undefined;
    vi.stubGlobal("URL", Object.assign(class extends URL {}, {createObjectURL: (blob: Blob) => ((saved = blob), "#"), revokeObjectURL: () => undefined})); // prettier-ignore
    [...table.querySelectorAll("button")].find((button) => button.textContent!.trim() === "Download CSV")!.click();
    vi.unstubAllGlobals();
    expect(await readText(saved!)).toBe("\ufeffName,n,c,d,e,f\r\nb,2,'=,'=,'=,'=\r\na,,'=,'=,'=,'=\r\nc,10,'=,'=,'=,'=\r\n");
    table.querySelector<HTMLButtonElement>(".column-choice button")!.click();
    expect([location.search, texts(table, "thead th").length]).toEqual(["", 6]);
  });
  it("of few columns, or without a name, offers no choice of them", () => {
    expect(DataTable(rows, columns, {caption: "Letters", file: "letters"}).querySelector(".column-choice")).toBeNull();
  });
  it("shows what stands in an export as text, whatever it contains", () => {
    const table = DataTable([{name: "<img src=x onerror=alert(1)>", n: 1}], columns, {caption: "Text"});
    expect(table.querySelector("img")).toBeNull();
    expect(texts(table, "tbody th")).toEqual(["<img src=x onerror=alert(1)>"]);
  });
});

describe("a scorecard", () => {
  const card = Scorecard(TEAM.scorecard, makeManifest(), {caption: "EMEA"});

  it("stands by name, not by rank, and marks who is ramping", () => {
    expect(texts(card, "tbody th")).toEqual(["Ada Berg", "Bo Chen ramping"]);
  });
  it("gives every mark in words: value, interval, n, target", () => {
    expect(card.querySelector("tbody [role=img]")!.getAttribute("aria-label")).toBe(
      "Meeting show rate: 65\u00a0% (47\u00a0% to 80\u00a0%) of 20 meetings, target 75\u00a0%",
    );
  });
  it("draws no dot and gives no number for too few", () => {
    const cells = [...card.querySelectorAll("tbody tr")].map((row) => row.querySelector(".mark-cell")!);
    expect(cells[0]!.querySelectorAll(".dot").length).toBe(1);
    expect(cells[1]!.querySelectorAll(".dot").length).toBe(0);
    expect(cells[1]!.textContent).toContain("–");
  });
});

describe("the table of metrics", () => {
  it("has value, period, the one before, target, reading and n in a row", () => {
    const table = MetricTable([makeHeadline({latest: makeRow({maturity: "provisional", in_flight: 22})})], makeManifest());
    const cells = texts(table, "tbody td");
    expect(cells[1]).toBe("77 %provisional September 2025 n 212, target 75 %");
    expect(cells.slice(2)).toEqual([
      "71 %",
      "75 %",
      "on track†, by the value alone: the interval still holds the target against targetwithin noise against the month before",
      "212 meetings22 in flight",
    ]);
  });
  it("says once below what the mark beside a status means, and nothing where no row has it", () => {
    const table = (row = {}) => MetricTable([makeHeadline({latest: makeRow(row)}), makeHeadline({latest: makeRow(row)})], makeManifest()); // prettier-ignore
    expect(texts(table(), ".legend")).toEqual(["† By the value alone: the interval still holds the target."]);
    expect([...table().querySelectorAll(".held > [aria-hidden]")].length).toBe(2);
    expect(texts(table({lower: 0.76, upper: 0.81, value: 0.79}), ".legend, .held")).toEqual([]);
  });
  it("says of a single number with a target whether it meets it", () => {
    const lead = (row = {}) => texts(MetricTable([makeHeadline({latest: makeRow(row)})], makeManifest()), ".reading")[0];
    expect(lead()).toContain("The one number with a target meets it; none changed");
    expect(lead({status: "off_track"})).toContain("The one number with a target does not meet it;");
  });
  it("gives no number where no period holds enough", () => {
    const table = MetricTable([makeHeadline({latest: null, is_change_signal: null, months: []})], makeManifest());
    expect(texts(table, "tbody td")).toEqual(["", "–", "–", "–", "too few", "–"]);
  });
  it("of nothing says that there is nothing yet", () => {
    expect(MetricTable([], makeManifest()).textContent).toContain("Nothing to show yet.");
  });
});

describe("the map of SDRs and brief fields", () => {
  const map = HeatMap(TEAM.heat, makeManifest(), {caption: "Briefs"});

  it("counts what was asked and not told as filled", () => {
    expect(texts(map, "tbody tr:first-child td.field")).toEqual(["95", "30"]); // 19 of 20, 6 of 20
  });
  it("gives no number on fewer handoffs than min_n", () => {
    expect(texts(map, "tbody tr:last-child td.field")).toEqual(["·", "·"]);
  });
  it("opens with the required fields, and shows all at a switch", () => {
    const cells = [...TEAM.heat[0]!.cells, {field: "competition", filled: 3, not_disclosed: 0, missing: 17}];
    const both = HeatMap([{...TEAM.heat[0]!, cells}], makeManifest(), {caption: "Briefs"});
    expect(texts(both, "thead th.field")).toEqual(["Primary pain", "Budget"]);
    const all = both.querySelector<HTMLInputElement>("input")!;
    all.checked = true;
    all.dispatchEvent(new Event("change"));
    expect(texts(both, "thead th.field")).toEqual(["Primary pain", "Budget", "Competition"]);
  });
  it("draws fifty people at first and the others on demand, whichever fields are shown", () => {
    expect(map.querySelector<HTMLButtonElement>("button.more")!.hidden).toBe(true);
    const many = Array.from({length: 120}, (_, index) => ({...TEAM.heat[0]!, slug: `sdr-${index}`, name: `SDR ${index}`}));
    const large = HeatMap(many, makeManifest(), {caption: "Briefs"});
    const more = large.querySelector<HTMLButtonElement>("button.more")!;
    expect([large.querySelectorAll("tbody tr").length, more.hidden, more.textContent]).toEqual([50, false, "Show 70 more"]);
    more.click();
    expect([large.querySelectorAll("tbody tr").length, more.hidden]).toEqual([120, true]);
  });
  it("leaves out fields that nobody has", () => {
    expect(texts(map, "thead th.field")).toEqual(["Primary pain", "Budget"]);
  });
});
