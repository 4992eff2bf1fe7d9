import {createHash} from "node:crypto";
import {chmod, link, mkdir, mkdtemp, readFile, rm, symlink, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {ask, startAuthProxy, startNginx, type WebServer} from "./nginx.js";

/** Trees of every kind, two of those of which there are several; a name that begins like another's. */
const TREES = [
  "revops",
  "exec",
  "team/emea",
  "team/emea-2",
  "sdr/anna-reis",
  "sdr/anna",
  "ae_team/sales",
  "ae/bo-chen",
  "ae/cy-dorn",
];
const FILES = [
  "index.html",
  "pages/brief.html",
  "_file/data/manifest.json",
  "_file/data/facts.arrow",
  "_import/components/x.a1b2.js",
];
/** Who belongs to which groups, as an identity provider has them: with others of no matter here. */
const GROUPS: Record<string, string> = {
  rita: "staff,baton:revops",
  exa: "baton:exec",
  mona: "staff, baton:team/emea ,baton:sdr/anna",
  anna: "baton:sdr/anna-reis",
  theo: "baton:ae_team/sales",
  bo: "baton:ae/bo-chen",
  nobody: "staff,xbaton:revops,baton:,baton:sdr,baton:sdr/,revops,team/emea",
};
const allowed = (user: string): string[] =>
  TREES.filter((tree) => GROUPS[user]!.split(",").some((group) => group.trim() === `baton:${tree}`));

let folder: string;
let published: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "baton-trees-"));
  await chmod(folder, 0o755);
  // As `publish` leaves it: a link to a build that lies beside it.
  published = join(folder, "published");
  await mkdir(join(folder, "published.builds/000001-abc"), {recursive: true});
  await symlink("published.builds/000001-abc", published);
  for (const tree of TREES) {
    for (const file of FILES) {
      const path = join(published, tree, file);
      await mkdir(dirname(path), {recursive: true});
      await writeFile(path, `secret of ${tree}: ${file}`);
    }
    await writeFile(join(published, tree, ".hidden"), `secret of ${tree}`);
  }
  await writeFile(join(published, "status.json"), "secret of the whole");
  await writeFile(join(folder, "outside.txt"), "secret from outside");
  await symlink(join(folder, "outside.txt"), join(published, "sdr/anna-reis/link.txt"));
  await link(join(published, "sdr/anna-reis/index.html"), join(published, "sdr/anna-reis/hard.html"));
});
afterAll(() => rm(folder, {recursive: true, force: true}));

/** Ways to write the address of a file of `other` from a tree that one may see. */
function twist(own: string, other: string): string[] {
  const target = `${other}/index.html`;
  const up = own.split("/").map(() => "..");
  const name = other.split("/").at(-1)!;
  return [
    `/${own}/${up.join("/")}/${target}`,
    `/${own}/${up.join("%2f")}%2f${target.replaceAll("/", "%2f")}`,
    `/${own}%2f${up.map(() => "%2e%2e").join("%2f")}%2f${target}`,
    `/${own}/${up.map(() => "%252e%252e").join("/")}/${target}`,
    `/${own}/${up.map(() => "..%252f").join("")}${target}`,
    `/${own}/..%5c..%5c${target.replaceAll("/", "%5c")}`,
    `/${own}/..;/..;/${target}`,
    `/${own}/${up.map(() => "....").join("//")}//${target}`,
    `//${target}`,
    `/./${target}`,
    `/%2e/${target}`,
    `/${target}/`,
    `/${target}.`,
    `/${target}%20`,
    `/${target}%00`,
    `/${target}%00.html`,
    `/${other}%00/index.html`,
    `/${target}?/${own}/`,
    `/${target}#/${own}/`,
    `/${target};/${own}/`,
    `/${other}`,
    `/${other}/`,
    `/${other}//index.html`,
    `/${other.toUpperCase()}/index.html`,
    `/${other.replace(
      name,
      encodeURIComponent(name).replace(/^./, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
    )}/index.html`,
    `/${other}/.hidden`,
    `http://localhost/${target}`,
    `/${target}?baton_groups=baton:${other}`,
    `/${other}|baton:${other}/index.html`,
    `/team/${own.replaceAll("/", "-")},baton:${other}/../../${target}`,
  ];
}
const holdsSecret = (body: string, trees: readonly string[]) =>
  /secret from|secret of the whole/.test(body) ||
  [...body.matchAll(/secret of ([^:]*)/g)].some(([, tree]) => !trees.includes(tree!));

