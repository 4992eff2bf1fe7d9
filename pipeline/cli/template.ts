import {InvalidArgumentError} from "commander";
import {ENTITY_NAMES} from "../contract/entities.js";
import {addCommand, say, type Register} from "./command.js";

export const registerTemplate: Register = (program) => {
  addCommand(program, "template", "print the header line of a canonical export")
    .argument("<entity>", `one of ${ENTITY_NAMES.join(", ")}`, parseEntity)
    .action(async (entity: (typeof ENTITY_NAMES)[number]) => {
      const {template} = await import("../ingest/template.js");
      process.stdout.write(template(entity));
    });

  addCommand(program, "schema", "print the JSON Schema of the configuration").action(async () => {
    const {describeSchema} = await import("../config-schema.js");
    say(JSON.stringify(describeSchema(), null, 2));
  });
};

function parseEntity(text: string): string {
  if (!(ENTITY_NAMES as readonly string[]).includes(text)) throw new InvalidArgumentError(`known are ${ENTITY_NAMES.join(", ")}`);
  return text;
}
