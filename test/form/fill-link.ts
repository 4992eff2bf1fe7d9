import type {FormPlaceholder} from "../../pipeline/contract/form.js";
import {openDatabase, quoteText} from "../../pipeline/db.js";
import {writeFormLink} from "../../pipeline/publish/form-link.js";

/** A form's address filled in by DuckDB, as it is published. */
export async function fillFormLink(
  template: string | undefined,
  values: Partial<Record<FormPlaceholder, string | null>>,
): Promise<string | null> {
  const columns = Object.entries(values).map(([name, value]) => [name, value === null ? "null::text" : quoteText(value!)]);
  const db = await openDatabase();
  try {
    const [row] = await db.rows<{link: string | null}>(`select ${writeFormLink(template, Object.fromEntries(columns))} as link`);
    return row!.link;
  } finally {
    db.close();
  }
}
