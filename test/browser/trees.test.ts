import {createHash} from "node:crypto";
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readConfig} from "../../pipeline/config.js";
import {openLeakTest, publishSite, type PublishReport} from "../../pipeline/publish-site.js";
import {locateWorkspace} from "../../pipeline/workspace.js";
import {startNginx} from "../deploy/nginx.js";
import {openBrowser} from "./browser.js";
import {buildSharedShell} from "./shared-shell.js";
import {serveSite, SHELL} from "./serve.js";
import {findAxeViolations, VIEWS, visit} from "./visit.js";

/** Two teams of seven SDRs, one of six AEs; 140 meetings, some ahead. */
const count = (n: number) => Array.from({length: n}, (_, index) => index);
const day = (n: number) => new Date(Date.parse("2026-07-01T09:00:00Z") + n * 86_400_000).toISOString();
const csv = (head: string, rows: (string | number)[][]) => [head, ...rows.map((row) => row.join(","))].join("\n");
const PEOPLE = csv("person_id,name,role,team,manager_id", [
  ...count(14).map((n) => [`s${n}`, `Sdr Number${n}`, "sdr", n < 7 ? "North" : "South", n < 7 ? "m1" : "m2"]),
  ...count(6).map((n) => [`a${n}`, `Ae Number${n}`, "ae", "Sales", "m3"]),
  ...count(3).map((n) => [`m${n + 1}`, `Manager Number${n + 1}`, "manager", "", ""]),
]);
const HANDOFFS = csv("handoff_id,sdr_id,ae_id,account_id,source,motion,segment,booked_at,meeting_at,meeting_status,accepted_at,budget", [
  ...count(140).map((n) => [
    `h${n}`, `s${n % 14}`, `a${(n * 5) % 6}`, `acc${n}`, n % 2 ? "inbound" : "event", "sales_led", n % 3 ? "smb" : "mid", day(n * 0.7 - 5), day(n * 0.7),
    n > 132 ? "scheduled" : n % 4 ? "held" : "no_show", n > 132 || n % 4 === 0 ? "" : day(n * 0.7 + 1), n % 5 ? "50k" : "",
  ]),
]); // prettier-ignore
const FEEDBACK = csv("feedback_id,handoff_id,ae_id,submitted_at,quality_score,qualification_accuracy,missing", [
  ...count(60).map((n) => [`f${n}`, `h${n * 2 + 1}`, `a${((n * 2 + 1) * 5) % 6}`, day((n * 2 + 1) * 0.7 + 1), 5 + (n % 5), "full", `"No word of topic ${n}"`]),
]); // prettier-ignore
const CONFIG = `company: Small Ltd
as_of: "2026-10-02T06:00:00Z"
sources:
  - {files: "*.csv", exported_at: "2026-10-02T06:00:00Z"}
`;

const folder = mkdtempSync(join(tmpdir(), "baton-published-"));
const out = join(folder, "published");
const workspace = {...locateWorkspace(join(folder, "build")), shell: SHELL};
const publish = (openTest = openLeakTest) =>
  publishSite(readConfig(join(folder, "baton.config.yaml")), workspace, {out, openTest});
let report: PublishReport;
let browser: Browser;

