import type {Grammar} from "../grammar.js";

/** The singular of what metrics and pages count, where it is not the plural itself. */
const ONE: Readonly<Record<string, string>> = {
  Übergaben: "Übergabe",
  "angenommene Übergaben": "angenommene Übergabe",
  "zugeteilte Übergaben": "zugeteilte Übergabe",
  "Übergaben mit Regel": "Übergabe mit Regel",
  Termine: "Termin",
  "wahrgenommene Termine": "wahrgenommener Termin",
  SQLs: "SQL",
  Opportunities: "Opportunity",
  "gewonnene Opportunities": "gewonnene Opportunity",
  Antworten: "Antwort",
  Bewertungen: "Bewertung",
  "vollständige Briefings": "vollständiges Briefing",
  Briefings: "Briefing",
  Gespräche: "Gespräch",
  Leads: "Lead",
  "bearbeitete Leads": "bearbeiteter Lead",
  Fälle: "Fall",
};

export const GRAMMAR: Grammar = {
  language: "de",
  locale: "de-DE",
  money: {bn: "Mrd.", M: "Mio.", k: "Tsd."},
  hours: "h",
  days: "Tage",
  nameOne: (counted) => ONE[counted] ?? counted,
  // A noun keeps its capital.
  withinSentence: (label) => label,
};
