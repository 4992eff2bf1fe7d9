/**
 * What makes a filled field specific enough to act on, and what to ask when it is missing or vague. Data: the models make SQL of
 * it. English and German.
 */

/** What a side does before a meeting, and what it does it with: "brings … report". */
const DOES =
  "\\b(prepar(es?|ing)|bring(s|ing)?|send(s|ing)?|shar(es?|ing)|check(s|ing)?|map(s|ping)?|invit(es?|ing)|review(s|ing)?|confirm(s|ing)?|collect(s|ing)?|gather(s|ing)?|provid(es?|ing)|export(s|ing)?|draft(s|ing)?|complet(es?|ing)|fill(s|ing)?|introduc(es?|ing)|request(s|ing)?|compil(es?|ing)|forward(s|ing)?|upload(s|ing)?|obtain(s|ing)?|clarif(y|ies|ying)|pull(s|ing)?|signs?|names?|lists|tests?|asks?)\\b|\\b(bereite|bring|schick|(zu)?send|sammel|liefer|exportier|besorg|benenn|nenn|zeig|prüf|klär|lädt|laden|holt|stellt|legt|füllt|teilt|erstellt)";
/** The same where the verb comes last: "report brought along by …", "Bericht mitbringen". */
const DONE =
  "\\b(prepared|brought|sent|shared|checked|mapped|invited|reviewed|confirmed|collected|gathered|provided|exported|drafted|completed|filled|signed)\\b|mitbringen|vorbereite|schicken|senden|prüfen|klären|sammeln|liefern|exportieren|besorgen|benennen|einladen|ausfüllen|erstellen|bereitstellen|vorlegen|mitgebracht|geschickt|geprüft|geklärt|gesendet|ausgefüllt";
const GOODS =
  "\\b(reports?|contracts?|agreements?|samples?|figures|numbers|lists?|data|dataset|access|approvals?|questionnaires?|stakeholders?|templates?|spreadsheets?|exports?|files?|drafts?|documents?|documentation|requirements?|criteria|budgets?|quotes?|invoices?|screenshots?|logs?|credentials|org chart|sign[- ]?offs?|nda|dpa|msa|business case|use cases?|examples?|policy|policies|integrations?|checklists?|references?|sandbox|decision[- ]makers?)\\b|bericht|vertr[aä]g|muster|zahlen|liste|daten|zugang|zugänge|zugriff|freigab|genehmigung|frageb[oö]gen|beteiligte|vorlage|tabelle|datei|unterlage|entw[uü]rf|anforderung|beispiel|auswertung|übersicht|rechnung|ansprechpartner|entscheider";

/** Signs that a text names something: RE2 patterns; upper and lower case matter only in `name` signs. */
export const SIGNS = {
  number:
    "\\p{Nd}|\\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen|half|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dutzend|hälfte)\\b",
  date: "\\p{Nd}|\\b(jan(uary|uar)?|feb(ruary|ruar)?|march|mar|märz|april|apr|may|mai|june?|juni|july?|juli|aug(ust)?|sept?(ember)?|oct(ober)?|okt(ober)?|nov(ember)?|dec(ember)?|dez(ember)?)\\b|\\b(mon|tues|wednes|thurs|fri|satur|sun)day\\b|\\b(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|\\b(this|next|end of( the)?|by the end of( the)?|before|within( a| the)?) (week|month|quarter|year|fiscal|summer|spring|autumn|fall|winter|christmas|easter)|\\b(today|tomorrow|immediately|year[- ]end|quarter[- ]end)\\b|quartal|jahresende|monatsende|jahreswechsel|geschäftsjahr|\\b(nächste[rsn]?|diese[rsn]?|kommende[rsn]?) (woche|monat|quartal|jahr|frühjahr|sommer|herbst|winter)|\\b(sofort|heute|morgen)\\b",
  /** A time that is over tells which report or when it was, never by when. */
  past: "\\b(last|past|previous) (week|month|quarter|year|fiscal|summer|spring|autumn|fall|winter|christmas|easter)|\\b(letzte[mnrs]?|vergangene[mnrs]?|vorige[mnrs]?) (woche|monats?|quartals?|jahr(es)?|frühjahrs?|sommers?|herbst(es)?|winters?)|\\bvor(monat|quartal|jahr)",
  process:
    "\\b(approv|allocat|sign(s|ed)?[- ]?off|signs|procure|purchas|tender|rfp|rfi|purchase order|board|cfo|ceo|coo|cio|vp|finance|fiscal|earmark|line item|cost cent|reserved|confirmed|business case|capex|opex|credit card)|freigab|freigegeb|genehmig|einkauf|ausschreib|beantrag|vorstand|geschäftsführ|kostenstelle|eingeplant|reserviert|bestätigt",
  role: "\\b(c[efimort]o|cpo|cro|cmo|ciso|vp|svp|evp|president|director|head|lead|leads|manager|chief|officer|owner|founder|partner|legal|finance|procurement|security|controller|counsel|engineer|analyst|architect|admin|administrator|assistant|buyer)\\b|leiter|geschäftsführ|vorstand|inhaber|einkauf|einkäufer|rechtsabteilung|controlling|abteilung",
  /** Somebody does something with a thing that can be had or not, in one sentence. */
  action: `(${DOES})[^.;!?\\n]*(${GOODS})|(${GOODS})[^.;!?\\n]*(${DONE})`,
  /** An acronym, a name written LikeThis, or a capital inside the text. */
  name: "\\b\\p{Lu}[\\p{Lu}\\p{Nd}]+\\b|\\p{Ll}\\p{Lu}|[\\p{Ll},(] \\p{Lu}\\p{Ll}|[\"“„«']\\p{L}",
} as const;
export type Sign = keyof typeof SIGNS | "person";