beforeAll(async () => {
  await buildSharedShell();
  for (const [name, text] of Object.entries({"people.csv": PEOPLE, "handoffs.csv": HANDOFFS, "feedback.csv": FEEDBACK, "baton.config.yaml": CONFIG}))
    writeFileSync(join(folder, name), text); // prettier-ignore
  report = await publish();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Pages that take a subject from the address, with one that the tree has. */
const SUBJECTS: Record<string, string[]> = {
  exec: ["pages/team.html?team=south"],
  "team/north": ["pages/team.html?team=south", "pages/sdr.html?sdr=sdr-number1", "pages/one-on-one.html?sdr=sdr-number1", "pages/brief.html?handoff=h0", "pages/board.html?sdr=sdr-number0"],
  "sdr/sdr-number0": ["pages/brief.html?handoff=h0"],
  "ae_team/sales": ["pages/ae.html?ae=ae-number1", "pages/brief.html?handoff=h1", "pages/board.html?ae=ae-number1"],
  "ae/ae-number0": ["pages/brief.html?handoff=h0"],
}; // prettier-ignore

describe("each page of a tree draws with what the tree has", () => {
  it.each(Object.entries(SUBJECTS))(
    "%s",
    async (tree, subjects) => {
      const served = await serveSite(join(out, tree), {isKept: true});
      const reader = await browser.newContext();
      const pages = (readdirSync(join(out, tree), {recursive: true}) as string[]).filter((path) => path.endsWith(".html"));
      for (const page of [...pages, ...subjects]) {
        const seen = await visit(reader, `${served.url}${page}`, VIEWS[0]);
        expect(seen.complaints, page).toEqual([]);
        const links = await seen.page
          .locator("a[href]")
          .evaluateAll((nodes) => nodes.map((node) => (node as HTMLAnchorElement).href));
        const missing = links.map((link) => new URL(link)).filter(({origin, pathname}) => served.url.startsWith(origin) && !existsSync(join(out, tree, pathname.replace("/company/", "")))); // prettier-ignore
        expect(missing.map(String), page).toEqual([]);
        await seen.close();
      }
      expect(served.requests.filter(({status}) => status !== 200)).toEqual([]);
      await reader.close();
      await served.close();
    },
    120_000,
  );
  it("starts with the page of whom it is for", async () => {
    const headings: Record<string, string> = {};
    for (const tree of ["revops", ...Object.keys(SUBJECTS)]) {
      const served = await serveSite(join(out, tree));
      const {page, close} = await visit(browser, `${served.url}index.html`, VIEWS[0]);
      headings[tree] =
        `${await page.locator("h1").first().innerText()} | ${(await page.locator("nav.bar-pages a").allInnerTexts()).join(", ")}`;
      await close();
      await served.close();
    }
    expect(headings).toEqual({
      revops: "Is the handoff healthy, and what changed? | Overview, Funnel, Teams, SDRs, AEs, Coming, Documentation, Feedback, Routing, Practices, Data health",
      exec: "Is the handoff healthy, and what changed? | Overview, Funnel, Teams, Documentation, Feedback",
      "team/north": "North | My team, SDRs, 1:1, Coming, Company, Funnel, Documentation, Feedback",
      "sdr/sdr-number0": "Sdr Number0 | My handoffs, Coming, Playbook, Glossary",
      "ae_team/sales": "Sales | My AEs, AEs, Coming, Glossary",
      "ae/ae-number0": "Ae Number0 | My meetings, Coming, Glossary",
    }); // prettier-ignore
  });
});

describe("the search", () => {
  it("is used from the keyboard alone, and finds what the tree has and no more", async () => {
    const served = await serveSite(join(out, "sdr/sdr-number0"));
    const {page, complaints, close} = await visit(browser, `${served.url}index.html`, VIEWS[0]);
    const asked = () => served.requests.filter(({path}) => /data\/search\//.test(path)).length;
    expect(asked()).toBe(0);
    await page.focus(".bar-search");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".search-panel[open]");
    await page.keyboard.press("Escape");
    await page.waitForSelector(".search-panel", {state: "detached"});
    expect(await page.evaluate(() => document.activeElement?.className)).toBe("bar-search");

    await page.keyboard.press("/");
    await page.waitForSelector(".search-panel[open]");
    // Of another SDR.
    await page.keyboard.type("h13");
    await page.waitForSelector(".search-status:text('Nothing matches “h13”')");
    await page.keyboard.press("Backspace");
    await page.waitForSelector("[role=option]:nth-of-type(2)");
    const first = await page.getAttribute("[aria-selected=true]", "id");
    await page.keyboard.press("ArrowDown");
    expect(await page.getAttribute("[role=combobox]", "aria-activedescendant")).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    expect(await findAxeViolations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(/pages\/brief\.html\?handoff=h1\d/);
    expect(complaints).toEqual([]);
    await close();
    await served.close();
  });
});

describe("publishing", () => {
  const state = () => (readdirSync(out, {recursive: true}) as string[]).sort();
  it("makes a tree for everybody and says how many", () => {
    expect(report.trees).toHaveLength(2 + 2 + 14 + 1 + 6);
    expect(report.withoutTeam).toEqual([]);
    expect(readFileSync(join(out, "exec/_file/data/team/south.json"), "utf8")).not.toMatch(/Number\d/);
  });
  it("stops at a leak, says which, and leaves what was published", async () => {
    const before = state();
    const plant: typeof openLeakTest = async (made) => {
      const test = await openLeakTest(made);
      const look = () => {
        writeFileSync(join(made.folder, "sdr/sdr-number0/pages/more.json"), JSON.stringify({seen: "Sdr Number1"}));
        return test.look();
      };
      return {...test, look};
    };
    await expect(publish(plant)).rejects.toThrow(
      /finding[\s\S]*nothing was published[\s\S]*sdr\/sdr-number0\/pages\/more\.json[\s\S]*name of/,
    );
    expect(state()).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith("published"))).toEqual(["published", "published.builds"]);
    expect(readdirSync(join(folder, "published.builds"))).toHaveLength(2);
  });
  it("takes the trees away of whoever is gone, and never a folder that is not its own", async () => {
    writeFileSync(join(folder, "people.csv"), PEOPLE.split("\n").filter((line) => !line.startsWith("s13,")).join("\n")); // prettier-ignore
    const again = await publish();
    expect(again.isRebuilt).toBe(true);
    expect(existsSync(join(out, "sdr/sdr-number13"))).toBe(false);
    expect(existsSync(join(out, "sdr/sdr-number12"))).toBe(true);
    const own = join(folder, "own");
    mkdirSync(own);
    writeFileSync(join(own, "letter.txt"), "mine");
    const config = readConfig(join(folder, "baton.config.yaml"));
    await expect(publishSite(config, workspace, {out: own})).rejects.toThrow("not a folder of published trees"); // prettier-ignore
    expect(readdirSync(own)).toEqual(["letter.txt"]);
  });
});

describe("a tree behind nginx", () => {
  it("draws under the headers that are sent with it, violates nothing, asks no other host, and leads nowhere else", async () => {
    chmodSync(folder, 0o755); // nginx's workers are another user when the tests run as root
    const hash = `{SHA}${createHash("sha1").update("right").digest("base64")}`;
    const server = await startNginx("site-basic-auth.conf", out, {
      "users.map": 'ada "baton:sdr/sdr-number0";\n',
      "users.htpasswd": `ada:${hash}\n`,
    });
    const context = await browser.newContext({httpCredentials: {username: "ada", password: "right"}});
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on(
      "response",
      (response) => void (response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`)),
    );
    page.on(
      "request",
      (request) => void (!/^(http:\/\/127\.0\.0\.1:\d+\/|data:|blob:)/.test(request.url()) && complaints.push(request.url())),
    );
    const site = `http://127.0.0.1:${server.port}/`;
    const first = await page.goto(site, {waitUntil: "networkidle"});
    expect(page.url()).toBe(`${site}sdr/sdr-number0/`);
    expect(first!.headers()["content-security-policy"]).not.toMatch(/unsafe-(inline|eval)/);
    expect(await page.textContent("h1")).toContain("Sdr Number0");
    await page.goto(`${site}sdr/sdr-number0/pages/brief.html?handoff=h0`, {waitUntil: "networkidle"});
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    expect(complaints).toEqual([]);
    expect((await page.goto(`${site}sdr/sdr-number1/index.html`))!.status()).toBe(404);
    expect((await page.goto(`${site}revops/_file/data/company.json`))!.status()).toBe(404);
    await context.close();
    await server.close();
  });
});
