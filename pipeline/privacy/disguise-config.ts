/** People whom the configuration names, as pseudonyms name them. */
import type {ConfigValues} from "../config-schema.js";
import {makeUp} from "./made-up.js";

type Named = Pick<ConfigValues, "teams" | "exemplars" | "routing" | "links">;

/** The parts that name people by id or address, with made-up ones; a link to a record would tell its id. */
export function disguiseConfig({teams, exemplars, routing}: Named, salt: string): Named {
  const made = makeUp(salt);
  const call = (who: string) => (who.includes("@") ? made.mail(who) : made.id(who));
  return {
    teams: teams.map((team) => ({...team, ...(team.manager && {manager: call(team.manager)}), members: team.members.map(call)})),
    exemplars: exemplars === "all" ? exemplars : exemplars.map(call),
    routing: routing.map((rule) => ({...rule, aes: rule.aes.map(call)})),
    links: {},
  };
}
