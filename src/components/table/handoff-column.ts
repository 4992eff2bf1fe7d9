import {BriefLink} from "../frame/brief-link.js";
import type {Column} from "./data-table.js";
import {say} from "../words/words.js";

/** What a table of handoffs names each by: its account, and the way to its brief. */
export function handoffColumn<Row extends {handoff_id: string; account: string | null}>(): Column<Row> {
  return {
    key: "account",
    label: say("account"),
    value: ({account, handoff_id}) => account ?? handoff_id,
    cell: ({account, handoff_id}) => BriefLink(handoff_id, account ?? handoff_id),
    isName: true,
  };
}
