/** `npm run picture`: the picture of README, from the site in `dist/` of the sample company; also `npm run picture -- FOLDER`. */
import {join} from "node:path";
import {openBrowser} from "./browser.js";
import {serveSite} from "./serve.js";

const ROOT = join(import.meta.dirname, "../..");
const PAGE = "index.html";

const site = await serveSite(process.argv[2] ?? join(ROOT, "dist"));
const browser = await openBrowser();
try {
  const page = await browser.newPage({viewport: {width: 1120, height: 860}, colorScheme: "light"});
  // On the morning of the sample's data, which are stale on every other.
  await page.clock.setFixedTime("2026-10-01T06:00:00Z");
  await page.goto(`${site.url}${PAGE}`, {waitUntil: "networkidle"});
  await page.screenshot({path: join(ROOT, "docs/overview.png")});
} finally {
  await browser.close();
  site.close();
}