/** What holds whichever way somebody signs in; `as` gives the headers of a user who has. */
function describeAccess(get: () => WebServer, as: (user: string) => Record<string, string>): void {
  it("hands out every file of one's own trees, with the headers that keep it there", async () => {
    for (const user of Object.keys(GROUPS))
      for (const tree of allowed(user))
        for (const file of FILES) {
          const answer = await ask(get().port, `/${tree}/${file}`, as(user));
          expect([answer.status, answer.body], `${user} /${tree}/${file}`).toEqual([200, `secret of ${tree}: ${file}`]);
          expect(answer.headers).toMatchObject({
            "content-security-policy": expect.stringContaining("default-src 'self'") as string,
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "cache-control": expect.stringContaining("private") as string,
          });
        }
  });

  it("answers for every file of every other tree as for one that is not there", async () => {
    for (const user of Object.keys(GROUPS))
      for (const tree of TREES.filter((each) => !allowed(user).includes(each)))
        for (const file of [...FILES, "nothing.html"]) {
          const answer = await ask(get().port, `/${tree}/${file}`, as(user));
          expect([answer.status, holdsSecret(answer.body, [])], `${user} /${tree}/${file}`).toEqual([404, false]);
        }
  });

  it("lets a browser keep a file that never changes, and no answer that it is not there", async () => {
    const cacheOf = async (file: string) =>
      (await ask(get().port, `/sdr/anna-reis/${file}`, as("anna"))).headers["cache-control"];
    expect(await cacheOf("_import/components/x.a1b2.js")).toBe("private, max-age=31536000, immutable");
    expect([await cacheOf("_import/components/gone.js"), await cacheOf("index.html")]).toEqual(["private, no-cache", "private, no-cache"]); // prettier-ignore
  });

  it("takes no other way to write an address", async () => {
    for (const user of Object.keys(GROUPS))
      for (const other of TREES.filter((each) => !allowed(user).includes(each)))
        for (const path of twist(allowed(user)[0] ?? "sdr/anna", other)) {
          const {status, body} = await ask(get().port, path, as(user));
          expect([holdsSecret(body, allowed(user)), status >= 300], `${user} ${path}: ${status} ${body}`).toEqual([false, true]);
        }
  });

  it("takes nobody's word for who they are or where they want to go", async () => {
    const claims = ["X-Auth-Request-Groups", "X-Forwarded-Groups", "X-Auth-Request-User", "X-Forwarded-User", "Remote-User", "Remote-Groups", "X-Forwarded-Email"]; // prettier-ignore
    const elsewhere = [
      "X-Original-URL",
      "X-Rewrite-URL",
      "X-Original-URI",
      "X-Accel-Redirect",
      "X-Forwarded-Uri",
      "X-Forwarded-Prefix",
    ];
    for (const [names, values] of [
      [claims, ["baton:revops", "rita"]],
      [elsewhere, ["/revops/index.html"]],
    ] as const)
      for (const name of names)
        for (const value of values)
          for (const path of ["/revops/index.html", "/sdr/anna-reis/index.html"]) {
            const answer = await ask(get().port, path, {...as("anna"), [name]: value});
            expect(holdsSecret(answer.body, ["sdr/anna-reis"]), `${name}: ${value} ${path}`).toBe(false);
            const nobody = await ask(get().port, path, {[name]: value});
            expect([nobody.status === 200, holdsSecret(nobody.body, [])], `${name}: ${value} ${path}`).toEqual([false, false]);
          }
  });

  it("reads, and does nothing else", async () => {
    expect((await ask(get().port, "/sdr/anna-reis/index.html", as("anna"), "HEAD")).status).toBe(200);
    for (const method of [
      "POST",
      "PUT",
      "DELETE",
      "PATCH",
      "OPTIONS",
      "PROPFIND",
      "MKCOL",
      "MOVE",
      "TRACE",
      "CONNECT",
      "get",
      "GETX",
    ]) {
      const answer = await ask(get().port, "/sdr/anna-reis/index.html", {...as("anna"), "Content-Length": "0"}, method);
      expect([answer.status >= 400, holdsSecret(answer.body, [])], `${method}: ${answer.status}`).toEqual([true, false]);
    }
  });

  it("lists no folder, follows no symbolic link, shows no file whose name begins with a dot", async () => {
    for (const path of [
      "/sdr/",
      "/sdr/anna-reis/_file/",
      "/sdr/anna-reis/_file/data/",
      "/sdr/anna-reis/link.txt",
      "/sdr/anna-reis/.hidden",
      "/status.json",
    ]) {
      const {status, body} = await ask(get().port, path, as("anna"));
      expect([status >= 400, /secret|data/.test(body)], `${path}: ${status}`).toEqual([true, false]);
    }
    expect((await ask(get().port, "/sdr/anna-reis/hard.html", as("anna"))).status).toBe(200);
  });

  it("leads from the bare address to one's own front door", async () => {
    const home = async (user: string) => (await ask(get().port, "/", as(user))).headers["location"];
    expect(await home("mona")).toBe("/team/emea/");
    expect(await home("rita")).toBe("/revops/");
    expect((await ask(get().port, "/", as("nobody"))).status).toBe(403);
    expect((await ask(get().port, "/sdr/anna-reis/", as("anna"))).body).toBe("secret of sdr/anna-reis: index.html");
  });
}

