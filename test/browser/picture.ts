/** `npm run picture`: the picture of README, from the site in `dist/` of the sample company; also `npm run picture -- FOLDER`. */
import {join} from "node:path";
import {openBrowser} from "./browser.js";
import {serveSite} from "./serve.js";

const ROOT = join(import.meta.dirname, "../..");
const PAGE = "index.html";

const site = await serveSite(process.argv[2] ?? join(ROOT, "dist"));
const browser = await openBrowser();
try {
  const page = await browser.newPage({viewport: {width: 1120, height: 780}, colorScheme: "light"});
  await page.goto(`${site.url}${PAGE}`, {waitUntil: "networkidle"});
  await page.screenshot({path: join(ROOT, "docs/overview.png")});
} finally {
  await browser.close();
  site.close();
}
