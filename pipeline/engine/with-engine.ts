import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {openDatabase} from "../db.js";
import {openEngine, type Engine} from "./database.js";
import {openServer, type ServerOptions} from "./server.js";
import {takeTurn} from "./turn.js";

/**
 * Does `act` at the server that the configuration names, as the only build there. `folder` is for files that are on their way.
 * @throws UserError for whatever is wrong with the server, or while another build is at work there
 */
export async function withEngine<T>(server: ServerOptions, act: (engine: Engine, folder: string) => Promise<T>): Promise<T> {
  const client = await openServer(server);
  const folder = mkdtempSync(join(tmpdir(), "baton-engine-"));
  const parser = await openDatabase();
  try {
    const release = await takeTurn(client, server);
    try {
      return await act(openEngine(client, parser, server, folder), folder);
    } finally {
      // What went wrong before says more than that the connection is gone.
      await release().catch(() => undefined);
    }
  } finally {
    await client.close();
    parser.close();
    rmSync(folder, {recursive: true, force: true});
  }
}