/** Words that are capitalised beside a name, or instead of one; what is left after them must be the name. */
export const NO_NAMES = "the|a|an|our|their|his|her|our|all|any|some|someone|somebody|unknown|one|not|no|yes|name|title|probably|maybe|likely|contact|team|teams|vp|svp|evp|avp|c[efimort]o|cpo|cro|cmo|ciso|president|vice|director|head|lead|leads|manager|managers|managing|chief|officer|owner|founder|partner|senior|junior|global|regional|sales|marketing|revops|operations|ops|revenue|finance|financial|legal|procurement|purchasing|security|information|technology|it|hr|human|resources|product|engineering|customer|success|support|business|commercial|technical|economic|buyer|buyers|champion|general|counsel|controller|of|and|der|die|das|ein|eine|unser|unsere|ihr|ihre|leiter|leiterin|leitung|vertrieb|einkauf|geschäftsführer|geschäftsführerin|geschäftsführung|vorstand|abteilung|fachabteilung|rechtsabteilung|bereich|finanzen|kaufmännischer|technischer|technische|noch|unbekannt|entscheider|und"; // prettier-ignore
/** A department that capitals alone tell from a word. */
export const CAPITAL_ROLES = "\\bIT\\b";
/** A form of address makes a name of one word a person. */
export const ADDRESSES = "\\b(mr|mrs|ms|dr|prof|herr|herrn|frau)\\b";

/** Words that say nothing by themselves; a text made of these alone is vague wherever specificity is judged. */
export const GENERIC_WORDS = "a|an|the|and|or|of|to|for|with|in|on|is|are|be|they|their|them|it|some|any|various|several|different|many|other|others|few|more|most|all|everyone|everybody|nobody|people|team|teams|users|staff|yes|no|ok|okay|good|fine|maybe|probably|possibly|perhaps|soon|later|asap|eventually|sometime|somewhere|something|anything|open|flexible|tight|limited|exists|available|there|interested|interest|want|wants|wanted|looking|look|need|needs|would|like|improve|improvement|better|more|efficient|efficiency|growth|grow|process|processes|manual|manually|in-house|inhouse|internal|internally|legacy|old|existing|current|own|homegrown|system|systems|tool|tools|software|solution|solutions|stuff|things|thing|competitor|competitors|vendor|vendors|evaluating|considering|call|meeting|demo|follow|up|discuss|talk|touch|base|general|price|pricing|usual|everything|ein|eine|einen|der|die|das|und|oder|mit|im|in|es|sie|wir|ist|sind|gibt|verschiedene|diverse|einige|mehrere|andere|viele|alle|jeder|ja|nein|gut|vielleicht|bald|demnächst|später|irgendwann|offen|flexibel|vorhanden|begrenzt|interesse|interessiert|wollen|möchten|brauchen|effizienter|effizienz|besser|verbessern|wachstum|prozess|prozesse|manuell|manuelle|intern|altes|alte|bestehendes|eigene|eigenes|system|systeme|werkzeuge|lösung|lösungen|anbieter|allgemein|telefonat|gespräch|nachfassen|preis"; // prettier-ignore

export interface Specific {
  /** Signs of which one must show. */
  signs?: readonly Sign[];
  /** So many words are specific without a sign. */
  words?: number;
}

