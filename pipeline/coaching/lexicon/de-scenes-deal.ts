/**
 * What AEs tell in German instead of naming what was missing: how the call went, what they asked themselves, figures of speech. A line
 * holds one idea. How a phrase is written: `../phrases.ts`.
 */
import type {ThemeWords} from "../language.js";
import {TOOLS, list} from "./phrases.js";

const words = (sure: string, weak = ""): ThemeWords => ({sure: list(sure), weak: list(weak)});

/** People who may turn out to be somebody else. */
const JOBS =
  "assistent*|assistenz|praktikant*|azubi|werkstudent*|sekretär*|sachbearbeiter*|abteilungsleiter*|bereichsleiter*|teamleiter*|geschäftsführer*|inhaber*|berater*|ingenieur*|einkäufer*|leiter*";

export const GERMAN_SCENES_DEAL: Readonly<Record<string, ThemeWords>> = {
  company: words(
    `dachte*|glaubte*|hielt ... händler|hersteller|startup|start|mittelständler|konzern|handwerksbetrieb|dienstleister|kleinbetrieb, produzieren|fertigen|vertreiben|exportieren die|sie|selbst
    welchem|welcher markt|segment|branche|umfeld|bereich ... unterwegs|tätig|aktiv|zuhause, unterwegs sind|ist, börsennotiert*, handwerk*, großkonzern*
    filiale*, filialnetz, werke, produktionsstätte*, ländergesellschaft*, landesgesellschaft*, schwesterfirma*, schwestergesellschaft*, auslandsgesellschaft*, zentrale sitzt|ist|in
    wen|was beliefern|bedienen|stellen|produzieren|fertigen|vertreiben die|sie, was die|sie ... produzieren|fertigen|vertreiben|herstellen, kundenkreis, produktportfolio, sortiment, produktpalette
    kannte|kenne die|den firma|bude|marke|laden|namen nicht, rechtsform, größenordnung der|des firma|unternehmen*|laden*|betrieb*, größe des|der unternehmen*|firma|kunden, nie|noch gehört von, tochter oder, mutter oder
    in wie vielen|vielen ländern|standorten|märkten, wie viele|wieviele standorte|filialen|werke|niederlassungen|köpfe|mann, leute arbeiten da|dort, privat oder|öffentlich, öffentliche hand|dienst, stiftung, genossenschaft
    profil|steckbrief der|des|vom|zur firma|unternehmen*|kunden, historie der firma, firmenstruktur, konzernstruktur, gesellschaftsstruktur, unternehmensform, wer ... gehört|besitzt die|der firma|laden|unternehmen
    ich hatte|habe|hab|hätte ... verwechselt`,
    `firma, märkte, konzern, standort, firmen*, unternehmens*`,
  ),
  contact: words(
    `war er|sie|ist|sei aber|doch|nur|bloß|gar|tatsächlich ${JOBS}, ist|war er|sie|der|die ${JOBS}, als ${JOBS} angekündigt|angegeben|eingetragen|geführt|vorgestellt
    anderen|neuen|neuem|anderem bereich|abteilung|job|team|position, wechsel*|gewechselt ... abteilung|bereich|job|position|firma, nummer|kontakt|mail ... raussuchen|suchen|googeln|rausfinden|recherchieren, erreichen|erreiche|erreicht ich|man ihn|sie|wen
    wie ich ihn|sie|den|die ... erreiche|erreichen|kontaktiere|anspreche, mit wem habe|hab|hatte|rede|spreche|telefoniere ich, mit wem ich, wen ich ... vor|dran|gegenüber, wer mir|ihm|da gegenüber*|dran
    was er|sie|der|die ... verantwortet|leitet|macht|tut ... dort|da|eigentlich|genau|im, wofür er|sie|der|die ... zuständig|verantwortlich, wofür zuständig, stellung im|in, dienstgrad, senioritätsstufe, hierarchiestufe, seniorität
    mail|email ... zurück|unzustellbar|prallte|ungültig, unzustellbar, kam zurück|retour, über die|der zentrale, anschluss, kein anschluss, kontaktmöglichkeit*, erreichbarkeit, visitenkarte, nachname|name falsch|anders|geschrieben, werdegang
    ansprechperson*, gegenüber ist|war|unklar, wer er|sie|das eigentlich|überhaupt|genau ist|war, was er|sie|frau|herr|das ... von beruf, titel und|oder, signatur`,
    `erreichen, vorname, stelle, ebene, zuständigkeit, jobtitel`,
  ),
  pain: words(
    `was wollen|will|möchten ... verbessern|ändern|erreichen|optimieren|lösen, woran leiden|leidet|kranken|krankt|hapert, leiden|leidet|leide die|sie|darunter|unter, denen|ihnen|ihm|ihr ... weh, weh tut|tun, wehtut
    wie groß|hoch|schlimm|stark|gravierend ist|war|sind|der|das ... schaden|verlust|aufwand|problem|schmerz|druck|leidensdruck, einsparpotenzial*|einsparpotential*, effizienz*, ineffizien*, zeitverlust, ausfall, ausfälle, ausfallkosten
    kostet sie|die|es|das ... ist zustand|problem|ganze|nichtstun|heute, was kostet ... ist zustand, nutzenargument*, nutzenrechnung, nutzenversprechen, wirtschaftlichkeit*, amortisation, was es|das ihnen|denen|ihm bringt|brächte
    warum|wieso|weshalb tun|machen|wollen|sucht|suchen sie|die|er ... das|sich|was, warum|wieso|weshalb ... überhaupt|eigentlich ... interessiert|reden|wollen|mit, was|wer treibt die|sie|ihn|den um|an, umtreibt, treibt sie um
    welches|welche problem|probleme|schmerzen|not ... wir|lösen|haben|hat, problem ... herausgearbeitet|verstanden|erfasst|beschrieben|benannt|dahinter, dahinter steckt|liegt, hinter dem interesse|anfrage|wunsch, kern des problems
    digitaler|effizienter|schneller|moderner werden, was ... schief|falsch läuft|geht ... firma|betrieb|alltag, was auf dem|spiel, auf dem spiel, messgröße*, messbares, in zahlen, zahlen hinterleg*, hinterlegt*|unterfüttert mit, handfeste zahlen
    konkreter druck|handlungsdruck|anlass|schmerz, problemstellung*, problembeschreibung, fragestellung*, pains, painpoints, sorgen bereitet|macht, kopfzerbrechen, brennt denen|ihnen|da|es, lästig*
    was|warum|wieso soll|sollte|muss ... besser|anders|schneller|einfacher|leichter werden|laufen|gehen, besser werden
    wie teuer|schlimm|groß|gravierend|akut ist das problem|schmerz|schaden, ist doch|ja kein|keine bedarf|pain|problem|grund|begründung, bedarf nicht qualifiziert|abgefragt|erfragt|geklärt`,
    `beweggrund, ausgangslage, leiden, nutzen, verbesserung, optimieren, druck`,
  ),
  current_solution: words(
    `gab|gibt|haben|hatten|hat ... schon|bereits|einen|ein ... dienstleister|anbieter|system|lieferant*|lösung|tool|partner|software, welches erp|crm|pim|wms|mes|hr|system, erp system|lösung
    wie sie|die|der|er|das ... bis jetzt|bislang|bisher|zurzeit|derzeit|aktuell|heute ... lösen|machen|regeln|handhaben|organisieren|steuern|abbilden|tun, bis jetzt|bislang lösen|machen|regeln|gemacht|gelöst|genutzt, bislang, zurzeit, zur zeit
    was wir|würden ... ablösen|ersetzen|verdrängen, ablösen|ersetzen|verdrängen würden|sollen, selbst entwickelt*|programmiert*|gebastelt*, bordmittel*, hauseigen*, inhouse, eigenbau, gewachsen* system*|prozess*|struktur*, insellösung*
    was haben|nutzen|benutzen|fahren|betreiben die|sie|er|der, noch mit|auf excel|papier|zettel|access|outlook|hand, auf papier, zettelwirtschaft, papierbasiert, handgestrickt, per hand
    wie der|die|das ablauf|prozess|arbeit ... aussieht|läuft|funktioniert, wie läuft|funktioniert|arbeiten|machen das|die|sie|es ... heute|jetzt|bisher|derzeit|aktuell|bei|momentan, wie arbeiten|arbeitet die|sie|der|kunde, womit die|sie|er, mit welchem|welcher|welchen tool*|system*|software|lösung
    bei wem die|sie ... kunde|vertrag|sind, bei welchem|wem ... anbieter|vertrag|kunde, an wen ... gebunden, wer ... heutig*|jetzig*|aktuell* anbieter|dienstleister|lieferant, vertrag mit|bei ${TOOLS}, sind auf ${TOOLS}, it landschaft|infrastruktur, tool im|heute, was steht dort|da|bei
    ist tool|system|software|lösung|prozess, wie wird|werden das|die|es|sowas ... heute|aktuell|derzeit|bisher|momentan|gemacht
    arbeiten|arbeitet die|sie|der schon|bereits|derzeit|aktuell|heute mit, machen die|sie ... selbst|selber|extern|intern|bislang`,
    `bisher, erp, anbieter heute, ablauf, infrastruktur, arbeitsweise, abläufe`,
  ),
  limitations: words(
    `warum|wieso|weshalb wollen|will|möchten|möchte ... weg|wechsel*|raus|ablösen|loswerden|umsteigen|ersetzen, klemmt|hakt|zwickt|nervt|stört|hapert|knirscht daran|damit|dabei|dort, woran es ... klemmt|hakt|hapert|liegt, was klemmt|hakt|zwickt
    fehlt|fehlen ihnen|denen|ihm ... am|an|im|in|beim|mit, was denen|ihnen fehlt|abgeht|nicht, zu langsam|umständlich|starr|teuer|alt|aufwändig|aufwendig geworden|für|ist|und, schmerz* mit|am|beim alt*|jetzig*|aktuell*|tool|system, rausgewachsen, entwachsen, herausgewachsen
    was|wo die|das|der ... heutig*|jetzig*|bestehend*|aktuell*|bisherig*|alt* ... nicht, was ... nicht leistet|kann|hergibt|abdeckt|schafft|mitbringt, gibt nicht|nichts her, flaschenhals, frust mit|über|im, ärger mit, unmut, enttäuscht* von|über|mit
    reicht|genügt|taugt ihnen|denen|ihm|das|es ... nicht, wieso|warum reicht|genügt|taugt, kritik|beschwerden am|an|über ... system|tool|anbieter|dienstleister|${TOOLS}, stört|nervt sie|ihn|die|den ... an|am|beim|bei
    schlimm|schlecht|falsch|verkehrt|blöd|doof am|beim|an|mit|im jetzig*|heutig*|aktuell*|bestehend*|alt*|system|tool|anbieter, bestehend*|jetzig*|heutig*|aktuell*|alt* tool|system|lösung|software|anbieter|prozess lücken|schwächen|grenzen|mängel|probleme|macken, warum|wieso|weshalb die|sie|er überhaupt wechseln|weg|umsteigen|tauschen ... wollen|möchten|will
    ablauf|prozess|system|tool|lösung|software ... nicht funktioniert|klappt|läuft|taugt|reicht, an welcher stelle|welchen|welchem, nicht mehr happy|glücklich|zufrieden`,
    `grenze, mangel, schwach, umständlich, wechselgrund`,
  ),
  timeline: words(
    `warum|wieso|weshalb kommt|ist ... thema ... jetzt|akut|tisch, jetzt|gerade auf den|dem|der tisch|agenda, akut, dieses|nächstes jahr ... thema|noch|oder, auslöser warum, auslöser, was drängt|treibt|eilt ... jetzt, wie eilig haben, haben sie es, eilt es
    vor|nach|bis ferien|urlaub|sommerpause|jahresende|weihnachten|sommer|saison|messe|audit, sommerpause, jahresende, jahreswechsel, quartalsende, fürs|für nächste* jahr|quartal, kein|ein datum|termin|zeitrahmen|zeitpunkt für|genannt|ist
    wann ... losgeht|losgehen|live|kaufen|entscheiden|einführen|umsetzen|braucht|benötigt|eingeführt|umgestellt, einführung|umstellung|ablösung geplant|wann|ist|zum, geplant für|ab|zum wann|#|q1|q2|q3|q4, für wann, zu wann, terminwunsch, wunschtermin
    wie lange ... noch|zeit|warten|dauert, zeitkritisch*, terminkritisch*, terminvorstellung*, terminplanung, umsetzungsplan*, projektlaufzeit, entscheidungsreif*, kaufreif*, entscheidungsfrist, entscheidungstermin*, in welchem|diesem|welcher quartal|jahr|phase|monat
    auf die lange bank, lange bank, irgendwann|jetzt oder, brandaktuell, drängt die|sie|etwas, ende der laufzeit|frist|vertrag*, vertrag|vertrags ... aus|endet|kündbar, kündbar
    wann wird|werden|ist|soll|wollen|würde|wurde ... entschieden|gestartet|umgesetzt|eingeführt|gekauft|bestellt|begonnen, warum|wieso|weshalb ausgerechnet|gerade jetzt|heuer|dieses ... passiert|los|jetzt, läuft|laufen im|ende|mitte januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|quartal ... aus
    termindruck, zeitnot, zeitknappheit, zeit*|termin*|timeline nicht qualifiziert|abgefragt|erfragt|geklärt, bis wann ... ergebnis|brauchen|entscheiden`,
    `frist, kalender, zeitrahmen, dringend, geplant`,
  ),
  budget: words(
    `geldbeutel, portemonnaie, geldbörse, geldbetrag, betrag, beträge, schmerzgrenze, preisgrenze, obergrenze, preisobergrenze, kassenlage, liquidität, mittelfreigabe, kapital, invest, investment, geldfrage, geldthema
    größenordnung beim|des|vom preis, welche*|was|welchen ... preis* erwart*|vorstell*|angenommen, preis* ... erwartung*|vorstellung*, wer gibt geld frei, wie viel|wieviel darf|kann|soll|wird|können|dürfen ... kosten|ausgeben|zahlen|werden, was darf|dürfen|dürfte es|das|wir|die ... kosten
    zahlen|zahlt|bezahlen|bezahlt sie|die|er ... heute|aktuell|bisher|jetzt|derzeit|momentan, was zahlen|zahlt|bezahlen, eingestellt im|ins haushalt|budget, freigegeben*|verfügbar*|vorgesehen* mittel|geld|summe, mittel sind|da|freigegeben|vorhanden|eingestellt
    können|kann sie|die|er sich ... leisten, leisten können|kann|kann, vom stuhl gefallen, geschluckt, schlucken, blass bei, preisschock, preissensib*, kostenbewusst*, sparkurs, sparzwang, sparprogramm, knausrig, geizig, aus welchem|wessen topf|budget|kostenstelle, kostenstelle*
    finanzielle* rahmen|situation|vorstellung*|möglichkeit*|lage, was ... wert ist|wäre, geld übrig|da|vorhanden|eingeplant, budgetjahr, budgetzyklus, budgetplanung, in euro, taschen, tief* taschen, tasche*, wer die rechnung, rechnung bezahlt, kostenlos ist|sei|wäre
    ob|ist|sind das|die geld|budget|mittel ... bewilligt|genehmigt|freigegeben|eingeplant|da, preislich ... auseinander|daneben|weit, welten auseinander
    budget|geld|preis nicht qualifiziert|abgefragt|erfragt|geklärt|besprochen, was ist|wäre|war ... wert, mit einem|der|# zehntel|hälfte|bruchteil|viertel|zehntel gerechnet`,
    `zahlen, zahlung, teurer, billiger, investment`,
  ),
  competition: words(
    `wen|was|wer schauen|schaut|sehen|gucken|testen|prüfen|vergleichen|evaluieren ... noch|sonst|alles|an, wen die|sie ... noch|sonst|alles ... ansehen|anschauen|prüfen|vergleichen|testen, wer sonst|noch ... anbietet|bietet|mitmischt|dabei|angeboten|angefragt
    gegen wen|welche|welchen|${TOOLS}, sind wir allein*|die|der ... einzig*|oder, einzige* anbieter|im|rennen, bieterverfahren, bieterkreis, vergabe*, ausgeschrieben, angebote von|liegen|eingeholt|auf, konkurrenz* ... billiger|günstiger|angebot|schneller
    hatten|haben|hat|gab ... demo|angebot|pitch|termin|gespräch ... von|mit|bei ${TOOLS}|konkurren*|wettbewerb*|anderen|einem, auf dem tisch|schirm ... angebot*|konkurren*|wettbewerb*, make or buy, selber|selbst machen|bauen|entwickeln, favorit* haben|hat|ist|gibt, schon|bereits entschieden für|gegen
    weitere|andere|sonstige kandidat*|mitspieler*|optionen|option|lösungen|tools, wer ... billiger|günstiger|besser, wie stehen wir|da, wie wir|stehen ... dastehen|abschneiden, zweitangebot, drei angebote, einholen, mehrere anbieter|angebote
    welche|wieviele anbieter|hersteller|tools|lösungen|firmen ... sehen|schauen|prüfen|vergleichen|anschauen|ansehen|testen|angefragt, demos|angebote|termine von|bei|mit anderen|weiteren|zwei|drei
    schon|bereits jemand|wer|einer|andere vor|nach uns|mir, vor|nach uns präsentiert|gepitcht|vorgestellt|da|dran, hat|haben ... präsentiert|gepitcht, mit wem stehen|sind wir`,
    `angebot, konkurrenz, kandidaten, mitspieler, günstiger`,
  ),
};
