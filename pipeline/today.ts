/** The day of the data. */
import type {Database} from "./db.js";

/** `YYYY-MM-DD` of the moment that everything is judged at, in the configured zone; null when nothing dates the exports. Needs config.settings. */
export async function readToday(db: Database): Promise<string | null> {
  const [settings] = await db.rows<{today: string | null}>(
    "select strftime(timezone(timezone, timezone('UTC', as_of)), '%Y-%m-%d') as today from config.settings",
  );
  return settings?.today ?? null;
}
