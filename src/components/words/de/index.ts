/*
 * The site in German. What was chosen, so that one idea keeps one word:
 *
 *   handoff            Übergabe                      meeting            Termin
 *   brief              Briefing                      held / no-show     wahrgenommen / nicht erschienen
 *   accept / reject    annehmen / ablehnen           put off            verschoben
 *   prospect           Interessent                   account            Firma
 *   champion           Champion (mit Erklärung)      economic buyer     Budgetentscheider
 *   pain               Problem                       stakeholders       Beteiligte
 *   ready              bereit                        in flight          in der Schwebe
 *   noise, chance      Zufall                        provisional        vorläufig
 *   behaviour          Gewohnheit                    focus              Schwerpunkt
 *   plain / shrunk     gezählt / geglättet           adjusted           bereinigt
 *   routing, rotation  Zuteilung, Rotation           rating, severity   Bewertung, Strenge
 *   funnel             Trichter                      playbook           Leitfaden
 *
 * SDR, AE, SAL, SQL, Lead, Opportunity and Pipeline are what people in German sales say. Readers are addressed with Sie. What
 * metrics count ({counted}) comes in the nominative, so it stands where a nominative can: "61 % (9 wahrgenommene Termine)".
 */
export {GRAMMAR} from "./grammar.js";
export {TERMS} from "./terms.js";
export {PAGES, WORDS} from "./words.js";
