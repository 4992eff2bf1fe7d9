import type {Term} from "../terms.js";
import {STATUS_TERMS} from "./terms-status.js";

export const TERMS: readonly Term[] = [
  ...STATUS_TERMS,
  {
    id: "handoff",
    name: "Übergabe (Handoff)",
    meaning:
      "Ein Interessent, den der SDR, der den Termin vereinbart hat, an den AE weitergibt, der ihn führt. Wie oft der Termin auch verschoben wird, es bleibt eine Übergabe; es zählt der erste wahrgenommene Termin, sonst der letzte.",
  },
  {
    id: "sales_development",
    name: "Sales Development (SDR)",
    meaning:
      "Die Arbeit, bevor ein AE dazukommt: Interessenten finden, erste Gespräche führen, qualifizieren, Termine vereinbaren. Wer sie tut, ist SDR.",
  },
  {
    id: "ae",
    name: "Account Executive (AE)",
    meaning:
      "Übernimmt mit dem ersten Termin, findet heraus, was der Interessent braucht, und führt die Opportunity bis zur Entscheidung.",
  },
  {
    id: "sal",
    name: "Sales-Accepted Lead (SAL)",
    meaning: "Eine Übergabe, die der AE angenommen hat. Ein Nein mit Begründung ist auch eine Antwort.",
    metric: "acceptance_rate",
  },
  {
    id: "sql",
    name: "Sales-Qualified Lead (SQL)",
    meaning:
      "Eine Übergabe, die der AE nach dem ersten echten Gespräch als lohnend bestätigt. Woran das zu erkennen ist, sagt die Konfiguration.",
    metric: "meeting_to_sql_rate",
  },
  {
    id: "opportunity",
    name: "Opportunity",
    meaning: "Ein möglicher Verkauf mit Betrag und Phase, angelegt, sobald der AE ihn verfolgt.",
    metric: "sql_to_opportunity_rate",
  },
  {
    id: "ready",
    name: "Bereit",
    meaning:
      "Ein Termin, dessen Übergabe jeden Punkt der Bereitschafts-Checkliste erfüllt; was kein Export sagt, gilt als nicht erfüllt. Was darüber hinausgeht, etwa ein vages Feld, kann sich lohnen und macht keinen Termin unbereit.",
    metric: "readiness_rate",
  },
  {
    id: "lead_scoring",
    name: "Lead-Punktwert",
    meaning: "Punkte dafür, wie gut ein Lead passt und wie viel Interesse er zeigt, damit SDRs wissen, wen sie zuerst anrufen.",
  },
  {
    id: "discovery_call",
    name: "Erstgespräch (Discovery Call)",
    meaning:
      "Der erste Termin, den der AE führt: warum der Interessent etwas ändern will, wer entscheidet, bis wann. Was im Briefing steht, muss nicht noch einmal gefragt werden.",
  },
  {
    id: "bant",
    name: "BANT",
    meaning:
      "Budget, Authority, Need, Timeline: Geld, Befugnis, Bedarf und Zeit. Vier Fragen, die viele SDRs vor der Übergabe klären. Das Briefing stellt alle vier und fragt, wer noch mitredet.",
  },
  {
    id: "msq",
    name: "Mindestqualifizierung (MSQ)",
    meaning:
      "Was gelten muss, bevor ein Termin übergeben wird: Die Firma passt, der Kontakt redet mit, ein Bedarf ist benannt, es gibt ein Datum, und der Termin ist zugesagt.",
  },
  {
    id: "booking_rate",
    name: "Terminquote",
    meaning: "Wie viele Termine aus den Gesprächen eines SDR entstehen.",
    metric: "meeting_booking_rate",
  },
  {
    id: "qualification_rate",
    name: "Qualifizierungsquote",
    meaning: "Wie viele der bearbeiteten Leads einen Termin wert sind.",
    metric: "lead_qualification_rate",
  },
  {
    id: "brief",
    name: "Briefing",
    meaning:
      "Was der SDR für den AE aufschreibt: die Firma, den Kontakt, Bedarf und Zeitplan, wer entscheidet, was bisher gesagt wurde und womit zu beginnen ist.",
    metric: "documentation_completeness",
  },
  {
    id: "champion",
    name: "Champion",
    meaning: "Jemand beim Interessenten, der den Kauf will und für ihn spricht, wenn von uns niemand im Raum ist.",
  },
  {
    id: "economic_buyer",
    name: "Budgetentscheider (Economic Buyer)",
    meaning: "Die Person, die das Geld freigeben kann und das letzte Wort darüber hat.",
  },
  {
    id: "in_flight",
    name: "In der Schwebe",
    meaning:
      "Noch weder als Erfolg noch als Misserfolg gezählt: Die Zeit ist nicht um, oder der Export, der es zeigen würde, ist älter als die Frist.",
  },
  {
    id: "provisional",
    name: "Vorläufig",
    meaning: "Einiges ist noch in der Schwebe, die Zahl kann sich also ändern. Ein hohler Punkt sagt dasselbe.",
  },
  {
    id: "interval",
    name: "Intervall",
    meaning:
      "Der Bereich, in dem die wahre Quote plausibel liegt, da nur wenige gezählt wurden: Neun von zehn solchen Bereichen enthalten sie. Zwei Zahlen, deren Bereiche sich weit überschneiden, lassen sich nicht unterscheiden.",
  },
  {
    id: "as_counted",
    name: "Wie gezählt",
    meaning:
      "Die einfache Zahl einer Person: Treffer von Fällen oder ein einfacher Mittelwert, auf eigenen Seiten, 1:1-Blättern und in Listen. Anders fällt die Zahl derselben Person aus, wo ein Kopf sagt, dass Zufall herausgerechnet ist oder AEs oder Mischung berücksichtigt sind.",
  },
  {
    id: "shrunk",
    name: "Zufall herausgerechnet",
    meaning:
      "Die Quote einer Person, zu dem hingezogen, was bei denselben Quellen üblich ist, umso mehr, je weniger gezählt wurde: damit zwei glückliche Termine nicht wie ein Talent aussehen. In der Statistik heißt das geglättet; in den Übersichten der Teams steht sie so.",
  },
  {
    id: "adjusted",
    name: "AEs berücksichtigt",
    meaning:
      "Eine Bewertung ohne das, was jeder AE gewöhnlich gibt, damit ein strenger Maßstab nicht gegen einen SDR zählt. In der Statistik heißt das bereinigt; in den Übersichten der Teams steht sie so.",
    metric: "adjusted_quality_score",
  },
  {
    id: "mix_allowed",
    name: "Mischung berücksichtigt",
    meaning:
      "Die Quote aller SDRs und dazu, wie weit die einer Person von dem entfernt ist, was andere mit denselben Quellen, Segmenten und AEs hatten: damit schwierige Leads nicht wie schlechte Arbeit aussehen. Trichterdiagramme zeigen sie.",
  },
  {
    id: "mix",
    name: "Mischung",
    meaning: "Welche Quellen, Segmente und AEs die Übergaben einer Person hatten: was im Durchschnitt daraus geworden wäre.",
  },
  {
    id: "focus",
    name: "Schwerpunkt",
    meaning:
      "Die eine Gewohnheit, an der bis zum nächsten Blick gearbeitet wird: gewählt danach, wie groß ihr Abstand ist, wie oft sie gefragt ist und wie sie mit einem SQL einhergeht.",
  },
  {
    id: "rotation",
    name: "Rotation",
    meaning: "Die AEs, die die Übergaben eines Gebiets reihum übernehmen, wie die Zuteilungsregel sie nennt.",
  },
  {
    id: "not_disclosed",
    name: "Gefragt, keine Auskunft",
    meaning:
      "Der SDR hat gefragt, und der Interessent wollte es nicht sagen. Es zählt als ausgefüllt, denn der AE weiß, woran er ist.",
  },
  {
    id: "no_show",
    name: "Nicht erschienen (No-Show)",
    meaning: "Ein Termin, zu dem der Interessent nicht kam und den niemand verschoben hat. Er zählt als nicht wahrgenommen.",
    metric: "show_rate",
  },
  {
    id: "our_side",
    name: "Von uns versäumt",
    meaning: "Ein Termin, den wir selbst abgesagt oder versäumt haben. Er ist in keiner Quote und wird gesondert gezählt.",
  },
];
