import {spawn} from "node:child_process";
import {chmod, cp, mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {createServer} from "node:http";
import {connect, type AddressInfo} from "node:net";
import {tmpdir} from "node:os";
import {join} from "node:path";

const SHIPPED = join(import.meta.dirname, "../../deploy/nginx");

export interface WebServer {
  port: number;
  /** What nginx wrote to its error log. */
  readLog(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Starts real nginx with the shipped configuration; only what an administrator edits is another: address, folder, users, the proxy's port.
 * @param site file of `deploy/nginx` that holds the server
 * @param edited texts of the files that are edited, by name
 * @throws Error when nginx is not installed, or refuses the configuration
 */
export async function startNginx(site: string, published: string, edited: Record<string, string> = {}): Promise<WebServer> {
  const folder = await mkdtemp(join(tmpdir(), "baton-nginx-"));
  await chmod(folder, 0o755); // nginx's workers are another user when the tests run as root
  await cp(SHIPPED, join(folder, "baton"), {recursive: true});
  const port = await findPort();
  const files = {
    "baton/listen.conf": `listen 127.0.0.1:${port};\nserver_name localhost;\n`,
    "baton/where.conf": (await readFile(join(SHIPPED, "where.conf"), "utf8")).replace("/srv/baton/published", published),
    ...Object.fromEntries(Object.entries(edited).map(([name, text]) => [`baton/${name}`, text])),
    "nginx.conf": `daemon off;\npid nginx.pid;\nerror_log error.log info;\nevents {}\nhttp {\n  access_log off;\n  ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${kind};`).join(" ")}\n  include baton/${site};\n}\n`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {stdio: ["ignore", "ignore", "pipe"]});
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<never>((_, fail) => {
    child.on("error", (cause) => fail(new Error("nginx is not installed\n  → apt-get install nginx-light", {cause})));
    child.on("exit", (code) => fail(new Error(`nginx ended with code ${code}: ${said}`)));
  });
  ended.catch(() => undefined);
  await Promise.race([waitForPort(port), ended]);
  return {
    port,
    readLog: () => readFile(join(folder, "error.log"), "utf8"),
    async close() {
      const gone = new Promise((done) => child.once("exit", done));
      child.kill("SIGTERM");
      await gone;
      await rm(folder, {recursive: true, force: true});
    },
  };
}

/** An authenticating proxy as nginx sees one: answers by the session cookie alone, with the groups of whom it knows. */
export async function startAuthProxy(groups: Record<string, string>): Promise<{port: number; close(): Promise<void>}> {
  const server = createServer((request, response) => {
    const session = /(?:^|; )session=([^;]*)/.exec(request.headers.cookie ?? "")?.[1];
    const claimed = Object.keys(request.headers).filter((name) =>
      /groups|forwarded-user|remote-user|request-(user|email)/.test(name),
    );
    if (claimed.length > 0) return void response.writeHead(500).end(`handed on: ${claimed.join(", ")}`);
    if (request.url !== "/oauth2/auth") return void response.writeHead(200).end("sign in here");
    const own = session === undefined ? undefined : groups[session];
    if (own === undefined) return void response.writeHead(401).end();
    response.writeHead(202, {"X-Auth-Request-User": session, "X-Auth-Request-Groups": own}).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  };
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Sends a request just as written: no client puts its path straight. */
export function ask(port: number, path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> {
  return new Promise((done, fail) => {
    const socket = connect(port, "127.0.0.1");
    const chunks: Buffer[] = [];
    const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries({Host: "localhost", Connection: "close", ...headers}).map(([name, value]) => `${name}: ${value}`)]; // prettier-ignore
    socket.on("error", fail);
    socket.on("data", (chunk: Buffer) => chunks.push(chunk));
    socket.on("end", () => {
      const [head = "", ...body] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
      const [first = "", ...rest] = head.split("\r\n");
      const pairs = rest.map((line) => [
        line.slice(0, line.indexOf(":")).toLowerCase(),
        line.slice(line.indexOf(":") + 1).trim(),
      ]);
      done({status: Number(first.split(" ")[1]), headers: Object.fromEntries(pairs) as Record<string, string>, body: body.join("\r\n\r\n")}); // prettier-ignore
    });
    socket.write(Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"));
  });
}

async function findPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const {port} = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

async function waitForPort(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), done(true)));
      socket.on("error", () => done(false));
    });
    if (isOpen) return;
    await new Promise((done) => setTimeout(done, 20));
  }
}
