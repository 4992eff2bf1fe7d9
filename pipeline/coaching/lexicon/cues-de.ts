/** German words that tell what is praised from what was missing. */
import type {Language} from "../themes.js";
import {GERMAN_THEMES} from "./de.js";
import {list} from "./phrases.js";

export const GERMAN: Language = {
  themes: GERMAN_THEMES,
  cues: {
    praise: list(
      `perfekt*, exzellent*, hervorragend*, ausgezeichnet*, spitze*, spitzenmäßig, klasse, prima, toll*, großartig*, sehr|echt|richtig|wirklich|super gut*|hilfreich*|klar|sauber|stark|nützlich, gute*|guter|gutes|saubere*|starke* info*|notizen|vorarbeit|übergabe|brief*|vorbereitung|arbeit|zusammenfassung|überblick, waren|war|alles|ist|sind gut|super|top|klar|ok|okay|da|vorhanden|dabei|drin|sauber|bekannt|hilfreich|stimmig|vollständig|prima, gefiel, gefallen, gelungen*, vorbildlich*, lob, nicht schlecht, kein problem, danke, dankeschön, merci, lob, loben, weiß|wusste|kenne|kannte ich, stand|steht|standen alles|auch|ja|schon drin|da, war|waren|super|gut|sauber|top beschrieben, haben gestimmt, direkt einsteigen, weiter so, geholfen, top|super|perfekte|gute|klasse|tolle|saubere übergabe|arbeit|vorbereitung|brief|briefing|job|handoff, beste* übergabe|brief*|handoff, bitte immer|weiter|genau so, bitte immer|weiter genau so, rund, runde sache, rundes ding, lief super|gut|prima|rund, gut gelaufen`,
    ),
    praise_after: list(
      `gut, super, top, klar, ok, okay, passt, passte, passten, vorhanden, vollständig, sauber, ausführlich, hilfreich, stimmte, stimmten, drin, bekannt, prima, in ordnung, dokumentiert, korrekt, erwähnt, genannt, notiert, vermerkt, aufgeführt, angegeben, beschrieben, stand|standen|steht|stehen|war|waren drin|da|drinnen, hinterlegt, richtig, alles drin|da`,
    ),
    lack: list(
      `nicht, nichts, kein*, nie, niemals, ohne, fehlt*, fehlen*, fehlend*, gefehlt, vermiss*, mangel*, wäre*, =hätte|=hätten|=Hätte|=Hätten|=haette|=hätt, =könnte|=könnten|=Könnte, sollte*, =würde|=würden|=Würde, =müsste|=müssten, bitte, wünsch*, gewünscht, nächstes mal, mehr, besser*, klarer*, genauer*, früher, konkreter*, ausführlicher*, unklar*, vage, unbekannt*, schwammig*, generisch*, dünn, dünne*, knapp*, kurz, spät*, falsch*, leer*, alt, veraltet*, schlecht*, schwach*, unvollständig*, wenig*, kaum, keine ahnung, musste*, offen, leider, zu, brauche, brauch, gebraucht, benötig*, weder, noch, gut zu wissen, schön wenn, hilfreich wenn, =wäre|=wären|=waeren|=waere gut|super|schön|hilfreich|toll|nett|top|prima, wer|was|wie|wieviel|ob|welche* ... ist|war|sitzt|steht|waren drin|da|dabei, nix, erst, plötzlich, wer alles|noch|sonst|jetzt dabei|da|drin|kommt|ist, anders|falsch|nichts|nix|nicht|kaum drin|drinnen|da, stimmt*|stimmte* hinten und vorne, was|wie|womit|worauf kommt|komme|passt|zieht|läuft, welche* ... passt|gut|zieht, na danke|toll|super`,
    ),
    turn: list(
      `aber, jedoch, allerdings, nur, ansonsten, sonst war|alles|gut|super|top|passt|ok|okay|sehr|prima|perfekt|nichts|klasse|fein, rest, alles andere, lediglich, einzig*, bloß, obwohl, doch, hingegen, dagegen, trotzdem`,
    ),
    except: list(`außer, bis auf, abgesehen, mit ausnahme, ausgenommen`),
    contrast: list(
      `aber nicht|nichts|kein*|wer|was|warum|wieso|wo|wann|wie|womit|niemand|ohne, nur|bloß nicht|kein*|ohne, jedoch|allerdings nicht|kein*|was|wer`,
    ),
    join: list(`und, sowie`),
    nothing: list(
      `kein|keine kritikpunkt|kritikpunkte|kritik, konnte|konnten direkt|gleich|sofort loslegen|einsteigen|starten, hat gepasst, hat alles gepasst, alles da|gut|super|top|klar|ok|okay|bestens|perfekt|vorhanden|dabei|drin|vollständig|prima|paletti|fein|komplett|bekannt|gesagt|abgedeckt|gepasst|passt|roger|in, alles ... war|ist|was ... da|dabei|vorhanden|drin|gebraucht|klar|brauchte|perfekt|gut|super, hat|hatte alles, alles was ... brauch*|nötig, nichts zu|fehlt|gefehlt|fehlte|auszusetzen|vermisst|weiter|besonderes|hinzuzufügen|gravierend*|wesentlich*|wirklich, nichts ... gefehlt|vermisst|fehlte|fehlt|auszusetzen|bemängeln|meckern|beanstanden|hinzuzufügen|ein, hat nichts gefehlt, fehlte|fehlt|gefehlt hat|mir|eigentlich|nichts nichts, nix gefehlt|vermisst|fehlt|auszusetzen|zu, keine einwände|beanstandung*|beschwerde*|anmerkung*|wünsche|lücken|mängel|kritik, wunschlos, passt so|alles|schon|soweit, passt, passte alles, weiter so, rundum|rundherum, hat|hats alles gepasst, sehr|top|super gut|vorbereitet|gemacht vorbereitet|gemacht, bestens vorbereitet|informiert|gebrieft, gut vorbereitet|gebrieft|informiert, besser gehts|geht nicht|nimmer, gefehlt hat|hätte nix|nichts, es|mir fehlt|fehlte|hat nix|nichts, nix|nichts hat gefehlt, nix zu|gefehlt|vermisst, hatte|habe alles was|nötige|wichtige, keine lücken|fragen|beanstandungen|überraschungen|ergänzungen|wünsche, keinerlei, keine|kein offenen|offene|weiteren|weitere fragen|punkte|themen|wünsche, weder ... noch ... fehlt|fehlte|gefehlt|gefehlt, chapeau, hut ab, respekt, eins a, einsa, rest auch|ist|war ok|gut|fein|okay, also passt, also alles gut|ok|da, mehr davon, kann|könnte nicht|nix|nichts meckern|klagen|sagen, kann|könnte nicht meckern, war|wirklich|echt rund, fehlte|fehlt|gefehlt|mir|fehlt nix, ausnahmsweise|diesmal|heute nichts|nix, bin|war|sehr|rundum zufrieden`,
    ),
  },
  blank: list(
    `nichts, nix, nö, nein, kein, keine, keins, keiner, ne, nee, nichts besonderes|weiter|weiteres|konkretes|wesentliches, gar|garnichts nichts, garnichts, eigentlich nichts, passt, passt alles|so, alles gut|da|ok|top|super|passt|klar|bestens, ok, entfällt, entfaellt, keine angabe|angaben|anmerkung|anmerkungen|ergänzung|ergänzungen|kommentar, k a, super, top, gut, sehr gut, danke, nichts danke, nichts alles gut|da|super|top, nichts gefehlt, nichts fehlt, nichts hat gefehlt, es hat nichts gefehlt, perfekt, nichts passt|passte, nichts soweit, diesmal nichts, nichts diesmal, fällt mir nichts ein, nein alles gut|da|super, nicht zutreffend, nichts mir fällt nichts ein, nein passt, nix passt, nichts passt so, nix fehlt, fehlt nichts|nix, diesmal nix, alles bestens|perfekt|prima|drin|dabei|vorhanden|super|klar, keinerlei, passt schon|soweit, nicht|nichts wirklich, mir fehlte nichts, nichts nennenswertes|weiteres|dergleichen|auszusetzen, bestens, war rund, war bestens|super|top, kann nicht meckern, prima, tadellos, sauber, einwandfrei, bin|war|sehr zufrieden, bin sehr|rundum zufrieden, wüsste nicht was, wüsste nichts, ausnahmsweise|diesmal|heute nichts|nix, gut gemacht|vorbereitet, keine anmerkungen|einwände|kritik, läuft, von mir aus|her|meiner|seite nichts|nix, von meiner seite nichts|nix, wirklich|absolut|echt nichts|nix, war ne|eine runde sache, keine fragen, alles klar|geklärt, ich war im bilde, war im bilde, voll im bilde`,
  ),
  aside: list(
    `schnittstelle|schnittstellen, api, sso, hosting, gehostet, server, rechenzentr*, verschlüsselung, zertifikat*, sla, vertragsentwurf, vertragsmuster, avv, nda, anbindung*
    kaffee, kuchen, bier, wetter, laptop, parkplatz, stau, bahn, parken, mikro, kopfhörer, akku, wlan
    nicht erschienen|gekommen|aufgetaucht|da, kam nicht, no show, versetzt worden, krank, warum|wieso ich|bekomme ich, warum bekomme ich, provision, gebietsregel*, frag|fragt sdr|ihn|sie|mich, siehe mail|slack|crm|oben|unten|notizen|chat|anhang|opp, nicht mein*|meiner, nicht|schwer|schlecht beurteilen|sagen|einschätzen|bewerten, kann ich ... nicht, schwer zu, keine meinung|aussage|bewertung, weiß nicht, war nicht dabei|da|im, fand nicht|noch statt, call|termin|gespräch|meeting ... noch|erst|morgen|übermorgen|nächste|verschoben|abgesagt, abgesagt, absagen, verschoben, dieses formular|feld|frage, später, morgen, im urlaub, krank, warte noch|auf, gleiche wie, wie immer|oben|letztes|beim, übernommen von`,
  ),
  ignore: list(
    `davon|darüber|dazu|hiervon|darin stand|steht|stehen|wusste|war nichts|nix|nirgends|kein, kein*|mehr|bessere*|genauere*|ohne|nähere|weitere|wenig|konkrete info|infos|information*|notiz*|angaben|details|hintergrund|kontext|daten|wort|aussage zum|zur|zu|über|vom|von|bezüglich|bzgl|rund, kein problem, auf dem laufenden, zum ersten|nächsten|letzten mal, in diesem zusammenhang, auf jeden fall, im grunde, zum teil, im prinzip, bei null ist, zum beispiel, preis leistung, im endeffekt, aus der sicht, in der regel, auf den ersten blick, mit der zeit, zur zeit, nächstes mal, beim nächsten mal, steht|stand|stehen nichts|nix|wenig davon|dazu|zu|zum|zur|über|von|drüber, wort dazu|darüber, infos|angaben|details dazu, im termin|gespräch|call|meeting, dem|den|der termin, ein detail, letzte woche, nächste woche, im ersten termin|gespräch, zum termin|gespräch|call, vor|nach|im dem|ersten termin, lizenzen|seats|user im einsatz, gute* gespräch, nettes gespräch, kollege|kollegin hat|hats übernommen, keine zeit zum|das|es ausfüllen, frag|fragt mich ... nochmal|danach|später, hab ich ... schon gesagt`,
  ),
  small: list(
    `der, die, das, den, dem, des, ein, eine, einen, einem, einer, eines, ihr, ihre, ihren, ihrem, ihrer, mein, meine, unser, unsere, deren, seine, sein, genau, genaue, auch, eigentlich, überhaupt, so, denn, noch, wirklich, es, sich, da, hier, uns, mir, ich, wir, man, gar, ganz, mal, schon, war, ist, hat, zum, zur, konkrete, konkret, echt, halt, einfach`,
  ),
  others: list(
    `aufgabe, aufgaben, ausgabe, sprachen, gesprochen, gebrochen, versprochen, besucher, versuche, bericht, berichte, gericht, schreiben, treffen, bessere, besserer, klassen, stunden, kunden, gefunden, verbunden, arbeiten, bereits`,
  ),
};
