import type {Database} from "../db.js";
import type {Problem} from "../errors.js";
export async function resolveReferences(_db: Database): Promise<Problem[]> { return []; }
