import {Argument} from "commander";
import {addCommand, type Register} from "./command.js";

export const registerForm: Register = (program) => {
  addCommand(program, "form", "print a script that makes the AE's feedback form")
    .addArgument(new Argument("<tool>", "where the form shall be").choices(["google"]))
    .action(async () => {
      const {writeGoogleForm} = await import("../form/google.js");
      process.stdout.write(writeGoogleForm());
    });
};
