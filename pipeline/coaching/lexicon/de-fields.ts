/**
 * German words around a theme that alone say little: they count where a comment has nothing else. A line holds one idea. How a
 * phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {list} from "./phrases.js";

const faint = (text: string): ThemeWords => ({sure: [], faint: list(text)});

export const GERMAN_FIELDS: Readonly<Record<string, ThemeWords>> = {
  company: faint(
    `hersteller, händler, großhändler, dienstleister aus, mittelständler, mittelstand, konzern*, startup, behörde, klinik, krankenhaus, versicherung, verlag, spedition, betrieb, laden, bude, verein, marke, aufgekauft, übernommen, fonds, investor*, inhabergeführt, gruppe, tochter, mutter, ableger, filiale*, werk, werke, flotte, länder, ländern, regional, international, weltweit, größe, mitarbeiter*, belegschaft, umsatz*, marktanteil, kunden die, produkte, produziert, stellt her, vertreibt, firmen*, unternehmens*, nie gehört, kannte ich nicht, wachstum, gegründet`,
  ),
  contact: faint(
    `handy, durchwahl, vorwahl, postfach, anrede, frau oder, herr oder, vorname, nachname, posten, rang, ebene, abteilung, bereich, zuständig*, verantwortlich*, assistent*, sekretariat, praktikant*, leiter*, chef oder, berufserfahrung, längst woanders, woanders, gewechselt, ausgeschieden, rente, elternzeit, vertretung, nachfolger*, vorgänger*, erreichen, erreichbar, kontaktieren, wer ist, wer war`,
  ),
  pain: faint(
    `schmerz*, problem*, leid*, sorgen, druck, schaden, verlust*, aufwand, mehraufwand, stunden, zeitfresser, fehlerquote, reklamationen, ausfälle, stillstand, kostet die|sie|ihn, nutzen, mehrwert, vorteil, gewinn, ersparnis, einsparung*, ziele, wunsch, wünsche, bedarf, bedürfnis*, motiv*, anlass, antrieb, wofür, wozu, interesse, interessiert, klemmt, brennt, drückt, hakt, dringend, relevanz, wirkung, auswirkung*, effekt, messbar, beziffern`,
  ),
  current_solution: faint(
    `derzeit, momentan, bisher, bislang, bestehend*, vorhanden*, im einsatz, einsatz, nutzen, nutzt, verwenden, verwendet, arbeiten mit, arbeitet mit, machen die, tool*, system*, software*, plattform, erp, crm, excel, papier, händisch, manuell, prozess*, ablauf, abläufe, verfahren, anbieter, lieferant*, dienstleister, hersteller heute, ersetzen, ersatz, ablösen, migration, schnittstelle zu, integration, landschaft, architektur, ausstattung, eigenentwicklung*, lösung da`,
  ),
  limitations: faint(
    `lücke*, schwäch*, schwach*, grenze*, mangel, mängel, nachteil*, macke*, störung*, stört, nervt, ärgert, ärger, frust*, unzufrieden*, schlimm, umständlich, veraltet* system|tool|software|technik, scheitert, versagt, hakt, klemmt, hapert, reicht nicht, genügt nicht, taugt nicht, fehlt ihnen|denen, wechsel, wechseln, umstieg, umsteigen, weg von, loswerden, daran nicht, damit nicht, passt daran|damit`,
  ),
  timeline: faint(
    `datum, termin wann, zeitlich, zeitplan*, frist*, jahresende, quartal, frühjahr, saison, stichtag, live, start, starten, beginn, einführung, umstellung, umsetzung, rollout, entscheidung wann, eilig, eilt, dringend, laufzeit, kündigung*, vertragsende, läuft aus, auslaufen, jetzt warum, gerade jetzt, ausgerechnet, auslöser, anlass, was ist passiert, horizont, reife`,
  ),
  budget: faint(
    `geld, kohle, kosten, kostet, preis*, teuer, billig, günstig, zahlung*, bezahl*, ausgeb*, invest*, summe, betrag, höhe, rahmen, limit, obergrenze, budget*, mittel, finanz*, rabatt*, nachlass, bewilligt, genehmigt* geld|mittel|summe, freigegeben, etat, topf, kasse, euro, tsd, leisten, wirtschaftlich, maximal, wie viel, wieviel, welten auseinander, größenordnung`,
  ),
  competition: faint(
    `noch jemand, wer noch, wer sonst, wen noch, wen sonst, konkurrent*, mitbewerb*, wettbewerb*, vergleich*, verglichen, gegenüber gestellt, angebot von, angebote, bieter, bietet, demos, vorführungen, pitch, favorit*, alternative*, option*, auswahl, shortlist, ausschreibung, tender, parallel, daneben, günstiger, billiger, hersteller, anbietern`,
  ),
  champion: faint(
    `treiber, antreiber, treibt, vorantreib*, vorantreibt, angestoßen, anstoß, initiative, initiator, pusht, schiebt, zieht, brennt, begeistert, fan, freund, verbündet*, unterstützer*, unterstützt, unterstützung, fürsprech*, sponsor, pate, kümmer*, intern, im haus, hausintern, verkauft intern, überzeugt intern, projektleit*, verantwortet, stark macht, einsetzt`,
  ),
  economic_buyer: faint(
    `entscheid*, unterschreib*, unterschrift*, zeichn*, freigabe*, freigeb*, genehmig*, absegn*, abnick*, zustimm*, befugnis*, befugt, vorgesetzt*, geschäftsführ*, inhaber*, vorstand, cfo, ceo, gf, leitung, management, führung, hut, verantwortung, verantwortlich fürs, budgetverantwort*, kompetenz*, vollmacht`,
  ),
  stakeholders: faint(
    `abteilung*, beteiligt*, betroffen*, involviert, eingebunden, einbinden, einbeziehen, mitreden, mitspracherecht, wörtchen, kreis, gremium, gremien, ausschuss, betriebsrat, datenschutz, it sicherheit, einkauf, juristen, legal, compliance, revision, finanz*, controlling, anwender*, nutzer*, user, widerstand, gegner, kritiker, skeptik*, bremser*, politik, struktur, organigramm, hierarchie, wer noch, wer sonst, wen noch, sonst noch, außerdem`,
  ),
  history: faint(
    `bisher, schon mal, schon einmal, letztes mal, letztes jahr, vor jahren, jahren, vergangenheit, historie, verlauf, vorlauf, vorgeschichte, vorgang, kontakt*, erstgespräch, telefonat, mail*, korrespondenz, anruf, nachricht*, angebot von #, altes angebot, ehemalig*, kennen, kennt, kennengelernt, woher, herkunft, quelle, kanal, messe, event, webinar, kampagne, empfehlung, empfohlen, versprochen, zugesagt, verschickt, gelaufen, geschah, vereinbart damals`,
  ),
  next_steps: faint(
    `erwart*, erhofft, vorstellung, dachte, dachten, glaubte, ging davon aus, davon aus, annahm, überrascht, verwirrt, ratlos, fragend, ahnungslos, wusste nicht, wussten nicht, unvorbereitet, vorbereit*, mitbring*, mitgebracht, unterlagen, hausaufgabe*, agenda, ziel des, zweck, anlass, weitergehen, schritt, schritte, vereinbart, ausgemacht, verabredet, besprochen als, verbleib, verblieben, zweittermin, zusage`,
  ),
  focus: faint(
    `fokus, schwerpunkt, einstieg, aufhänger, faden, argument*, story, botschaft, strategie, taktik, vorgehen, ansprache, betonen, vermeiden, meiden, tabu, heikel, empfindlich, sorge, sorgen, angst, bedenken, einwand*, einwände, vorbehalt*, skeptisch, zweifel, typ, charakter, stil, tickt, vorliebe*, interesse*, interessiert, begeistert, überzeugt, referenz*, beispiel*, fallstudie, kunde aus, tipp*, hinweis*, empfehlung, folien, modul`,
  ),
  usage: faint(
    `nutz*, lizenz*, trial, testphase, testzugang, testversion, workspace, login*, aktiv*, seats, plätze, zugänge, user, funktionen, features, gratis, freemium, klicks, auslastung, intensiv, produktnutzung`,
  ),
  meeting: faint(
    `einladung*, kalender*, zeitzone, uhrzeit, dauer, anfahrt, zoom, webex, kamera, verbindung, teilnehmer*, saßen, saß, mehr leute, zu viert|fünft|dritt, unangekündigt, überraschend, sprache, englisch, französisch, präsenz, feiertag, doppelt gebucht, verlegt, eingeladen, auf einmal`,
  ),
  late: faint(
    `spät, rechtzeitig, vorab, nachträglich, nachgereicht, kurzfristig, knapp, vorlauf, vorzubereiten, einlesen, zeit zum, minuten vor, stunde vor, kurz vor, erst als, erst nach, schon im, laufend*, letzte minute, drücker`,
  ),
  fit: faint(
    `klein, zu klein, winzig, student*, semester, uni, praktikum, privat*, hobby, verein, rentner, kein projekt, kein bedarf, kein interesse, kein budget und, kein geld, neugier*, nur schauen, umschauen, informieren, zielmarkt, zielgruppe, außerhalb, falsche region|branche|land|größe, qualifiz*, disqualif*, aussortier*, ablehnen, zeitverschwendung, verschwendet, lohnt, sinnlos, termin überhaupt, warum habt|ist|war, warum der termin, verkaufen uns, bewerben, bewerbung`,
  ),
  sync: faint(
    `geredet, telefonieren, telefoniert, telefonat, anruf*, anrufen, angerufen, klingeln, austausch*, abstimm*, abgestimmt, absprech*, absprache*, abgesprochen, durchsprechen, besprechen, rücksprache, übergabegespräch, mündlich, persönlich, am telefon, kurz vorher, vorab kurz, sprachnachricht, erreichbar, nachfragen bei, dich gefragt, fragen können`,
  ),
  repeated: faint(
    `nochmal*, noch mal, noch einmal, wiederhol*, doppelt, zweimal, dreimal, erneut, abermals, von vorn|vorne|null, bei null, adam und eva, schon erzählt|erklärt|gesagt|beantwortet|geschildert, alles schon, bereits erzählt|erklärt|gesagt, dieselben, dieselbe, gleiche frage, selbe frage, genervt, augen gerollt, augen verdreht, seufz*, gestöhnt`,
  ),
  thin: faint(
    `dünn, dürftig, mager, knapp, leer, lücken, lückenhaft, unvollständig, hälfte, oberflächlich, allgemein, vage, schwammig, generisch, floskel*, phrasen, copy, kopie*, kopiert, abgeschrieben, vorlage, baustein*, standard, ki, bot, chatgpt, veraltet*, widerspr*, durcheinander, wirr, unklar, unverständlich, stichwort*, stichpunkt*, sätze, zeile, zeilen, mehr info*, mehr detail*, mehr kontext, details, tiefe, substanz, inhalt, qualität, brauchbar, website lesen, homepage lesen, notizen fehlen, keine notizen`,
  ),
};
