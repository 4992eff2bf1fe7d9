import {UserError} from "../errors.js";

/** Texts that are no tables, by how they begin once they are decoded. */
const SIGNS: readonly [RegExp, string, string][] = [
  [
    /^\s*<(!--|!doctype|html|head|body|script|style|meta|title|table|\?xml)/i,
    "is a web page or XML, not delimited text; perhaps the log-in page of the exporting system",
    "export it again",
  ],
  [/^\s*(\[\s*)?\{\s*["}]/, "is JSON, not delimited text; perhaps an error message of the exporting system", "export it as CSV"],
];

/** @throws UserError when a file's text is plainly something else than a table. */
export function refuseOtherText(text: string, name: string): void {
  for (const [sign, what, hint] of SIGNS) if (sign.test(text)) throw new UserError(`${name}: ${what}\n  → ${hint}`);
}
