import {writeDay} from "./calendar.js";
import type {Company} from "./company.js";
import {QUALITY_EFFECTS} from "./make/feedback.js";
import {SHOW_EFFECTS} from "./make/meetings.js";
import {SQL_EFFECTS} from "./make/decisions.js";

/** What the data was made from. Only tests may read it; the pipeline must find it out. */
export function writeTruth(company: Company): string {
  const {staff, options} = company;
  const truth = {
    options,
    sdrs: staff.sdrs.map((sdr) => ({
      id: sdr.id,
      habit: sdr.habit,
      show_skill: sdr.showSkill,
      sql_skill: sdr.sqlSkill,
      quality_skill: sdr.qualitySkill,
      started_on: writeDay(sdr.startedOn),
      focus: sdr.focus
        ? {
            behaviour: sdr.focus.behaviour,
            agreed_on: writeDay(sdr.focus.agreedOn),
            status: sdr.focus.status,
            worked: sdr.focus.worked,
          }
        : null,
    })),
    aes: staff.aes.map((ae) => ({id: ae.id, severity: ae.severity, leniency: ae.leniency})),
    effects: {show_logit: SHOW_EFFECTS, sql_logit: SQL_EFFECTS, quality_points: QUALITY_EFFECTS},
    routing: {
      stuck_territory: "UK & Nordics Mid-Market",
      against_the_rule: company.chains.filter((chain) => chain.ae !== chain.ruleAe).length,
    },
  };
  return `${JSON.stringify(truth, null, 2)}\n`;
}
