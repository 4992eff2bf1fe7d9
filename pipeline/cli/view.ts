import {existsSync} from "node:fs";
import {UserError} from "../errors.js";
import {addCommand, open, parsePort, say, type GlobalOptions, type Register} from "./command.js";

export const registerView: Register = (program) => {
  addCommand(program, "view", "serve the built site on this machine")
    .option("--port <port>", "port", parsePort, 3000)
    .action(async (options: GlobalOptions & {port: number}) => {
      const {workspace} = await open(options);
      const {startServer} = await import("../publish/serve.js");
      if (!existsSync(workspace.site)) throw new UserError(`${workspace.site}: not there\n  → run: npm run build`);
      const server = await startServer(workspace.site, options.port);
      say(`${workspace.site} at ${server.url}, stop with Ctrl-C`);
    });
};
