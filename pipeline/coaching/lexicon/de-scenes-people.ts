/**
 * What AEs tell in German instead of naming what was missing: how the call went, what they asked themselves, figures of speech. A line
 * holds one idea. How a phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

export const GERMAN_SCENES_PEOPLE: Readonly<Record<string, ThemeWords>> = {
  champion: words(
    `wer zieht|schiebt|treibt|bringt|trägt das|dieses|dies thema|projekt|ding, wer will|wollte|wünscht|braucht das|es|sowas|uns ... eigentlich|da|haben|überhaupt|wirklich|intern, wer steckt|steht|ist ... dahinter|hinter, wer dahinter|hinter
    jemand|jemanden|einer|einen|niemand|keiner|person der|die|den uns|das|es|dafür|sich intern*|verkauft|will|kämpft|einsetzt|stark|pusht, uns|es intern verkauft|vertritt|verkaufen|vertreten|durchsetzt|weiterträgt, intern* durchsetz*|verkauf*|vorantreib*|werb*|lobby
    bis auf den|die|der intern* treiber|fürsprecher|sponsor, freund im|in haus|unternehmen, fan im|in haus|unternehmen|intern, zugpferd, macher, wessen idee|initiative|kind, wer kam auf die idee, wer sich ... starkmacht|einsetzt|kümmert, starkmacht, ruder in|übernimmt
    hält uns die stange|den, schützenhilfe, vitamin b, insider, vertrauensperson, verfechter*, vorkämpfer*, mentor, lobbyist*, wortführer*, unterstützung im|intern|in haus|unternehmen`,
    `kümmert, zieht mit, rückhalt, initiative`,
  ),
  economic_buyer: words(
    `letzte|letztes|letzten wort, wessen|wem unterschrift|entscheidung|geld|budget|zustimmung|segen|ok, liegt|fällt|trifft die|das entscheidung ... vorstand|gf|holding|zentrale|ihm|ihr|chef|geschäftsführ*, wer|wessen segen|okay|plazet|placet|go, segen von|vom|der
    darf|durfte|kann|konnte ... nichts|nicht|gar ... entscheiden|unterschreiben|bestellen|kaufen|freigeben, nichts|nicht zu entscheiden|sagen|melden, hat nichts zu sagen, kein* entscheidungs*|befugnis|vollmacht|prokura|mandat|unterschrifts*, vollmacht*
    wer am ende|schluss ... ja|entscheidet|unterschreibt|sagt, am ende entscheid*|unterschreib*, wie sie|die|dort|da|intern entscheiden|entschieden|einkaufen|kaufen, wie entscheiden|entscheidet|kaufen|läuft die|sie|man|entscheidung, ober sticht, wer oben|drüber, eine etage höher, etage höher
    allein|alleine|selbst entscheiden|unterschreiben|freigeben|bestellen darf|kann|könnte, chefetage, oberste* etage|heeresleitung|chef*, entscheidungsmacht*, entscheidungsinstanz*, wer bestimmt|regiert|entscheidet|genehmigt|bewilligt|zeichnet|bestellt, bewillig*, abzeichn*, gegenzeichn*, bestellfreigabe, auftragsfreigabe
    darf|kann|könnte ... bis # ... unterschreiben|entscheiden|freigeben|bestellen
    geschäftsführer|chef|vorstand|inhaber|chefin|gf muss|müsste|soll ... ran|dazu|dabei|mit|drüber, unterschriftenregelung, unterschriftsregelung, kompetenzregelung`,
    `unterschrift, freigabe, bestimmt, kompetenz, erlaubnis`,
  ),
  stakeholders: words(
    `wer muss|müsste|sollte noch|alles|sonst ... boot|überzeugt|gefragt|zustimmen|abgeholt|eingebunden|mitziehen|einbezogen, rolle des|der|vom|von einkauf*|it|datenschutz*|betriebsrat*|rechtsabteilung|fachbereich*|controlling
    wer ist|sind|war|wird ... noch|alles|sonst beteiligt|involviert|betroffen|eingebunden, wer hängt|hängen an wem|dran|mit, wer mit|dagegen|dafür drinhängt|hängt, muss|müssen|will|wollen ... mitreden|mitentscheiden|prüfen|drüberschauen, mitreden
    gegner|kritiker|widerstand|widerstände|widersacher|bedenkenträger*|neinsager|quertreiber* im|in|bei|gibt|intern, gegner, kritiker, widerstand, widerstände, bedenkenträger*, abteilungen|bereiche|teams|abteilung|bereich|team ... betroffen|arbeiten|nutzen|würden|beteiligt|dranhängen
    gibt es|gibt's ... gegner|kritiker|fraktionen|lager, fraktionen, grabenkämpfe, machtkampf, machtkämpfe, seilschaften, hausmacht, internes gerangel, organisationsplan, strukturplan, personen|leute|köpfe ... hintergrund|dahinter|sonst|beteiligt|entscheidungskreis
    datenschützer*, werksleiter*, produktionsleiter*, fuhrparkleiter*, personalabteilung, hr abteilung|leitung, arbeitnehmervertretung, mitarbeitervertretung, aufsichtsrat, beirat, gesellschafterkreis, key user, keyuser*, externe* berater*|consultant|agentur, wer nutzt|nutzen|benutzt|anwendet|arbeitet ... am|später|damit|tatsächlich|nachher|täglich
    wen müssen|muss|sollten|sollte wir|ich noch|sonst|alles ... überzeugen|abholen|einbinden|gewinnen, politische* verhältnis*|lage|gemengelage
    wer ... einfluss|mitsprache|stimme|gewicht, außer ihm|ihr|frau|herrn ... noch|wer`,
    `gegner, einbinden, mitreden, abteilungen, involviert, fachabteilung`,
  ),
  history: words(
    `vor # jahren|jahr|monaten|wochen ... schon|mal|bereits|dort|da|drin|kunde|gesprochen|angebot|demo, schon mal|einmal ... dort|da|drin|bei|mit|im|vor, schon # ... telefoniert|gesprochen|geschrieben|getroffen, abgesprungen, gekündigt hatten|haben|bei|damals, ehemalige*|frühere* kunde*|kontakt*
    was|welche hat|wurde|habt|haben ihr|ihnen|denen|man|du|wir ... versprochen|zugesagt|geschickt|gesagt|angeboten|erzählt, am telefon versprochen|zugesagt|gesagt|besprochen|vereinbart, unterlagen ... verschickt|geschickt|bekommen|erhalten|gesendet, mailverkehr, mailverlauf, briefwechsel, gesprächsnotiz*
    angebot von uns|damals|früher, gab ... schon|bereits|mal ... angebot|kontakt|gespräch|termin|demo ... uns|damals|früher, frühere*|alte*|vorherige* kontakt*|angebot*|gespräch*|termin*, wer hat|hatte ... kontakt|gesprochen|betreut|angerufen, woher kennen|kommt|kam|stammt|haben
    auf|von welcher|welche|der messe|veranstaltung|event|kanal|kampagne, kaltakquise|kalt|inbound oder|von, selber|selbst auf uns, auf uns zu|aufmerksam, wie kam|kamen|ist|sind|lief ... kontakt|kennengelernt|zustande|uns, wie wir uns, kennengelernt, zustande kam|kommt|gekommen
    wie oft|lange ... kontakt|telefoniert|gesprochen|dran, was bisher|davor|schon ... geschah|lief|war|passiert|gelaufen|besprochen, alte geschichte*, vorbelastet, altlast*, verbrannte erde, verbrannt*, verstimmt*, alter vorgang, altes ticket, reklamation*, beschwerde von|aus|früher
    altes|alte|früheres|frühere|erstes angebot von|aus|vom`,
    `vorgeschichte, verlauf, versprochen, kampagne, verschickt, kontakt zustande, damals`,
  ),
  next_steps: words(
    `hat|hatte*|haben ... erwartet|gerechnet|gedacht|vorgestellt|erhofft, ziel|zielsetzung|zweck|sinn ... gesprächs|gespräch|termins|termin|calls|call|meetings|kundensicht, überrascht dass|von|über|als ich|anruf|anrufe|call|termin|mich
    völlig|total|sichtlich|ganz|komplett überrascht|überrumpelt|ahnungslos|unvorbereitet|perplex|verwirrt, nicht klar|bewusst|bekannt|gesagt warum|wieso|worum|weshalb|wozu|was ... reden|sprechen|termin|gespräch|treffen|telefonieren|geht|soll|wir|er|sie, worum es
    was war|ist|wurde|hatten|haben ... ausgemacht|vereinbart|abgemacht|verabredet|abgesprochen, als nächster schritt|step, nächster schritt, weiteres vorgehen, was|wie danach|jetzt|nun passieren|weiter|passiert|folgt, dachte*|glaubte*|meinte* das|es|ich|wir|er ... wird|wäre|sei|ist|will|wollen
    keiner|niemand|nicht hat|hatte ... gesagt|erklärt|informiert|vorbereitet|gebrieft ... worum|warum|was|kunde*|ihm|ihr, nichts|nix vorbereitet|mitgebracht|dabei, obwohl abgesprochen|vereinbart|ausgemacht|zugesagt, sollte*|sollten ... mitbringen|vorbereiten|schicken|dazuholen|einladen|bereithalten
    was erwarten|erwartet|erhofft|erhoffen|will|wollen|versprechen sie|er|die|der|kunde ... termin|gespräch|call|meeting|uns|mir, was er|sie|die|der ... rausholen|mitnehmen|herausholen, wieso|warum|weshalb reden|sprechen|telefonieren|treffen wir|uns, wusste*|wussten ... nicht|nichts ... termin|gespräch|call|wir|anrufe
    aufgaben|aufgabe|hausaufgabe* ... bekommen|erhalten|erledigt|gemacht|gehabt, was wurde|war|ist als nächster|nächstes|weiterer ... besprochen|vereinbart|ausgemacht|geplant
    bis dahin ... liefern|schicken|mitbringen|klären|machen|vorbereiten, was soll|sollte|muss der|die kunde|kundin ... liefern|schicken|mitbringen|klären|machen|vorbereiten
    fragte|fragten wer|was wir|das|hier|ich ... sind|wird|will|ist, wer wir sind
    nach termin|gespräch|call|meeting|demo passieren|passiert|folgt|folgen|weiter|geplant`,
    `vorbereitet, überrascht, erwartungen, ausgemacht, zielsetzung`,
  ),
  focus: words(
    `in den|im vordergrund, vordergrund, schwerpunkt setzen|legen|liegt, womit|wie|wo steige|fange|gehe|beginne|starte|packe|hole ich, womit ich ... einsteige|anfange|beginne|punkte|punkten, worauf legt|legen|achtet|achten|steht|reagiert|springt|kommt
    bedenken|einwände|vorbehalte|sorgen|zweifel ... telefon|geäußert|hatte|hat|rechnen|gegen|vorgebracht, mit welchen vorbehalten|einwänden|bedenken|fragen|gegenargumenten, welche bedenken|einwände|vorbehalte|sorgen|zweifel|ängste, zweifel, gegenargument*, gegenwind
    was soll|sollte|sollen|kann|darf|muss ich ... stellen|betonen|zeigen|sagen|weglassen|vermeiden|erwähnen, roter faden, rote faden, redestoff, gesprächsthemen, gesprächseinstieg, themen|dinge|punkte ... ziehen|wirken|zünden|überzeugen|meiden|tabu, tabu*, tabuthemen, minenfeld
    fallstudie|referenz|beispiel|kunde|case aus|von|in deren|der|ihrer|seiner ecke|branche|region|größe|bereich, referenz* die|passt|passend|parat, was ... für ein|einer ist|war|typ|mensch, wie tickt|redet|denkt der|die|er|sie|man, wie ist er|sie|der|die so|drauf, so drauf, gut drauf, umgangston, tonfall, tonlage, mentalität
    welche|welches|was|welchen module|modul|funktionen|features|produkt|folien|teil|demo ... zeigen|zeige|vorführen|weglassen, was|wie ... am besten|ehesten ... ansprechen|anpacken|rangehen|zeigen|ködern, köder, türöffner, argumentation*, verkaufsargument*, steilvorlage, gesprächsansatz, trigger, knöpfe, knopf
    einwände|bedenken|vorbehalte|sorgen|zweifel vom|aus|im|beim|am ersten|letzten|telefonat|gespräch|call|telefon, referenz*|referenzkunde*|beispiel*|kunde*|fallstudie aus|von|in ... branche|region|ecke|nische
    vorbehalte|bedenken|skepsis|einwände|misstrauen gegen|gegenüber uns|unser*|cloud|produkt, auf keinen fall sagen|erwähnen|ansprechen`,
    `bedenken, einwand, wert legt, charakter, vorlieben, argument, typ, faden`,
  ),
};
