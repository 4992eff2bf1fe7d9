import {readFile} from "node:fs/promises";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";
import {gzipSync} from "node:zlib";

/** The shell that all tests share, once `buildSharedShell` has seen to it. */
export const SHELL = join(import.meta.dirname, "../../build", "shell-of-tests");

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".arrow": "application/vnd.apache.arrow.stream",
};

export interface Served {
  /** Address of the site, with the sub-path it is served under. */
  url: string;
  /** Requests since the start, with the bytes sent for each. */
  requests: {path: string; status: number; bytes: number}[];
  close(): Promise<void>;
}

/**
 * The plainest of web servers: files as they lie there, no clean addresses, under a sub-path, with the strictest policy that the
 * site must work under.
 * @param isKept whether a browser may keep what it got: for a walk over many pages by one reader
 */
export async function serveSite(
  folder: string,
  {base = "/company/", policy = "default-src 'self'", isKept = false} = {},
): Promise<Served> {
  const requests: Served["requests"] = [];
  // Each visit asks for all modules anew: what was packed once is sent again as long as it is the same.
  const sent = new Map<string, {body: Buffer; packed: Buffer}>();
  const pack = (path: string, body: Buffer): Buffer => {
    const before = sent.get(path);
    if (before?.body.equals(body)) return before.packed;
    const packed = gzipSync(body);
    sent.set(path, {body, packed});
    return packed;
  };
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? "/", "http://site");
    const inside = pathname.startsWith(base) ? normalize(decodeURIComponent(pathname.slice(base.length - 1))) : "/..";
    const path = inside.endsWith("/") ? `${inside}index.html` : inside;
    void readFile(join(folder, path)).then(
      (body) => {
        const packed = pack(path, body);
        requests.push({path, status: 200, bytes: packed.length});
        const headers = {
          "content-type": TYPES[extname(path)] ?? "application/octet-stream",
          "content-encoding": "gzip",
          "content-security-policy": policy,
          ...(isKept && {"cache-control": "max-age=3600"}),
        };
        response.writeHead(200, headers).end(packed);
      },
      () => {
        requests.push({path, status: 404, bytes: 0});
        response.writeHead(404, {"content-type": "text/plain"}).end("not found");
      },
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  };
}
