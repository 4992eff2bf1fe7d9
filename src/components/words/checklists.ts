/** The catalogue's part for the checklists, and for how answers were taken in. */
export const CHECKLIST_WORDS = {
  checklist_qualification: "Qualification, criterion by criterion",
  checklist_readiness: "Readiness, item by item",
  checklist_hint:
    "All {n} handoffs whose meeting was held or missed, as things stood when the meeting began. What no export tells is unknown, and not met.",
  checklist_lead: "{met} of {n} {n|handoff|handoffs} ({share}, {interval}) met every one of the {items}.",
  checklist_compare:
    "Meeting every one goes with {first} of {n1} held {n1|meeting|meetings} becoming an SQL{window}, against {second} of {n2} others.",
  checklist_difference:
    "That is a difference of {points} points ({lower} to {upper}); an association, which need not be the cause.",
  checklist_too_few: "Too few meetings to compare those that met every one with the others.",
  criterion: "Criterion",
  criterion_group: "Part",
  bant: "BANT",
  bant_hint: "Budget, authority, need, timeline",
  met: "Met",
  not_met: "Not met",
  unknown: "Unknown",
  all_met: "Met all",
  by_team_and_sdr: "By team and SDR",
  scope: "Of",
  team: "Team",
  answers_taken: "How answers found their handoff",
  how_handoff_id: "by the handoff's or meeting's id",
  how_ae_account_day: "by AE, account and day",
  how_ae_similar_account_day: "by AE, day and an account's name that differs in legal form or punctuation only",
  how_several_fit: "left out: several handoffs fit",
  how_unknown_handoff: "left out: names a handoff that no export has",
  how_none_fits: "left out: no handoff fits",
  answered_outcomes:
    "{n} past {n|meeting|meetings} that the CRM left open {n|was|were} closed by the AE's answer to whether the prospect showed up: {list}.",
  answered_yes: "{n} held",
  answered_no: "{n} no-show",
  answered_rescheduled: "{n} rescheduled",
} as const;