/** By field; a field that is not named is never vague. A text of generic words alone is vague whatever else holds. */
export const SPECIFIC: Readonly<Record<string, Specific>> = {
  size: {signs: ["number"]},
  pain_primary: {signs: ["number", "name"], words: 8},
  pain_secondary: {signs: ["number", "name"], words: 6},
  pain_tertiary: {signs: ["number", "name"], words: 6},
  business_impact: {signs: ["number"], words: 10},
  current_solution: {words: 1},
  limitations: {signs: ["number", "name"], words: 5},
  timeline: {signs: ["date"]},
  timeline_reason: {signs: ["date", "name"], words: 4},
  budget: {signs: ["number", "process"]},
  competitive_context: {words: 1},
  champion: {signs: ["person"]},
  champion_commitment: {signs: ["date", "past"], words: 3},
  economic_buyer: {signs: ["person"]},
  technical_buyer: {signs: ["person"]},
  end_users: {words: 1},
  access_status: {signs: ["person", "role", "number"], words: 6},
  first_contact: {signs: ["date", "past"]},
  key_moments: {signs: ["date", "past"], words: 8},
  prospect_attendees: {signs: ["person", "role", "number"]},
  next_steps: {signs: ["number", "date", "past", "role", "person", "action"], words: 12},
  focus_area: {signs: ["number", "name"], words: 4},
  objections: {signs: ["number", "name"], words: 4},
  usage_summary: {signs: ["number"]},
};

/**
 * The question that brings the answer, by field: a sentence that whoever makes the call can say to the prospect. What only our own
 * side can know is asked of the SDR.
 */
export const ASKS: Readonly<Record<string, string>> = {
  company: "What is the full name of your company?",
  industry: "Which industry do you count yourselves in?",
  size: "How many people work there?",
  annual_revenue: "Roughly what do you turn over in a year?",
  location: "Where is your head office?",
  website: "What is your web address?",
  company_fit: "What makes this a company like our customers?",
  contact_name: "Who exactly will be on the call?",
  contact_title: "What is your role, and whom do you report to?",
  contact_department: "Which department are you in?",
  contact_email: "Which e-mail address reaches you best?",
  contact_phone: "Which number reaches you best?",
  contact_linkedin: "Where do we find you on LinkedIn?",
  pain_primary: "What does not work today, and what does that cost you?",
  pain_secondary: "What else gets in your way, and how often?",
  pain_tertiary: "Is there a third thing that slows you down?",
  business_impact: "What would change in numbers if it were solved?",
  current_solution: "How do you do it today?",
  limitations: "Where does today’s way let you down?",
  timeline: "By when do you want this decided, and what happens if it slips?",
  timeline_reason: "What makes that the date?",
  budget: "Is money set aside, and if not, how is it found?",
  competitive_context: "Who else are you looking at?",
  champion: "Who will push this inside when we are not there?",
  champion_commitment: "What has your sponsor agreed to do?",
  economic_buyer: "Who signs in the end, and when do we meet them?",
  technical_buyer: "Who checks whether it fits your systems?",
  end_users: "Who would work with it every day?",
  committee_size: "How many people have a say?",
  political_landscape: "Who is for this, who is against it?",
  access_status: "Which of your colleagues have agreed to meet us?",
  first_contact: "When and how did we first talk?",
  key_moments: "What has changed your mind about this so far, and when?",
  prospect_attendees: "Who of yours will join, and in which role?",
  our_attendees: "Who of ours attends, and does the SDR join?",
  meeting_link: "Where is the link to the call?",
  next_steps: "What did you agree to prepare for the meeting?",
  focus_area: "What should the AE find out first?",
  personality: "How does the contact like to be talked to?",
  hot_buttons: "What about this matters most to you personally?",
  objections: "What might make you say no?",
  case_study: "Which customer of ours is like them?",
  talking_points: "Which points should the AE raise?",
  usage_summary: "What do you do in the product today, and how often?",
  use_cases_observed: "What do you use the product for?",
  regional_context: "What is different about your market?",
  related_accounts: "Which accounts that the AE knows are close to this one?",
};

/** Fields that only our own side can tell, so that a brief never has the AE ask the prospect for them. */
export const OURS_TO_TELL: readonly string[] = [
  "company_fit", "first_contact", "our_attendees", "meeting_link", "next_steps", "focus_area", "personality", "case_study", "talking_points",
  "related_accounts",
]; // prettier-ignore
