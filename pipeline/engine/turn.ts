/** One build at a time in one database of a server: a table there says who is at work. */
import {describeHolder, isAlive, LockedError, type Holder} from "../lock.js";
import type {Client} from "./client.js";
import {placeOf, sayMadeBy, writeComment, writeDrop, writeMark, writeRename, type Layout} from "./layout.js";
import {readStanding} from "./standing.js";
import {quoteLiteral} from "./value.js";

/** The table; it is of no schema of ours. */
export const TURN = "build_lock";
/** So often a build says that it is still at work; one that has not for so many minutes is taken for dead. */
const SIGN_MS = 60_000;
const DEAD_MINUTES = 10;

/**
 * Takes the turn; that of a process of this machine that is gone is taken over at once, that of another machine once it has given no sign for
 * ten minutes, by the server's clock.
 * @returns what gives it back
 * @throws LockedError naming who has it, and since when
 */
export async function takeTurn(client: Client, layout: Layout): Promise<() => Promise<void>> {
  const own = describeHolder();
  const write = (signs: number) => `${sayMadeBy(layout)}; ${JSON.stringify({...own, signs})}`;
  if (!(await tryMake(client, layout, write(0)))) {
    await takeAway(client, layout);
    if (!(await tryMake(client, layout, write(0)))) throw describe(layout, await readHolder(client, layout));
  }
  let signs = 0;
  // A sign that is lost is followed by the next.
  const timer = setInterval(() => void client.command(writeComment(layout, TURN, write(++signs))).catch(() => undefined), SIGN_MS); // prettier-ignore
  timer.unref();
  return async () => {
    clearInterval(timer);
    if (isSame(await readHolder(client, layout), own)) await client.command(writeDrop(layout, TURN));
  };
}

async function tryMake(client: Client, layout: Layout, comment: string): Promise<boolean> {
  try {
    await client.command(writeMark(layout, TURN, comment));
    return true;
  } catch (error) {
    if (/\bCode: 57\b/.test((error as Error).message)) return false;
    throw error;
  }
}

async function readHolder(client: Client, layout: Layout, table = TURN): Promise<Holder | undefined> {
  const comment = await readStanding(client, layout, table);
  return comment === undefined ? undefined : (JSON.parse(comment.slice(comment.indexOf("{"))) as Holder);
}

const isSame = (one: Holder | undefined, other: Holder): boolean =>
  one?.host === other.host && one.pid === other.pid && one.since === other.since;

/** Takes the turn from who is gone. @throws LockedError where nobody is */
async function takeAway(client: Client, layout: Layout): Promise<void> {
  const holder = await readHolder(client, layout);
  if (!holder) return;
  const {data} = await client.query(
    `SELECT dateDiff('minute', metadata_modification_time, now()) FROM system.tables WHERE database = ${quoteLiteral(layout.database)} AND name = ${quoteLiteral(TURN)}`,
  );
  if (isAlive(holder) && Number(data[0]?.[0] ?? 0) < DEAD_MINUTES) throw describe(layout, holder);
  const grave = `${TURN}_${process.pid}`;
  await client.command(writeDrop(layout, grave));
  await client.command(writeRename(layout, TURN, grave));
  // Should another build have taken it meanwhile, that one gets it back.
  if (isSame(await readHolder(client, layout, grave), holder)) return client.command(writeDrop(layout, grave));
  await client.command(writeRename(layout, grave, TURN));
  throw describe(layout, await readHolder(client, layout));
}

function describe(layout: Layout, holder: Holder | undefined): LockedError {
  const who = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : "it has just begun";
  return new LockedError(
    `engine: ${placeOf(layout, TURN)}: another build is at work in this database (${who})\n  → wait until it has finished, or name another database under engine.clickhouse.database; one whose machine has stopped is passed over ${DEAD_MINUTES} minutes after its last sign of life`,
  );
}
