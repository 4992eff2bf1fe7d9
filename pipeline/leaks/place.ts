/** Where in a text something stands, in words. */

/** `line 3` of a text, or the path of a document: `rows[2].sdr`, with `(key)` behind it where it is a field's name. */
export function describePlace(bytes: Uint8Array, offset: number, isJson: boolean, isWhole: boolean): string {
  if (isWhole) return "";
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, offset + 1)).toString("latin1");
  if (isJson) return describePath(text, bytes);
  const lines = text.split("\n");
  return lines.length === 1 ? `offset ${offset}` : `line ${lines.length}`;
}

/** Walks a document up to the end of `before`, knowing at each step which field or place of a list it is in. */
function describePath(before: string, bytes: Uint8Array): string {
  const stack: {key: string | number}[] = [];
  let key = "";
  let textFrom = -1;
  for (let i = 0; i < before.length; i++) {
    const sign = before[i];
    if (textFrom >= 0) {
      if (sign === "\\") i += 1;
      else if (sign === '"') {
        const rest = before.slice(i + 1, i + 8).trimStart();
        if (rest[0] === ":" && stack.length > 0 && typeof stack.at(-1)!.key === "string")
          stack.at(-1)!.key = before.slice(textFrom, i).slice(0, 40);
        textFrom = -1;
      }
    } else if (sign === '"') textFrom = i + 1;
    else if (sign === "{") stack.push({key: ""});
    else if (sign === "[") stack.push({key: 0});
    else if (sign === "}" || sign === "]") stack.pop();
    else if (sign === "," && typeof stack.at(-1)?.key === "number") (stack.at(-1)!.key as number) += 1;
  }
  if (textFrom >= 0) {
    const end = bytes.indexOf(34, before.length);
    const rest = Buffer.from(bytes.buffer, bytes.byteOffset + end + 1, Math.max(0, Math.min(8, bytes.length - end - 1))).toString(
      "latin1",
    );
    if (end >= 0 && rest.trimStart().startsWith(":")) {
      // Not its own name, which may be what leaked, and not that of the field before.
      key = " (key)";
      if (typeof stack.at(-1)?.key === "string") stack.at(-1)!.key = "";
    }
  }
  const path = stack.map((level) => (typeof level.key === "number" ? `[${level.key}]` : level.key && `.${level.key}`)).join("");
  return path.replace(/^\./, "").slice(0, 200) + key;
}
