/**
 * What AEs tell in German instead of naming what was missing: how the call went, what they asked themselves, figures of speech. A line
 * holds one idea. How a phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

export const GERMAN_SCENES_HANDOFF: Readonly<Record<string, ThemeWords>> = {
  usage: words(
    `was sie|die|er|der|user ... gratisversion|testversion|testzugang|trial|test|produkt|tool|account ... machen|macht|tun|treiben|nutzen|gemacht, in|mit der|unserer gratisversion|testversion|freiversion|demoversion, gratisversion, freiversion, testzeit, testkonto, testumgebung ... genutzt|genutzt|aktiv
    lizenzen|seats|zugänge|accounts|plätze ... wer|wieviele|aktiv|belegt|vergeben|genutzt|nutzt, wer sich|von ... eingeloggt|angemeldet|einloggt|anmeldet, angemeldet haben|hat|sind|im, nutzungsstatistik*, statistik*, klicks, sitzungen, benutzerzahl*, benutzer im|aktiv|aktive|anzahl, ob sie|die|er ... überhaupt|schon|noch nutzen|nutzt|genutzt|eingeloggt|ausprobiert
    ausprobiert haben|hat|wurde|im, getestet haben|hat|wurde, funktionen|features ... ausprobiert|getestet|benutzt|verwendet|nutzen, aktivitäten im|in, testverhalten, testergebnis*, pilotnutzer*, pilotphase
    wie viele|wieviele|wieviel leute|user|personen|mitarbeiter ... testen|nutzen|benutzen|eingeloggt|angemeldet|ausprobieren|klicken
    was ... test*|trial|workspace|produkt passiert|gelaufen|gemacht|los`,
    `nutzen, lizenz, statistik, ausprobiert, testzugang`,
  ),
  meeting: words(
    `termin|call|meeting|gespräch wurde|war|ist ... verschoben|verlegt|umgelegt|vorgezogen|gekürzt|verkürzt, verschoben wurde|worden|ohne|und, wer alles|noch|sonst dabei|kommt|da|drin|mitkommt|teilnimmt, teilnehmende, einwahldaten, einwählen, raum war|nicht|gebucht|belegt|zu
    chef|kollege*|kollegin|geschäftsführer|vorgesetzte*|anwalt|berater ... dazu|dabei|plötzlich|überraschend|unangekündigt|mit gekommen|saß|kam|aufgetaucht|dabei, gespräch|termin|call lief|war|fand ... auf|in englisch|französisch|deutsch|statt|präsenz, präsenz oder, in präsenz, vorbereitet war ich auf
    auf # statt|minuten|min, # statt #, # min|minuten eingestellt|angesetzt|geblockt|reserviert, falscher|falsche|falschen ort|büro|gebäude|standort|eingang|link|zeitzone|uhrzeit, umsonst gefahren|hingefahren|angereist, angereist, hingefahren, umsonst da, allein|alleine im call|raum|warteraum, gewartet
    waren|saßen|sind plötzlich ... leute|personen|kollegen|im, weiterer|weitere|zweiter|zweite teilnehmer*, nicht eingeladen|angekündigt|auf, sprechen|spricht|sprachen|können nur|kein|kaum ... deutsch|englisch|französisch|italienisch, länger|kürzer als geplant|gebucht|angekündigt`,
    `saal, einladen, video, anwesend`,
  ),
  late: words(
    `als alles|es|das|er|call|termin ... vorbei|gelaufen|rum|durch, vorbei war, schon vorbei, hinterher, während des|dem|vom|im termins|termin|calls|call|gesprächs|gespräch|meetings, mitten im|in, bitte|mindestens|spätestens einen|# tag|tage|stunden|h ... vorher|davor|vorab|früher, spätestens|mindestens ... tag|tage|stunden ... vorher|davor
    keine|kaum|wenig|null|ohne zeit ... einlesen|vorbereiten|vorbereitung|lesen|durchlesen|anschauen|reinlesen, zum einlesen, einzulesen, reinlesen, am vorabend|vortag|morgen ... nichts|leer|da|noch, erst heute|gestern|eben|gerade ... erfahren|gesehen|bekommen|gelesen, erfahren ... heute|gestern|kurz|morgens
    erst ausgefüllt|eingetragen|dokumentiert|gepflegt|ergänzt|nachgetragen|vervollständigt, nachdem|als ich|wir ... schon|bereits ... gesprochen|telefoniert|geredet|getroffen, brief*|notiz*|felder|übergabe|unterlagen|doku*|info* ... erst ... drin|da|vollständig|fertig|komplett, brief*|notiz*|felder|übergabe|unterlagen|doku*|info* ... nachdem ... gesprochen|telefoniert|geredet|getroffen
    gut|schön|super|toll wenn ... vorher|früher|rechtzeitig|eher, frühzeitig*, vorlaufzeit, ohne vorwarnung, vorwarnung, unvorbereitet rein|reingegangen|ins|in, hektik, hektisch, zwischen tür und, tür und angel, knapp vor|vorm|bevor, fünf vor zwölf, auf den letzten, kalt ins, ins kalte
    kam|kamen|bekommen|bekam|erhalten heute|gestern|eben|gerade morgen|früh|abend|nacht|erst|mittag, keine chance|gelegenheit|möglichkeit|zeit|minute mich|uns|zur|zum|sich|vorzubereiten ... vorbereiten|vorbereitung|lesen|einlesen, vorzubereiten
    kam|kamen|geschickt|bekommen um #, viel|zu|sehr knapp vorher|davor|vor`,
    `vorabend, vorwarnung, nachträglich, frühzeitig`,
  ),
  fit: words(
    `falsche firma|kunde|lead|ansprechpartner für uns, nicht unsere|unser|unseren|in zielgruppe|zielkunde|kunde|markt|größe|liga|gebiet|raster, nur höflich|neugierig|nett|interessiert|so, bloß höflich|neugierig, höflichkeitstermin, höflich
    bitte vorher|besser|genauer|strenger prüfen|checken|qualifizieren|aussortieren, vorher prüfen|checken, vorqualifi*, vorauswahl treffen, hätte|hätten|hättet ... nie|nicht|niemals ... bei|an|zu mir|uns|landen|kommen|gehen|gelangen, nie bei mir
    kein|keinen|null|nicht ernst* interesse|gemeint|kunde|absicht, nicht ernst|ernsthaft, kein ernsthaft*, garage, hinterhof, wohnzimmer, ein|zwei|# mann|frau betrieb|firma|show|bude|laden, schüler*, rentner*, privatkunde*, privatnutzer*, hobbyprojekt, vereinskasse
    liefern|verkaufen|bieten wir ... nicht|gar|nie, verkaufen wir|gar nicht, gar nicht ... bedienen|liefern|verkaufen|anbieten, bedienen wir|können, land ... nicht bedienen|beliefern|abdecken, was soll|sollen ich|die|der ... damit|uns|mit, weder bedarf|budget|interesse noch, wollen nichts kaufen, prospekt*, preisabfrage, preisvergleich nur
    warum|wieso|weshalb habt|hast|wurde|ist|gab ... termin|lead|call ... gemacht|gebucht|überhaupt|ausgemacht|angenommen|übergeben
    nichts|nix zu holen|gewinnen|verkaufen`,
    `ernsthaft, aussortieren, bedarf, privat`,
  ),
  sync: words(
    `besprochen|abgestimmt|gesprochen|geredet|telefoniert haben|hatten|hat ... nicht|nie|nichts|auch, hätten|sollten|müssten|könnten|wollten|haben|hatten wir|uns ... abstimmen|sprechen|reden|telefonieren|abgestimmt|gesprochen|zusammensetzen|austauschen, du und ich
    ein|paar|# minuten|min mit|am|von|mal dir|telefon|kollege*|sdr, kurz|mal|bitte|doch|einmal ... anrufen|durchklingeln|anklingeln|durchrufen|klingeln, ruf|rufe|ruft mich|bitte|kurz|vorher|doch, bevor ich ... reingehe|rein|reingeh|gehe ... telefon*|reden|sprechen|rufen|ruf
    kurz|kurzes|schnell|mal durchsprechen|durchgehen|abstimmen|rücksprache|briefen|erzählen|telefonat, kurzer austausch|draht|anruf|abgleich|zuruf, mündlich* übergabe|briefing|info*|abstimmung, gemeinsam durchgehen|vorbereiten|abstimmen, gemeinsame vorbereitung, abstimmung|absprache|austausch untereinander|intern|zwischen|im, nicht abgestimmt|abgesprochen|besprochen
    übergabe ... persönlich|mündlich|telefonisch|gespräch
    anpingen, angepingt, pingen, ping, kurz anpingen|anhauen|melden`,
    `abgestimmt, durchsprechen, kurz reden, mündlich, rücksprache, am telefon, besprochen`,
  ),
  repeated: words(
    `intern|miteinander nicht|nie|niemals reden|sprechen|austauschen|abstimmen|kommunizieren, redet|reden|sprecht|sprechen ihr|wir|die ... nicht|nie|intern|miteinander, bei null anfangen|angefangen|gestartet|beginnen|wieder, wieder|schon|immer dieselben|dieselbe|die|den gleichen|selben|fragen|frage|geschichte
    alles|fragen|dinge|themen|infos doppelt|zweimal|zweifach|mehrfach|nochmal*|wieder ... abgefragt|gefragt|erfragt|durchgekaut|erzählt|erklärt, das|alles hab*|habe ich|er|sie ... ihrer|ihrem|deiner|deinem|eurer|eurem kollegin|kollege*|schon|doch|bereits, doch schon|bereits gesagt|erzählt|erklärt|beantwortet
    musste*|mussten|durfte*|durften ... wiederholen|nochmal*|erneut|erklären|von, alles nochmal|nochmals|noch|erneut|wieder gefragt|erzählt|abgefragt|erklären|durch|aufgerollt|von, ein|zum zweites|zweiten mal ... erzähl*|erklär*|frag*, genervt ... fragen|wieder|nochmal*|selben|gleichen, die gleiche platte, gleiche leier`,
    `dieselben fragen, wieder, zweites mal, nochmal von`,
  ),
  thin: words(
    `aus|nur|gerade|ganze # wörtern|worten|sätzen|zeilen|wörter|stichworten|stichpunkten, stand|steht|standen ... praktisch|nahezu|quasi|so|beinahe|eigentlich|fast nichts|nix|gar|wenig|garnichts, praktisch|nahezu|quasi|beinahe|fast|so nichts|nix|leer
    aus|von einem|dem|nem|anderen|alten|altem|letzten|letztem ... brief*|übergabe|deal|kunden kopiert|übernommen|abgeschrieben|reinkopiert, hinten und vorne, vorne und hinten, nichts|nix konkretes|greifbares|belastbares|handfestes|neues|verwertbares, mehr inhalt|fleisch|butter|tiefe|infos|details
    steckbrief*|formular|maske|felder|vorlage|datenblatt ... leer|blank|unausgefüllt|halb|fehlt*, alles sehr|zu|so|recht|ziemlich oberflächlich|vage|allgemein|dünn|knapp|pauschal, recht|ziemlich|so|arg|bisschen oberflächlich|allgemein|vage|dünn|knapp|mager|wirr|pauschal, und zu dünn, zu dünn
    könnte ... jede|jeder|jeden|jedem|irgend* firma|kunde*|x, aus dem internet, aus dem letzten|vorletzten jahr, veraltet*, überholt*, von gestern, angaben|infos|daten|notizen|brief*|fakten ... widersprechen|widerspricht|widersprüchlich|falsch|veraltet|unvollständig, passt|passte|passten|stimmt|stimmte ... nicht zusammen|überein
    website|homepage|webseite lesen|nachlesen|anschauen|angucken können|auch|selbst|selber
    platzhalter*, gegenteil von, k a gefüllt|ausgefüllt|drin, für einen|den anderen|falschen kunden|lead|account gedacht|geschrieben`,
    `steckbrief, lückenhaft, zusammenhang, fragmente, wörter, standard, inhaltlich`,
  ),
};
