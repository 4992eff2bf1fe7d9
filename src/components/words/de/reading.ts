import type {READING_WORDS as ENGLISH} from "../reading.js";

export const READING_WORDS: Record<keyof typeof ENGLISH, string> = {
  read_metrics:
    "{met} von {n} {n|Zahl|Zahlen} mit Ziel {met|erreicht|erreichen} es, jede im genannten Zeitraum; um mehr als Zufall geändert: {list}.",
  read_metrics_same:
    "{met} von {n} {n|Zahl|Zahlen} mit Ziel {met|erreicht|erreichen} es, jede im genannten Zeitraum; keine hat sich um mehr als Zufall geändert.",
  read_metrics_untold: "{met} von {n} {n|Zahl|Zahlen} mit Ziel {met|erreicht|erreichen} es, jede im genannten Zeitraum.",
  read_metrics_met: "Die eine Zahl mit Ziel erreicht es; um mehr als Zufall geändert: {list}.",
  read_metrics_met_same: "Die eine Zahl mit Ziel erreicht es; keine hat sich um mehr als Zufall geändert.",
  read_metrics_met_untold: "Die eine Zahl mit Ziel erreicht es.",
  read_metrics_unmet: "Die eine Zahl mit Ziel erreicht es nicht; um mehr als Zufall geändert: {list}.",
  read_metrics_unmet_same: "Die eine Zahl mit Ziel erreicht es nicht; keine hat sich um mehr als Zufall geändert.",
  read_metrics_unmet_untold: "Die eine Zahl mit Ziel erreicht es nicht.",
  read_metrics_bare: "Keine Zahl wird an einem Ziel gemessen; um mehr als Zufall geändert: {list}.",
  read_metrics_bare_same: "Keine Zahl wird an einem Ziel gemessen; keine hat sich um mehr als Zufall geändert.",
  read_metrics_bare_untold: "Keine Zahl wird an einem Ziel gemessen.",
  read_metrics_not:
    "Eine Änderung im Rahmen des Zufalls ist keine, und eine vorläufige Zahl kann sich noch in beide Richtungen bewegen.",
  read_scorecard: "Zufall herausgerechnet, unterscheiden die Intervalle zwei oder mehr Personen bei: {list}.",
  read_scorecard_same: "Zufall herausgerechnet, unterscheidet keine Spalte zwei Personen.",
  read_scorecard_person: "{name} ({label})",
  read_scorecard_outside: "Ist die Mischung berücksichtigt, liegt jenseits des Zufalls um die Quote aller SDRs: {list}.",
  read_scorecard_inside:
    "Ist auch die Mischung berücksichtigt, liegt hier niemand jenseits des Zufalls um die Quote aller SDRs bei {list}: Leads und AEs können es erklären.",
  read_scorecard_not:
    "Wer bei sich überschneidenden Intervallen höher steht, ist nicht besser, und ein Unterschied kann an den Leads und AEs liegen.",
  read_heat: "Fehlt am häufigsten: {field}, in {missing} von {n} Briefings.",
  read_heat_none: "Kein Feld fehlt.",
  read_heat_not: "Eine einzelne dunkle Zelle bei wenigen Briefings kann Zufall sein, und ein ausgefülltes Feld kann wenig sagen.",
  read_funnel_none: "Für jeden Schritt zu wenige, um etwas zu sagen.",
  read_funnel_not:
    "Wo die meisten verloren gehen, muss nicht sein, wo am meisten zu gewinnen wäre; und Stufen zählen alle, die sie erreichten, wann immer das war.",
  read_funnel_not_month:
    "Wo die meisten verloren gehen, muss nicht sein, wo am meisten zu gewinnen wäre. Balken zählen alle, die so weit kamen; Anteile nur die, die Zeit dazu hatten.",
  read_reach: "Von {n} bei „{first}“ {count|kam|kamen} bisher {count} bis „{last}“.",
  read_steps: "Durch ihre Intervalle unterschieden: {list}.",
  read_steps_same: "Kein Schritt unterscheidet zwei von ihnen.",
  read_steps_not: "Was zwei von ihnen unterscheidet, kann ihre sonstige Zusammensetzung sein; eine Ursache zeigt es nicht.",
  read_losses_not: "Nur die erste verzeichnete Ursache zählt, und manche wurde nie verzeichnet.",
  read_bars: "Am häufigsten: {label}, {count} von {n}.",
  read_bars_none: "Nichts wurde gezählt.",
  shares_rounded: "Die Anteile sind gerundet; zusammen müssen sie kein Ganzes ergeben.",
  read_bars_not: "Wie oft etwas vorkommt, sagt nicht, wie viel es ausmacht.",
  read_run_not:
    "Ein Auf und Ab zwischen den Grenzen bedeutet für sich nichts, und ein Signal sagt, dass sich etwas geändert hat, nicht was.",
  read_plot_not: "Innerhalb der Grenzen bedeutet höher oder niedriger nichts, und außerhalb steht nicht, warum.",
  read_curve_not: "Was hinter dem letzten Tag einer Linie liegt, ist noch nicht bekannt; es ist nicht null.",
  read_focus_not: "Ein Monat mit wenigen Briefings schwankt zufällig; sehen Sie auf den Verlauf, nicht auf einen Punkt.",
  read_answers_not: "Nur wer geantwortet hat, ist gezählt; was die anderen fanden, ist nicht bekannt.",
  read_person: "Über dem Ziel: {above}. Darunter: {below}. Anderes ist vom Ziel nicht zu unterscheiden.",
  read_person_some:
    "Über dem Ziel: {above}. Darunter: {below}. Anderes ist vom Ziel nicht zu unterscheiden oder zu wenig, um etwas zu sagen.",
  read_person_few: "Bisher zu wenig, um etwas am Ziel zu messen.",
  read_person_nobody: "nichts",
  read_person_not:
    "Die Zahlen einer Person folgen auch den Leads, Quellen und Gegenübern; vom Ziel nicht zu unterscheiden heißt nicht, dass es erreicht ist.",
  read_practices: "Von null unterschieden: {list}.",
  read_practices_none: "Keine Linie unterscheidet sich von null.",
  read_practices_not: "Ein Zusammenhang, keine Ursache: Wer auf eine Art übergibt, kann sich auch sonst unterscheiden.",
  read_raters: "{n} von {total} AEs bewerten um mehr als Zufall höher oder niedriger als der durchschnittliche AE.",
  read_raters_not: "Wer streng bewertet, ist kein schlechterer AE: Die bereinigte Zahl rechnet den Unterschied heraus.",
  read_balance: "{n} von {total} Anteilen weichen um mehr als Zufall von dem ab, was zusteht.",
  read_balance_not: "Ein ungleicher Anteil kann einen Grund haben, den kein Export nennt, etwa eine Abwesenheit.",
  read_touches_not: "Wie viele Kontakte es gab, sagt nicht, wie gut sie verliefen; dem Export können welche fehlen.",
  read_usage_not: "Die Nutzung weniger Personen einer Firma folgt auch deren Kalender; für sich ist sie kein Maß für Interesse.",
  read_kept_not: "Wer eine Übergabe zugeteilt hat, ist nicht bekannt: Die Regel kann jemand anderes übergangen haben.",
  read_response: "{n} von {total} AEs {n|antwortete|antworteten} um mehr als Zufall seltener rechtzeitig, als das Ziel verlangt.",
  read_response_not:
    "Eine rechtzeitige Antwort sagt nichts darüber, wie ein AE verkauft, und nach manchem Termin gibt es nichts zu sagen.",
  read_forecast: "Von denen, die weitergehen sollten, {share} taten es ({n} mit abgelaufener Frist).",
  read_forecast_none: "Noch ist bei keiner Vorhersage die Frist um.",
  read_forecast_not: "Die Erwartung kann nachhelfen: Dies zeigt nicht, dass Vorhersagen etwas bewirken.",
  read_fields_not: "Ein Feld, das oft fehlt, muss nicht das wichtigste sein.",
  read_checklist_not: "Unbekannt gilt als nicht erfüllt: Ein niedriger Anteil kann an dem liegen, was die Exporte auslassen.",
  read_score_not: "Es sagt nichts darüber, ob eine Schwelle richtig ist.",
};