describe("nginx behind an authenticating proxy", () => {
  let server: WebServer;
  let proxy: Awaited<ReturnType<typeof startAuthProxy>>;
  beforeAll(async () => {
    proxy = await startAuthProxy(GROUPS);
    server = await startNginx("site-oauth2-proxy.conf", published, {"proxy.conf": await readProxy(proxy.port)});
  });
  afterAll(async () => {
    await server?.close();
    await proxy?.close();
  });
  describeAccess(
    () => server,
    (user) => ({Cookie: `session=${user}`}),
  );

  it("sends whoever is not signed in to do so, and then where they wanted to go", async () => {
    const answer = await ask(server.port, "/sdr/anna-reis/pages/brief.html?handoff=h1");
    expect([answer.status, answer.headers["location"]]).toEqual([
      302,
      "/oauth2/sign_in?rd=/sdr/anna-reis/pages/brief.html?handoff=h1",
    ]);
    expect((await ask(server.port, "/oauth2/sign_in")).body).toContain("sign in here");
  });

  it("shows nothing when the proxy does not answer", async () => {
    const alone = await startNginx("site-oauth2-proxy.conf", published, {"proxy.conf": await readProxy(1)});
    const answer = await ask(alone.port, "/revops/index.html", {Cookie: "session=rita"});
    expect([answer.status, answer.body.includes("secret")]).toEqual([500, false]);
    await alone.close();
  });
});

describe("nginx with names and passwords", () => {
  let server: WebServer;
  beforeAll(async () => {
    const hash = `{SHA}${createHash("sha1").update("right").digest("base64")}`;
    server = await startNginx("site-basic-auth.conf", published, {
      "users.map": Object.entries(GROUPS)
        .map(([user, groups]) => `${user} "${groups}";\n`)
        .join(""),
      "users.htpasswd": Object.keys(GROUPS)
        .map((user) => `${user}:${hash}\n`)
        .join(""),
      // The tests ask faster than any reader.
      "site-basic-auth.conf": (await readShipped("site-basic-auth.conf")).replace("rate=20r/s", "rate=10000r/s"),
    });
  });
  afterAll(() => server?.close());
  const as = (user: string, password = "right") => ({
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
  });
  describeAccess(() => server, as);

  it("asks for the password, and takes no other", async () => {
    for (const headers of [{}, as("rita", "wrong"), as("rita", ""), as("unknown"), as(""), {Authorization: "Bearer rita"}]) {
      const answer = await ask(server.port, "/revops/index.html", headers);
      expect([answer.status, answer.headers["www-authenticate"], answer.body.includes("secret")]).toEqual([
        401,
        'Basic realm="Baton"',
        false,
      ]);
    }
  });
});

const readProxy = async (port: number) => (await readShipped("proxy.conf")).replace("127.0.0.1:4180", `127.0.0.1:${port}`);
function readShipped(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, "../../deploy/nginx", name), "utf8");
}
