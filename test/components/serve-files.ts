import {vi} from "vitest";
import type {Manifest} from "../../pipeline/contract/datasets.js";

/** Answers a page's requests with a manifest and files, by the end of their address. */
export function serveFiles(manifest: Manifest, files: Record<string, Uint8Array>): void {
  vi.stubGlobal("fetch", (url: string | URL) => {
    const path = new URL(url).pathname;
    if (path.endsWith("manifest.json")) return Promise.resolve(new Response(JSON.stringify(manifest)));
    const found = Object.entries(files).find(([name]) => path.endsWith(name));
    return Promise.resolve(found ? new Response(found[1] as Uint8Array<ArrayBuffer>) : new Response("", {status: 404}));
  });
}
