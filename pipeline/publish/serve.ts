import {createReadStream, existsSync, statSync} from "node:fs";
import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {extname, join, normalize} from "node:path";
import {createGzip} from "node:zlib";
import {UserError} from "../errors.js";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".png": "image/png",
  ".arrow": "application/vnd.apache.arrow.stream",
  ".csv": "text/csv; charset=utf-8",
};

/**
 * Serves a folder of static files on the loopback address, with gzip. For looking at a site on one's own machine;
 * `port` 0 takes a free one.
 */
export async function startServer(folder: string, port = 0): Promise<{url: string; close(): Promise<void>}> {
  const server = createServer((request, response) => {
    const path = decodePath(request.url ?? "/");
    const file = path === undefined ? undefined : findFile(folder, path);
    if (file === undefined) return send404(response);
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-encoding": "gzip",
      "cache-control": "no-cache",
    });
    createReadStream(file).pipe(createGzip()).pipe(response);
  });
  await new Promise<void>((ready, fail) => server.once("error", fail).listen(port, "127.0.0.1", ready)).catch((cause: Error) => {
    throw (cause as NodeJS.ErrnoException).code === "EADDRINUSE"
      ? new UserError(`port ${port} is in use\n  → name another with --port`, 1, {cause})
      : cause;
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(() => done()))),
  };
}

function send404(response: ServerResponse): void {
  response.writeHead(404, {"content-type": "text/plain"});
  response.end("not found");
}

function decodePath(url: string): string | undefined {
  try {
    return normalize(decodeURIComponent(new URL(url, "http://local").pathname));
  } catch {
    return undefined;
  }
}

/** Framework writes `pages/team.html` for the address `/pages/team`. */
function findFile(folder: string, path: string): string | undefined {
  const candidates = path.endsWith("/") ? [`${path}index.html`] : [path, `${path}.html`];
  return candidates.map((candidate) => join(folder, candidate)).find((file) => existsSync(file) && statSync(file).isFile());
}
