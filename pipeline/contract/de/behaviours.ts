/** Behaviours: what they are called, and how each is practised. */
export const BEHAVIOUR_PHRASES = {
  "{label} in the brief": "{label} im Briefing",
  "Ask in the call: “{ask}” Write down the answer as it was given.":
    "Fragen Sie im Gespräch: „{ask}“ Schreiben Sie die Antwort so auf, wie sie gegeben wurde.",
  "Fill “{label}” while the call is fresh.": "Füllen Sie „{label}“ aus, solange das Gespräch frisch ist.",
  "Pain specific enough to act on": "Problem genau genug, um etwas damit anzufangen",
  "Texts written for this account": "Für diese Firma geschriebene Texte",
  "No placeholders in required fields": "Keine Platzhalter in Pflichtfeldern",
  "Placeholders left in required fields": "Platzhalter in Pflichtfeldern gelassen",
  "Texts copied from another brief": "Texte aus einem anderen Briefing übernommen",
  "Brief there a day before the meeting": "Briefing einen Tag vor dem Termin da",
  "Confirmation sent before the meeting": "Bestätigung vor dem Termin gesendet",
  "Talk with the AE before the meeting": "Gespräch mit dem AE vor dem Termin",
  "First touch within a day of the lead's assignment": "Erster Kontakt binnen einem Tag nach Zuteilung des Leads",
  "Three touches or more before the booking": "Drei Kontakte oder mehr vor der Terminvereinbarung",
  "What an AE missed is in the next brief": "Was einem AE fehlte, steht im nächsten Briefing",
  "Companies that fit": "Firmen, die passen",
  "Contacts with a say": "Kontakte, die mitreden",
  "Stakeholders named for the meeting": "Beteiligte für den Termin genannt",
  "Decision date within six months": "Entscheidung binnen sechs Monaten",
  "Budget cycle asked about": "Nach der Budgetrunde gefragt",
  "Company and contact in the CRM": "Firma und Kontakt im CRM",
  "Opportunity with notes": "Opportunity mit Notizen",
  "Active evaluation confirmed": "Aktive Suche bestätigt",
  "Copy the company's full name from its website before you book, and check that the CRM has it once.":
    "Übernehmen Sie den vollen Namen der Firma von ihrer Website, bevor Sie den Termin vereinbaren, und prüfen Sie, dass das CRM ihn einmal hat.",
  "Say in one phrase what the company sells and to whom, and pick the industry from that.":
    "Sagen Sie in einem Satz, was die Firma verkauft und an wen, und wählen Sie danach die Branche.",
  "Look the number of employees up before the call and have the contact confirm it.":
    "Schlagen Sie die Zahl der Beschäftigten vor dem Gespräch nach, und lassen Sie sie bestätigen.",
  "Ask what the contact answers for and to whom they report, and write the title down as they say it.":
    "Fragen Sie, wofür der Kontakt verantwortlich ist und an wen er berichtet, und schreiben Sie die Position so auf, wie er sie nennt.",
  "Before you end the call, say the pain back in one sentence with a number in it, and write down what they corrected.":
    "Geben Sie das Problem vor dem Auflegen in einem Satz mit einer Zahl wieder, und schreiben Sie auf, was berichtigt wurde.",
  "After the first pain ask what else gets in the way, and note how often it happens.":
    "Fragen Sie nach dem ersten Problem, was sonst im Weg steht, und notieren Sie, wie oft das vorkommt.",
  "Ask what the problem costs in hours, money or deals, and write the figure beside the pain.":
    "Fragen Sie, was das Problem an Stunden, Geld oder Aufträgen kostet, und schreiben Sie die Zahl neben das Problem.",
  "Ask them to walk you through the last time they did it: which tool, who, how long.":
    "Lassen Sie sich das letzte Mal schildern: welches Werkzeug, wer, wie lange.",
  "Ask when today's tool or way of working last let them down, and write that example rather than the complaint.":
    "Fragen Sie, wo es dabei gehakt hat, und schreiben Sie das Beispiel auf statt der Klage.",
  "Ask by when it has to be decided and what happens if it slips; write the date and the reason.":
    "Fragen Sie, bis wann entschieden sein muss und was geschieht, wenn es später wird; schreiben Sie Datum und Grund auf.",
  "After every date ask what makes it that date.": "Fragen Sie nach jedem Datum, warum gerade dieses.",
  "Ask how the last purchase of this kind was paid for, by whom, and what it took to get the money.":
    "Fragen Sie, wie der letzte Kauf dieser Art bezahlt wurde, von wem, und was es brauchte, um das Geld zu bekommen.",
  "Ask who else they are talking with, and what they like there.":
    "Fragen Sie, mit wem sonst gesprochen wird und was dort gefällt.",
  "Ask who would push this when you are not in the room; write name, title and what they win by it.":
    "Fragen Sie, wer dafür werben würde, wenn Sie nicht im Raum sind; schreiben Sie Namen, Position und den eigenen Gewinn auf.",
  "Ask the champion for one thing to do before the meeting, and note whether it was done.":
    "Bitten Sie den Champion um eine Sache vor dem Termin, und notieren Sie, ob sie geschah.",
  "Ask who signed the last purchase of this size, and when the AE can meet them; write name and title.":
    "Fragen Sie, wer den letzten Kauf dieser Größe unterschrieben hat und wann der AE die Person sprechen kann; schreiben Sie Namen und Position auf.",
  "Ask who checks whether it fits their systems, and whether that person joins.":
    "Fragen Sie, wer prüft, ob es zu den Systemen passt, und ob die Person dazukommt.",
  "Ask whose day would change, and how many of them there are.":
    "Fragen Sie, wessen Arbeitstag sich ändern würde und wie viele das sind.",
  "Ask which colleagues have agreed to meet us, by name.":
    "Fragen Sie, welche Kolleginnen und Kollegen ein Gespräch mit uns zugesagt haben, mit Namen.",
  "Write date and channel of the first touch as you make it, not when you book.":
    "Schreiben Sie Datum und Kanal des ersten Kontakts gleich auf, nicht erst beim Vereinbaren.",
  "Note after each call one thing they objected to and one that excited them, with the date.":
    "Notieren Sie nach jedem Gespräch einen Einwand und eine Sache, die begeistert hat, mit Datum.",
  "Close the call with one thing that the prospect brings to the meeting, and send it in writing.":
    "Beenden Sie das Gespräch mit einer Sache, die der Interessent zum Termin mitbringt, und schicken Sie sie schriftlich.",
  "Write the one question that the AE should open with, and why you think so.":
    "Schreiben Sie die eine Frage auf, mit der der AE beginnen sollte, und warum Sie das meinen.",
  "Note one thing about how the contact likes to talk: figures first, or the story first.":
    "Notieren Sie eine Sache dazu, wie der Kontakt gern spricht: erst die Zahlen oder erst die Geschichte.",
  "Note the moment when the contact spoke fastest, and about what.":
    "Notieren Sie den Moment, in dem der Kontakt am lebhaftesten sprach, und worüber.",
  "Ask what might make them say no, and write it in their words.":
    "Fragen Sie, was zu einem Nein führen könnte, und schreiben Sie es in den Worten des Interessenten auf.",
  "Name the one customer of ours who is most like them.": "Nennen Sie den einen unserer Kunden, der ihnen am ähnlichsten ist.",
  "Write three points, each with what the prospect said about it.":
    "Schreiben Sie drei Punkte auf, jeden mit dem, was der Interessent dazu gesagt hat.",
  "Read the pain aloud: if it could stand in any other company's brief, add the number, the system or the name.":
    "Lesen Sie das Problem laut: Könnte es im Briefing jeder anderen Firma stehen, ergänzen Sie die Zahl, das System oder den Namen.",
  "Write the pain from your call notes, not from the last brief; begin with what the prospect said first.":
    "Schreiben Sie das Problem aus Ihren Gesprächsnotizen, nicht aus dem letzten Briefing; beginnen Sie mit dem, was der Interessent zuerst sagte.",
  "Where you do not know, ask once more, or write “asked, not told” and what they said instead.":
    "Wo Sie es nicht wissen, fragen Sie noch einmal, oder schreiben Sie „asked, not told“ und was stattdessen gesagt wurde.",
  "Block half an hour on the day after each booking and finish the brief in it.":
    "Halten Sie sich am Tag nach jeder Vereinbarung eine halbe Stunde frei, und schließen Sie das Briefing darin ab.",
  "Send a confirmation the working day before, with the agenda and what they said they would bring.":
    "Senden Sie am Werktag davor eine Bestätigung, mit dem Ablauf und dem, was zugesagt war mitzubringen.",
  "Take five minutes with the AE before the first meeting: who, what hurts, what to open with.":
    "Nehmen Sie sich vor dem ersten Termin fünf Minuten mit dem AE: wer, wo es hakt, womit beginnen.",
  "Work new leads first thing and right after lunch, before anything else is opened.":
    "Bearbeiten Sie neue Leads als Erstes am Morgen und gleich nach der Mittagspause, vor allem anderen.",
  "Plan the third touch when you make the first: another channel, another reason to answer.":
    "Planen Sie den dritten Kontakt schon beim ersten: ein anderer Kanal, ein anderer Grund zu antworten.",
  "When an AE names what was missing, open the next brief and fill that field first.":
    "Wenn ein AE nennt, was fehlte, öffnen Sie das nächste Briefing und füllen Sie dieses Feld zuerst aus.",
  "Check size, industry, revenue and region before you offer a time, and ask the AE when one of them is off.":
    "Prüfen Sie Größe, Branche, Umsatz und Region, bevor Sie eine Zeit anbieten, und fragen Sie den AE, wenn eines davon nicht passt.",
  "Ask for the director or whoever owns the budget before you offer a time.":
    "Fragen Sie nach der Leitung oder nach wem das Budget gehört, bevor Sie eine Zeit anbieten.",
  "Stay on the line until the invitation is accepted.": "Bleiben Sie am Telefon, bis die Einladung angenommen ist.",
  "Ask who else should be there and put their names into the invitation.":
    "Fragen Sie, wer noch dabei sein sollte, und nehmen Sie die Namen in die Einladung auf.",
  "Offer 30 or 45 minutes and say what they are for.": "Bieten Sie 30 oder 45 Minuten an, und sagen Sie, wofür.",
  "Ask what the contact's part was in the last decision of this kind.":
    "Fragen Sie, welche Rolle der Kontakt bei der letzten Entscheidung dieser Art hatte.",
  "Ask what they have already done to solve it, and note whether they are comparing.":
    "Fragen Sie, was schon unternommen wurde, um es zu lösen, und notieren Sie, ob verglichen wird.",
  "Ask in which month they want it decided, and write the date into its field.":
    "Fragen Sie, in welchem Monat entschieden werden soll, und schreiben Sie das Datum in sein Feld.",
  "Ask when their budget is made and whether this is in it.": "Fragen Sie, wann das Budget gemacht wird und ob dies darin steht.",
  "Open the CRM while you book: company and contact must both be there.":
    "Öffnen Sie beim Vereinbaren das CRM: Firma und Kontakt müssen beide darin stehen.",
  "Open the opportunity with your notes while the call is fresh.":
    "Legen Sie die Opportunity mit Ihren Notizen an, solange das Gespräch frisch ist.",
};
