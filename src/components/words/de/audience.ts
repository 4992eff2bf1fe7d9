import type {AUDIENCE_WORDS as ENGLISH} from "../audience.js";

export const AUDIENCE_WORDS: Record<keyof typeof ENGLISH, string> = {
  nav_team: "Mein Team",
  nav_sdr: "Meine Übergaben",
  nav_ae: "Meine Termine",
  nav_ae_team: "Meine AEs",
  team_sums: "Dies ist ein anderes Team: Seine Zahlen sind Summen über mindestens {n} Personen, und niemand wird genannt.",
  team_sums_exec: "Die Zahlen sind Summen über mindestens {n} Personen, und niemand wird genannt.",
  team_hidden: "Von diesem Team wird nichts gezeigt.",
  team_hidden_hint:
    "Hinter seinen Zahlen, oder hinter dem, was sie von denen des Unternehmens übrig ließen, stehen zu wenige: Es ließe sich auf weniger als {n} Personen schließen.",
  company_hidden: "Vom Unternehmen wird nichts gezeigt.",
  company_hidden_hint: "Hinter seinen Zahlen stünden weniger als {n} Personen.",
  person_off: "Zahlen zu einzelnen Personen sind abgeschaltet.",
  person_off_hint:
    "Die Website dieses Unternehmens zeigt Zahlen von Teams und Größerem. Übergaben und ihre Briefings werden aufgeführt, nicht gezählt.",
  ae_team_lead: "{n} {n|AE|AEs}, {coming} {coming|anstehender Termin|anstehende Termine}.",
  ae_team_owed: "{n} {n|Antwort|Antworten} und {all} {all|Entscheidung|Entscheidungen} stehen aus.",
  ae_team_owed_decisions: "Von den Entscheidungen {open|ist|sind} {open} noch in der Frist und {overdue} überfällig.",
  ae_team_clear: "Keine Antwort und keine Entscheidung steht aus.",
  ae_team_table: "AE für AE",
  ae_team_hint:
    "Nach Namen. Gefragt wird nach den letzten sechs Wochen; wie ein AE bewertet, steht auf keiner Seite außer denen von RevOps.",
  ae_team_coming: "Anstehend",
  ae_team_answers: "Antworten offen",
  ae_team_open: "Entscheidungen in der Frist",
  ae_team_overdue: "Entscheidungen überfällig",
  board_choose: "Wessen anstehende Termine?",
};
