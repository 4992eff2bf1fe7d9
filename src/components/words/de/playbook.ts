import type {PLAYBOOK_WORDS as ENGLISH} from "../playbook.js";

export const PLAYBOOK_WORDS: Record<keyof typeof ENGLISH, string> = {
  playbook_lead:
    "Nach einer guten Übergabe macht der AE dort weiter, wo der SDR aufgehört hat: Der Interessent erzählt nichts zweimal. Nach einer schlechten kommen ein Name und eine Uhrzeit an, und die erste Hälfte des Termins fragt, was schon bekannt war.",
  playbook_also:
    "Sie sagt nicht nur, worüber gesprochen wurde, sondern wie es ankam: was Interesse geweckt hat, was Zweifel, und was offen blieb.",
  playbook_two: "Derselbe Termin, auf zwei Arten übergeben",
  playbook_good: "Macht weiter, wo der SDR aufhörte",
  playbook_poor: "Fängt von vorn an",
  playbook_pair_pain: "Wo es hakt, und was es kostet",
  playbook_pain_good:
    "Ein Problem in den eigenen Worten des Interessenten, mit einer Zahl dahinter, sodass der AE nach den Gründen fragen kann.",
  playbook_pain_poor: "„Will effizienter werden“: gilt für alle, also muss der AE es herausfinden.",
  playbook_pair_people: "Wer mitredet",
  playbook_people_good:
    "Champion, Budgetentscheider und technische Prüfung mit Namen und Rolle, und wer ein Gespräch zugesagt hat.",
  playbook_people_poor: "Ein einziger Kontakt; wer unterschreibt, ist im dritten Monat eine Überraschung.",
  playbook_pair_time: "Wann, und warum dann",
  playbook_time_good: "Ein Datum mit seinem Grund: ein Vertrag, der ausläuft, ein Budget, das schließt, ein Start.",
  playbook_time_poor: "„Dieses Jahr“, oder nichts; der Termin wird vorbereitet, als wäre es eilig, oder als wäre es das nicht.",
  playbook_pair_now: "Was es heute gibt",
  playbook_now_good: "Wie es heute gemacht wird, was damit nicht geht, und wer sonst in Betracht kommt.",
  playbook_now_poor: "Nicht gefragt; der AE zeigt, was der Interessent schon hat.",
  playbook_pair_said: "Wie es ankam",
  playbook_said_good: "Einwände, Reizthemen und Gesprächsstil, mit dem Moment, in dem sie aufkamen.",
  playbook_said_poor: "Eine Liste von Anrufen und Mails ohne das, was darin gesagt wurde.",
  playbook_pair_ready: "Wie es ankommt",
  playbook_ready_good:
    "Briefing einen Tag vorher vollständig, Einladung angenommen, fünf Minuten Gespräch für das, was in kein Feld passt.",
  playbook_ready_poor: "Notizen, geschrieben, nachdem der AE schon mit ihnen gesprochen hatte.",
  whole_brief: "Ein ganzes Briefing",
  whole_brief_hint:
    "Wie es ein AE bekam, Teil für Teil. Namen, Firmen und Kontaktdaten sind herausgenommen, ebenso Teile, die ohne sie nichts sagen.",
  playbook_fields: "Feld für Feld",
  playbook_fields_hint:
    "Wofür jeder Teil da ist, die Frage, die ihn bringt, und wie andere ihn geschrieben haben. Namen, Firmen und Kontaktdaten sind herausgenommen.",
  playbook_others: "Über die Felder hinaus",
  playbook_others_hint:
    "Was in keinem Feld des Briefings steht, und was dafür in den nächsten Gesprächen zu tun ist. 1:1s zählen es, soweit die Exporte es hergeben.",
  playbook_ask: "Fragen Sie: „{question}“",
  playbook_required: "Pflicht",
  playbook_exemplar: "{month}{motion}{rating}{sql}",
  playbook_motion: ", {motion}",
  playbook_rating: ", Übergabe vom AE mit {rating} bewertet",
  playbook_sql: ", wurde zum SQL",
  playbook_no_exemplar: "Noch kann hier kein Auszug derer stehen, die zugestimmt haben.",
  playbook_nobody:
    "Briefings anderer werden nicht gezeigt: Noch hat niemand zugestimmt. Wer es tut, steht unter „exemplars“ in baton.config.yaml, mit Id oder E-Mail-Adresse, oder alle: „exemplars: [ID, ID]“.",
  playbook_authors: "{n} {n|SDR hat|SDRs haben} zugestimmt, dass Auszüge ihrer Briefings hier stehen.",
  playbook_not: "Ein Auszug zeigt, wie sich ein Feld schreiben lässt; dass die Übergabe gut lief, hat auch andere Gründe.",
  playbook_for_pain_primary:
    "Gibt dem Termin sein Thema. Sagen Sie, was geschieht, wie oft und was es kostet; das eigene Produkt lassen Sie weg.",
  playbook_for_pain_secondary:
    "Ein zweiter Grund hält das Gespräch in Gang, wenn der erste sich als Sache von jemand anderem erweist.",
  playbook_for_business_impact: "Macht aus einem Ärgernis einen Grund zu entscheiden: Stunden, Geld oder Risiko, über eine Zeit.",
  playbook_for_current_solution: "Sagt dem AE, womit zu vergleichen ist und was er nicht zeigen muss.",
  playbook_for_limitations: "Sagt, warum der heutige Weg nicht genügt; ohne das muss sich nichts ändern.",
  playbook_for_timeline: "Entscheidet, was der nächste Schritt sein kann. Ein Datum, und wer es gesetzt hat.",
  playbook_for_timeline_reason: "Ein Datum mit Grund hält; eines ohne verschiebt sich.",
  playbook_for_budget:
    "Bereitgestelltes Geld, oder der Weg, auf dem es gefunden und von wem es freigegeben würde. „Gefragt, keine Auskunft“ ist auch eine Antwort.",
  playbook_for_competitive_context: "Wer sonst in Betracht kommt, und was dem Interessenten dort gefiel.",
  playbook_for_champion: "Wer intern dafür wirbt, wenn von uns niemand im Raum ist. Name und Rolle.",
  playbook_for_champion_commitment: "Was der Champion zugesagt hat, und bis wann.",
  playbook_for_economic_buyer:
    "Wer unterschreibt. Der AE bittet um ein Gespräch oder erfährt rechtzeitig, dass es jemand anderes ist.",
  playbook_for_technical_buyer: "Wer es aus technischen Gründen aufhalten kann, und wonach gefragt werden wird.",
  playbook_for_end_users: "Wer täglich damit arbeiten wird; ihren Tag sollte die Vorführung zeigen.",
  playbook_for_access_status: "Wer ein Gespräch zugesagt hat, und wer noch nicht erreichbar ist.",
  playbook_for_next_steps:
    "Was der Interessent vorzubereiten zugesagt hat. Kleine Zusagen, die gehalten werden, sagen mehr als große.",
  playbook_for_key_moments: "Antworten, Einwände und Wendungen mit Datum, damit nichts zweimal gefragt wird.",
  playbook_for_focus_area: "Worauf der AE die ersten zehn Minuten verwenden sollte, nach dem, was Sie gehört haben.",
  playbook_for_personality: "Wie diese Person gern spricht: erst Zahlen, erst Menschen oder erst Ergebnisse.",
  playbook_for_hot_buttons: "Was Interesse geweckt hat, und was Zweifel.",
  playbook_for_objections: "Was dagegen vorgebracht werden wird, damit der AE es schon gehört hat.",
  playbook_for_case_study: "Ein Kunde, der ihnen ähnlich ist, nah genug, um glaubhaft zu sein.",
  playbook_for_talking_points: "Zwei oder drei Dinge zum Ansprechen, und eines zum Ruhenlassen.",
};
