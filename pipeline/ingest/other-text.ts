import {UserError} from "../errors.js";
import type {ByteFacts} from "./types.js";

/** Texts that are no tables, by how they begin once they are decoded. */
const SIGNS: readonly [RegExp, string, string][] = [
  [
    /^\s*<(!--|!doctype|html|head|body|script|style|meta|title|table|\?xml)/i,
    "is a web page or XML, not delimited text; perhaps the log-in page of the exporting system",
    "export it again; of Salesforce's two formats choose Comma Delimited .csv, since its Excel format .xls is a web page, too",
  ],
  [/^\s*(\[\s*)?\{\s*["}]/, "is JSON, not delimited text; perhaps an error message of the exporting system", "export it as CSV"],
];

/** NULs at the end that are no damage to a cell any more. */
const BLANK_END = 4000;

/** @throws UserError when a file ends in zeros: whoever wrote it had reserved the place and got no further. */
export function refuseBlankEnd({tail}: Pick<ByteFacts, "tail">, name: string): void {
  if (tail.length >= BLANK_END && /^\0+$/.test(tail))
    throw new UserError(
      `${name}: ends in thousands of NUL bytes; it was not written to its end, or is still being written\n  → download or copy it again`,
    );
}

/** @throws UserError when a file's text is plainly something else than a table. */
export function refuseOtherText(text: string, name: string): void {
  for (const [sign, what, hint] of SIGNS) if (sign.test(text)) throw new UserError(`${name}: ${what}\n  → ${hint}`);
}
