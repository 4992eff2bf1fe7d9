import type {CHECKLIST_WORDS as ENGLISH} from "../checklists.js";

export const CHECKLIST_WORDS: Record<keyof typeof ENGLISH, string> = {
  checklist_qualification: "Qualifizierung, Kriterium für Kriterium",
  checklist_readiness: "Bereitschaft, Punkt für Punkt",
  checklist_hint:
    "Alle {n} Übergaben, deren Termin wahrgenommen oder versäumt wurde, so wie es bei Beginn des Termins stand. Was kein Export sagt, ist unbekannt und gilt als nicht erfüllt.",
  checklist_lead: "{met} von {n} {n|Übergabe|Übergaben} ({share}, {interval}) {met|erfüllte|erfüllten} alle {items} Punkte.",
  checklist_compare:
    "Wo alle erfüllt waren, {first|wurde|wurden} {first} von {n1} {n1|wahrgenommenen Termin|wahrgenommenen Terminen} zum SQL{window}, bei den übrigen {second} von {n2}.",
  checklist_difference:
    "Das ist ein Unterschied von {points} Punkten ({lower} bis {upper}); ein Zusammenhang, der nicht die Ursache sein muss.",
  checklist_too_few: "Zu wenige Termine, um die mit allen Punkten mit den übrigen zu vergleichen.",
  criterion: "Kriterium",
  criterion_group: "Teil",
  bant: "BANT",
  bant_hint: "Budget, Befugnis, Bedarf, Zeitplan",
  met: "Erfüllt",
  not_met: "Nicht erfüllt",
  unknown: "Unbekannt",
  all_met: "Alle erfüllt",
  by_team_and_sdr: "Nach Team und SDR",
  scope: "Von",
  team: "Team",
  answers_taken: "Wie Antworten zu ihrer Übergabe fanden",
  how_handoff_id: "über die Id der Übergabe oder des Termins",
  how_ae_account_day: "über AE, Firma und Tag",
  how_ae_similar_account_day: "über AE, Tag und einen Firmennamen, der sich nur in Rechtsform oder Zeichensetzung unterscheidet",
  how_several_fit: "ausgelassen: mehrere Übergaben passen",
  how_unknown_handoff: "ausgelassen: nennt eine Übergabe, die in keinem Export steht",
  how_none_fits: "ausgelassen: keine Übergabe passt",
  answered_outcomes:
    "{n} {n|vergangener Termin, den|vergangene Termine, die} das CRM offen ließ, {n|wurde|wurden} durch die Antwort des AE geschlossen, ob der Interessent erschien: {list}.",
  answered_yes: "{n} wahrgenommen",
  answered_no: "{n} nicht erschienen",
  answered_rescheduled: "{n} verschoben",
};
