import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {chromium} from "playwright-core";
import type {Browser} from "playwright-core";

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];

/**
 * Starts a browser: the one CHROME_PATH names, else the system's, else the packaged one, which needs nothing from the system.
 * @param isPackaged always the packaged one, whose letters look alike on every machine
 */
export async function openBrowser({isPackaged = false} = {}): Promise<Browser> {
  const own = isPackaged ? undefined : (process.env["CHROME_PATH"] ?? SYSTEM_BROWSERS.find((path) => existsSync(path)));
  const args = ["--no-sandbox", "--disable-dev-shm-usage", "--font-render-hinting=none"];
  if (own) return chromium.launch({executablePath: own, args});
  const folder = unpackBrowser();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    // Pages are drawn in main memory: no page needs a graphics processor, and playing one takes its time.
    args: [...args, "--headless=shell", "--no-zygote", "--disable-gpu"],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: [join(folder, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":"),
      FONTCONFIG_PATH: join(folder, "fonts"),
    },
  });
}

/**
 * Unpacks the packaged browser once per version, aside and then by rename, so that tests running at once never start half of it.
 * Its own code unpacks into the temporary folder of its process and brings its libraries only where it believes itself in a bare
 * system; hence a process of its own with both set.
 */
function unpackBrowser(): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve("@sparticuz/chromium").replace("/cjs/index.cjs", "/esm/index.js");
  const version = (require(join(entry, "../../../package.json")) as {version: string}).version;
  const folder = join(tmpdir(), `baton-test-browser-${version}`);
  if (existsSync(join(folder, "chromium"))) return folder;
  mkdirSync(tmpdir(), {recursive: true});
  const aside = mkdtempSync(`${folder}-`);
  const script = `const {default: chromium} = await import(${JSON.stringify(entry)}); await chromium.executablePath();`;
  const {status, stderr} = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    env: {...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x", NODE_OPTIONS: ""},
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the packaged browser could not be unpacked: ${stderr}`);
  writeFileSync(join(aside, "fonts", "fonts.conf"), describeFonts(folder));
  try {
    renameSync(aside, folder);
  } catch (error) {
    // Somebody else was faster; theirs is the same.
    rmSync(aside, {recursive: true, force: true});
    if (!existsSync(join(folder, "chromium"))) throw error;
  }
  return folder;
}

/** Where it finds its letters: its own typeface first, so that pictures look alike everywhere, then whatever the system has. */
function describeFonts(folder: string): string {
  const first = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, "fonts")}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, "fonts-cache")}</cachedir>
  ${first("system-ui")}${first("sans-serif")}
</fontconfig>
`;
}
