import type {HOW_TO_READ_WORDS as ENGLISH} from "../how-to-read.js";

export const HOW_TO_READ_WORDS: Record<keyof typeof ENGLISH, string> = {
  read_here_lead: "Fünf Minuten: was jedes Zeichen sagt, was eine Zahl nicht sagt und wo was zu finden ist.",
  read_here_sample: "Die Zeichen unten sind Beispiele; keines ist eine Zahl von {company}.",
  read_here_marks: "Ungewissheit, überall gleich gezeichnet",
  read_here_dot: "Wert, Intervall, Ziel",
  read_here_dot_means:
    "Der Punkt ist, was gezählt wurde; die Linie, wie weit Zufall allein ihn verschoben haben kann (in neun von zehn Fällen liegt die wahre Quote auf ihr); der Strich das Ziel.",
  read_here_few_cases: "Derselbe Wert bei wenigen Fällen",
  read_here_few_cases_means: "Die Linie ist länger und reicht bis zum Ziel: bei so wenigen vom Ziel nicht zu unterscheiden.",
  read_here_hollow: "Vorläufig",
  read_here_hollow_means:
    "Ein hohler Punkt: Bei einigen ist die Frist nicht um, sie sind in der Schwebe, und die Zahl kann sich noch ändern.",
  read_here_none: "Zu wenige",
  read_here_none_means: "Kein Punkt: weniger als {n} Fälle, von denen ein weiterer alles ändern würde.",
  read_here_difference: "Ein Unterschied",
  read_here_difference_means:
    "Um einen Strich bei null. Wo die Linie den Strich kreuzt, ist der Punkt hohl, und nichts lässt sich unterscheiden.",
  read_here_months: "Zwölf Monate",
  read_here_months_means:
    "Eine Linie, und ein Punkt, wo die Zahl daneben von diesem Monat ist; die Haarlinie ist das Ziel, eine Lücke ein Monat ohne Wert.",
  read_here_status: "Status: eine Form und ein Wort",
  read_here_exceeds_means:
    "Mit Abstand über dem Ziel (2,5 % davon, wenn nichts anderes eingestellt ist); der Wert allein entscheidet.",
  read_here_on_track_means: "Auf dem Ziel.",
  read_here_improving_means:
    "Darunter, und um einen Schritt, der zählt, näher daran als im Vormonat (2 % des Ziels, wenn nichts anderes eingestellt ist).",
  read_here_slipping_means: "Darunter, und weiter weg als im Vormonat, um mehr als Zufall.",
  read_here_off_track_means: "Darunter, und im Vormonat etwa ebenso weit weg.",
  read_here_too_few_means: "Noch lässt sich nichts sagen.",
  read_here_held_means: "Ein Kreuz: nach dem Wert allein, das Intervall enthält das Ziel noch; es kann Zufall sein.",
  read_here_person_means: "Bei einer Person steht nur, ob sie über dem Ziel, darunter oder davon nicht zu unterscheiden ist.",
  read_here_brief: "Das Briefing einer Übergabe",
  read_here_squares: "Ein Quadrat je Feld",
  read_here_squares_means: "Voll: bei Beginn des Termins ausgefüllt. Halb: gefragt, keine Auskunft. Nur der Rahmen: fehlt.",
  read_here_numbers: "Drücken Sie auf eine Zahl",
  read_here_numbers_1:
    "Jede unterstrichene Zahl öffnet sich: was sie zählt und was nicht, die Datensätze dahinter und wie sie berechnet wird. Stimmt einer davon nicht, sagen Sie es dort.",
  read_here_numbers_2:
    "Unter jeder Darstellung steht, was daraus zu schließen ist, und in Grau, was nicht. „Im Rahmen des Zufalls“ heißt, dass Zufall allein eine solche Änderung oft hervorbringt.",
  read_here_numbers_3:
    "Listen von Personen sind nach Namen geordnet, solange Sie sie nicht anders ordnen. Die Reihenfolge sagt nichts: Wo Intervalle sich überschneiden, ist weiter oben nicht besser.",
  read_here_ways: "Wo was zu finden ist",
};
