import type {Term} from "../terms.js";

export const STATUS_TERMS: readonly Term[] = [
  {
    id: "exceeds",
    name: "Übertroffen",
    meaning:
      "Die Zahl eines Teams oder des Unternehmens liegt mit Abstand über ihrem Ziel: um 2,5 % des Ziels, wenn nichts anderes eingestellt ist, oder um den halben Weg vom Ziel zum Bestmöglichen, je nachdem, was weniger ist. Es entscheidet der Wert allein, nicht sein Intervall: Enthält es das Ziel noch, steht das daneben, und der Zufall kann den Wert gehoben haben.",
  },
  {
    id: "on_track",
    name: "Auf Kurs",
    meaning:
      "Die Zahl eines Teams oder des Unternehmens liegt auf ihrem Ziel oder darüber, um weniger, als es zum Übertreffen braucht. Es entscheidet der Wert allein.",
  },
  {
    id: "improving",
    name: "Im Aufwind",
    meaning: "Unter dem Ziel, und besser als im Zeitraum davor, mindestens um den Schritt, den die Konfiguration nennt.",
  },
  {
    id: "slipping",
    name: "Nachlassend",
    meaning: "Unter dem Ziel, und schlechter als im Zeitraum davor, um mehr als Zufall.",
  },
  {id: "off_track", name: "Nicht auf Kurs", meaning: "Unter dem Ziel, und weder im Aufwind noch nachlassend."},
  {
    id: "too_few",
    name: "Zu wenige",
    meaning:
      "Es sind weniger bekannt, als eine Zahl braucht, um etwas zu bedeuten; min_n in der Konfiguration sagt, wie viele. Es steht keine Zahl.",
  },
  {
    id: "no_target",
    name: "Kein Ziel",
    meaning: "Niemand hat ein Ziel gesetzt, oder die Konfiguration hat die Ziele noch nicht bestätigt; nichts wird beurteilt.",
  },
  {
    id: "above_target",
    name: "Über dem Ziel",
    meaning:
      "Bei einer Person: Das ganze Intervall liegt auf der besseren Seite des Ziels, wie gezählt und auch, wenn Zufall oder AEs berücksichtigt sind.",
  },
  {
    id: "below_target",
    name: "Unter dem Ziel",
    meaning:
      "Bei einer Person: Das ganze Intervall liegt auf der schlechteren Seite des Ziels, wie gezählt und auch, wenn Zufall oder AEs berücksichtigt sind.",
  },
  {
    id: "not_separable",
    name: "Vom Ziel nicht zu unterscheiden",
    meaning:
      "Bei einer Person: Das Ziel liegt im Intervall, wie gezählt oder wenn Zufall oder AEs berücksichtigt sind. So wenige Fälle sagen nicht, ob die Person darüber oder darunter liegt.",
  },
  {
    id: "signal",
    name: "Mehr als Zufall",
    meaning:
      "Eine Änderung seit dem Zeitraum davor, wie sie Zufall allein selten hervorbringt; die beiden Zahlen lassen sich unterscheiden.",
  },
  {
    id: "judged_late",
    name: "Spät beurteilt",
    meaning:
      "Ein Briefing, das kein Export und kein Änderungsverlauf vor dem Termin zeigt. Beurteilt wird, was danach zuerst zu sehen war, sodass später Ergänztes zählen kann.",
  },
  {
    id: "merged",
    name: "Zusammengeführt",
    meaning: "Eine Zeile über einen Datensatz, von dem auch eine andere erzählt; die beiden zählen als einer.",
  },
  {
    id: "rejected",
    name: "Abgewiesen",
    meaning:
      "Eine Zeile, die fehlt, weil ihr Schlüssel oder eine unentbehrliche Zelle leer ist. Der Zustand der Daten führt jede auf.",
  },
  {
    id: "set_aside",
    name: "Beiseitegelegt",
    meaning:
      "Eine Zeile, die kein Datensatz der gefragten Art ist, etwa eine andere Art von Aufgabe oder die Summe unter einem Bericht. Damit geht nichts verloren.",
  },
];
