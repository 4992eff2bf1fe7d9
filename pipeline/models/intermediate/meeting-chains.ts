/** One meeting, in the order of slots within its SDR. Times in seconds since 1970. */
export interface ChainRow {
  rowKey: string;
  handoffId: string | null;
  sdrId: string;
  accountId: string | null;
  contactId: string | null;
  opportunityId: string | null;
  status: string | null;
  meetingAt: number;
  /** The slot stands in where the booking is not dated. */
  bookedAt: number;
}

/** A chain as its last slot left it. */
interface Chain {
  firstRowKey: string;
  last: ChainRow;
  /** Counts up with every slot, so that the latest chain can be told. */
  turn: number;
}

const OPEN = new Set<string | null>(["rescheduled", "canceled", "no_show"]);

/**
 * Joins meetings to chains, one SDR after another. A meeting without handoff_id joins the latest chain of the same prospect
 * whose last slot was rescheduled, cancelled or missed, when it was booked at most `window` seconds after that slot.
 * `onJoin` is told each meeting that follows a chain by this rule, with the chain's first meeting.
 */
export function joinChains(window: number, onJoin: (rowKey: string, firstRowKey: string) => void): (row: ChainRow) => void {
  let sdr: string | undefined;
  let turn = 0;
  let byHandoff = new Map<string, Chain>();
  let byProspect = new Map<string, Set<Chain>>();
  return (row) => {
    if (row.sdrId !== sdr) {
      sdr = row.sdrId;
      byHandoff = new Map();
      byProspect = new Map();
    }
    const chain = row.handoffId !== null ? byHandoff.get(row.handoffId) : findOpen(row, window, byProspect);
    const next: Chain = chain ?? {firstRowKey: row.rowKey, last: row, turn: 0};
    if (chain) for (const key of keysOf(chain.last)) byProspect.get(key)?.delete(chain);
    if (chain && row.handoffId === null) onJoin(row.rowKey, chain.firstRowKey);
    next.last = row;
    next.turn = ++turn;
    if (row.handoffId !== null) byHandoff.set(row.handoffId, next);
    // A slot that is not open can be followed by nothing, so it is not kept.
    if (OPEN.has(row.status))
      for (const key of keysOf(row)) (byProspect.get(key) ?? byProspect.set(key, new Set()).get(key)!).add(next);
  };
}

function findOpen(row: ChainRow, window: number, byProspect: ReadonlyMap<string, ReadonlySet<Chain>>): Chain | undefined {
  let latest: Chain | undefined;
  for (const key of keysOf(row)) {
    for (const chain of byProspect.get(key) ?? []) {
      if (
        row.bookedAt <= chain.last.meetingAt + window &&
        isSameProspect(row, chain.last) &&
        (!latest || chain.turn > latest.turn)
      )
        latest = chain;
    }
  }
  return latest;
}

/** The same opportunity where both name one, else the same account and contact, of which at least one is named. */
function isSameProspect(a: ChainRow, b: ChainRow): boolean {
  if (a.opportunityId !== null && b.opportunityId !== null) return a.opportunityId === b.opportunityId;
  return (a.accountId !== null || a.contactId !== null) && a.accountId === b.accountId && a.contactId === b.contactId;
}

function keysOf(row: ChainRow): string[] {
  const keys: string[] = [];
  if (row.opportunityId !== null) keys.push(`opportunity ${row.opportunityId}`);
  if (row.accountId !== null || row.contactId !== null) keys.push(`prospect ${row.accountId ?? ""}|${row.contactId ?? ""}`);
  return keys;
}
