import {addCommand, open, say, type GlobalOptions, type Register} from "./command.js";

export const registerDdl: Register = (program) => {
  addCommand(
    program,
    "ddl",
    "print the statements that make the tables of the configured engine; reads no export, asks no server",
  ).action(async (options: GlobalOptions) => {
    const {config} = await open(options);
    const {listDefinitions} = await import("../ddl.js");
    for (const statement of await listDefinitions(config)) say(`${statement};\n`);
  });
};
