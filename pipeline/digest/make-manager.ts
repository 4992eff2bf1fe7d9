/** A manager's mail: the own teams' SDRs and AEs by name, and nobody else's. */
import {describeQueueLine, formatSure} from "../../src/components/people/coaching-queue.js";
import {formatCount} from "../../src/components/base/format.js";
import {say} from "../../src/components/words/words.js";
import type {ComingMeeting} from "../contract/datasets.js";
import type {Team} from "../publish/ground.js";
import {makeHeadlines} from "../publish/headline.js";
import {countOwed, isAeNow} from "./make-ae.js";
import {isSdrNow, writeVerdicts} from "./make-sdr.js";
import {isTeamOnly, makePart, writeChanges, writeComing} from "./parts.js";
import type {Stock} from "./read.js";
import type {DigestLine, DigestPart} from "./types.js";

/** @param teams those of the manager, one at least */
export function makeManagerParts(teams: readonly Team[], stock: Stock): DigestPart[] {
  const {ground, desk, coaching, coming, askedWeeks} = stock;
  const names = new Set(teams.map(({team}) => team));
  const members = ground.people.filter(
    (person) => person.is_current && person.is_known && person.team !== null && names.has(person.team),
  );
  const sdrs = members.filter((person) => isSdrNow(person, stock));
  const aes = members.filter((person) => isAeNow(person, stock));
  const isOff = isTeamOnly(ground);
  // A team of few is as good as a person.
  const isTold = (team: string) => !isOff || sdrs.filter((person) => person.team === team).length >= ground.config.publish.min_people; // prettier-ignore
  const changes = teams
    .filter(({team}) => isTold(team))
    .flatMap(
      ({team, team_name}) =>
    makeHeadlines(ground.metrics, "team", team).flatMap(({latest, is_change_signal}) => latest && is_change_signal ? [{row: latest, ...(teams.length > 1 && {team: team_name})}] : []), // prettier-ignore
    );
  const verdicts = (isOff ? [] : sdrs).flatMap((person) =>
    writeVerdicts(coaching.of(person)).map(({text}) => ({text: `${person.name}: ${text}`})),
  );
  const [first] = coaching.queueOf(sdrs);
  const meetings = new Map<string, ComingMeeting>();
  for (const own of [...teams.flatMap(({team}) => coming.ofTeam(team)), ...aes.flatMap(({person_id}) => coming.ofAe(person_id))]) meetings.set(own.handoff_id, own); // prettier-ignore
  const between = ({sdr, ae}: ComingMeeting) => say("digest_between", {sdr: sdr ?? say("unnamed"), ae: ae ?? say("unnamed")});
  const ahead = [...meetings.values()].sort((a, b) => (a.meeting_at < b.meeting_at ? -1 : 1));
  const owed = [...writeAwaited(stock, names, askedWeeks), ...(isOff ? [] : aes).flatMap((person): DigestLine[] => {
    const {answers, decisions} = countOwed(stock.aeOf(person));
    return answers + decisions > 0 ? [{text: say("digest_owed_by", {name: person.name, answers: formatCount(answers), decisions: formatCount(decisions)})}] : [];
  })]; // prettier-ignore
  return [
    makePart("digest_changed", [...writeChanges(changes, desk), ...verdicts], say("digest_changed_none")),
    ...(sdrs.length > 0 && !isOff
      ? [
          {
            title: say("digest_focus"),
            lines: [
              first
                ? {
                    text: say("digest_focus_talk", {name: first.name}),
                    under: [
                      describeQueueLine(first),
                      ...(first.sure === null ? [] : [say("queue_sure_one", {sure: formatSure(first.sure)})]),
                      say("focus_how", {practice: first.practice}),
                    ],
                  }
                : {text: say("digest_focus_none_manager")},
            ],
          },
        ]
      : []),
    makePart("digest_coming", writeComing(ahead, desk, between), say("digest_coming_none")),
    makePart("digest_owed", owed, say("digest_owed_none")),
  ];
}

/** Answers that the teams' SDRs wait for, by number: who owes them is their own manager's to know. */
function writeAwaited({awaited}: Stock, teams: ReadonlySet<string>, weeks: number): DigestLine[] {
  const own = awaited.filter(({team}) => team !== null && teams.has(team));
  return own.length > 0 ? [{text: say("digest_awaited_team", {n: formatCount(own.length), weeks})}] : [];
}
