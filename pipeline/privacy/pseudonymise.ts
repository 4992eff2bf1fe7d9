import type {Database} from "../db.js";

export async function pseudonymise(db: Database, salt: string): Promise<void> {
  await db.run(`select '${salt}'`);
}
