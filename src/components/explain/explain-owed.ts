import type {AeData, AeHandoff, AeTeamData, Manifest, UndecidedHandoff} from "../../../pipeline/contract/datasets.js";
import {ListMeetings} from "./explain-coming.js";
import type {Asked} from "./explain-panel.js";
import {askPlain} from "./explain-plain.js";
import {formatCount} from "../base/format.js";
import type {Ask} from "./told.js";
import {say} from "../words/words.js";

/** The question about how many handoffs wait for an AE, or are no longer asked for; with those that the page knows. */
export function askOwed(
  {title, meaning, n, known = []}: {title: string; meaning: string; n: number; known?: readonly AeHandoff[]},
  manifest: Manifest,
): Asked {
  const asked = askPlain({title, value: formatCount(n), meaning}, manifest);
  if (!known.length) return asked;
  return {...asked, list: () => Promise.resolve(ListMeetings(known, () => say("counts_yes"), manifest, n))};
}

/** The questions about what an AE owes. */
export function listOwedAsks(ae: AeData, manifest: Manifest): Ask[] {
  const {owed, owed_count, undecided, overdue_count, open_count, unrecorded, unrecorded_count, asked_weeks: weeks} = ae;
  const isOverdue = (line: UndecidedHandoff) => line.is_overdue;
  const ask = (key: "owed" | "overdue" | "open" | "unrecorded", n: number, known: readonly AeHandoff[]) => () =>
    askOwed({title: say(`owed_${key}`), meaning: say(`owed_${key}_meaning`, {weeks}), n, known}, manifest);
  return [
    owed_count > 0 && ask("owed", owed_count, owed),
    overdue_count > 0 && ask("overdue", overdue_count, undecided.filter(isOverdue)),
    open_count > 0 &&
      ask(
        "open",
        open_count,
        undecided.filter((line) => !isOverdue(line)),
      ),
    unrecorded_count > 0 && ask("unrecorded", unrecorded_count, unrecorded),
  ];
}

/** The question about what an AE has ahead and owes, all of it. */
export function askAe(row: AeTeamData["aes"][number], manifest: Manifest): Asked {
  return askPlain(
    {
      title: row.name,
      value: say("ae_row_value", {n: formatCount(row.coming)}),
      meaning: say("ae_row_meaning"),
      entries: [
        [say("ae_team_coming"), formatCount(row.coming)],
        [say("ae_team_answers"), formatCount(row.owed_count)],
        [say("ae_team_open"), formatCount(row.open_count)],
        [say("ae_team_overdue"), formatCount(row.overdue_count)],
      ],
    },
    manifest,
  );
}

/** The question about what a team of AEs has ahead and owes, AE by AE. */
export function askAeTeam({aes}: AeTeamData, manifest: Manifest): Asked {
  const sum = (key: "coming" | "owed_count" | "open_count" | "overdue_count") => aes.reduce((total, row) => total + row[key], 0);
  const decisions = sum("open_count") + sum("overdue_count");
  return askPlain(
    {
      title: say("ae_team_table"),
      value: say("ae_row_value", {n: formatCount(sum("coming"))}),
      meaning: say("ae_row_meaning"),
      entries: [
        [say("people_aes"), formatCount(aes.length)],
        [say("ae_team_answers"), formatCount(sum("owed_count"))],
        [say("ae_all_decisions"), formatCount(decisions)],
        [say("ae_team_overdue"), formatCount(sum("overdue_count"))],
        ...aes.map((row) => [row.name, say("ae_row_line", {coming: row.coming, owed: row.owed_count, open: row.open_count + row.overdue_count})] as const),
      ],
    },
    manifest,
  ); // prettier-ignore
}
