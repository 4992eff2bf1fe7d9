/**
 * The words by which titles, departments, industries and places are told for the checklists. Compared without case, accents and
 * punctuation; a star stands for any letters of the word (`*leiter`). The configuration may replace any list under `criteria_words`.
 */
export const CRITERIA_WORDS = {
  /** A title with one of these is of a director or above … */
  director: [
    "director", "head", "vp", "svp", "evp", "avp", "rvp", "vice president", "president", "chief", "owner", "founder", "cofounder", "partner",
    "general manager", "managing director", "principal", "general counsel", "chairman", "chairwoman", "chair", "proprietor",
    "ceo", "cfo", "coo", "cio", "cto", "cmo", "cro", "ciso", "cso", "cpo", "cdo", "chro", "cco", "cxo", "clo", "cao", "md",
    "*direktor", "*direktorin", "*leiter", "*leiterin", "leitung", "*leitung", "*geschaftsfuhrer", "*geschaeftsfuehrer",
    "*geschaftsfuhrerin", "*geschaeftsfuehrerin", "geschaftsfuhrung", "geschaeftsfuehrung", "geschaftsleitung", "*vorstand", "*vorstandin",
    "vorstandsmitglied", "prokurist", "prokuristin", "inhaber", "inhaberin", "grunder", "gruender", "grunderin", "gruenderin", "vizeprasident",
    "directeur", "directrice", "pdg", "dg", "dsi", "daf", "drh", "gerant", "gerante", "fondateur", "fondatrice", "proprietaire", "vice president",
    "presidente", "directora", "presidenta", "vicepresidente", "vicepresidenta", "gerente general", "consejero delegado", "consejera delegada",
    "fundador", "fundadora", "propietario", "propietaria", "dueno", "duena", "direttore", "direttrice", "diretor", "diretora",
  ],
  /** … unless one of these stands in it as well. */
  not_director: [
    "associate", "assistant", "assistent", "assistentin", "assistenz", "assistante", "asistente", "asistenta", "secretary", "sekretar",
    "sekretarin", "intern", "trainee", "praktikant", "praktikantin", "werkstudent", "stagiaire", "apprentice", "office of the",
    "product owner", "process owner", "system owner", "data owner", "service owner", "*teamleiter", "*teamleiterin", "teamleitung",
    "*projektleiter", "*projektleiterin", "projektleitung", "*gruppenleiter", "*gruppenleiterin", "schichtleiter",
  ],
  sales: [
    "sales", "vertrieb", "vertriebs*", "verkauf", "verkaufs*", "ventes", "ventas", "vendite", "commercial", "comercial", "commerciale",
    "business development", "account management", "revenue", "cro",
  ],
  marketing: [
    "marketing", "demand generation", "demand gen", "growth", "brand", "communications", "mercadotecnia", "mercadeo", "cmo", "*marketing",
  ],
  revops: [
    "revops", "rev ops", "revenue operations", "sales operations", "sales ops", "marketing operations", "marketing ops", "gtm operations",
    "go to market operations", "commercial operations", "business operations", "vertriebssteuerung", "vertriebsinnendienst", "sales enablement",
  ],
  it: [
    "it", "ict", "edv", "information technology", "information systems", "informationstechnik", "informationstechnologie", "informatik",
    "informatique", "informatica", "sistemas", "systems", "technology", "tecnologia", "technologie", "cio", "cto", "dsi", "ciso",
  ],
  b2b_saas: ["saas", "b2b saas", "software as a service", "cloud software", "cloud services", "b2b software"],
  technology: [
    "technology", "technologies", "tech", "*tech", "software", "*software", "internet", "hardware", "it", "information technology", "computer",
    "computers", "computer software", "computer hardware", "computer networking", "network security", "cybersecurity", "cyber security",
    "semiconductors", "softwareentwicklung", "technologie", "informatik", "informatique", "informatica", "tecnologia", "it dienstleistungen",
    "logiciel", "logiciels",
  ],
  /** An industry with one of these is no technology, whatever else stands in it. */
  not_technology: ["biotech", "biotechnology", "medtech"],
  professional_services: [
    "professional services", "consulting", "management consulting", "consultancy", "consultants", "advisory", "legal services", "law firm", "law firms",
    "law practice", "legal", "accounting", "auditing", "tax services", "business services", "staffing", "recruiting", "staffing and recruiting", "human resources",
    "architecture", "architecture planning", "engineering services", "marketing and advertising", "advertising services", "marketing agency", "digital agency",
    "unternehmensberatung", "*beratung", "beratung", "wirtschaftsprufung", "rechtsberatung", "steuerberatung", "freie berufe", "personaldienstleistungen",
    "unternehmensnahe dienstleistungen", "services professionnels", "services aux entreprises", "conseil", "servicios profesionales",
    "consultoria", "asesoria",
  ],
  /** Countries, as whole names and ISO codes. */
  north_america: [
    "us", "usa", "u s", "u s a", "united states", "united states of america", "the united states", "vereinigte staaten", "vereinigte staaten von amerika",
    "etats unis", "etats unis d amerique", "estados unidos", "stati uniti", "ca", "can", "canada", "kanada", "north america", "nordamerika",
  ],
  western_europe: [
    "ad", "and", "andorra", "at", "aut", "austria", "osterreich", "oesterreich", "autriche", "be", "bel", "belgium", "belgien", "belgique", "belgie",
    "ch", "che", "switzerland", "schweiz", "suisse", "svizzera", "de", "deu", "germany", "deutschland", "allemagne", "alemania",
    "dk", "dnk", "denmark", "danemark", "danmark", "es", "esp", "spain", "spanien", "espana", "espagne", "fi", "fin", "finland", "finnland", "suomi",
    "fr", "fra", "france", "frankreich", "francia", "gb", "gbr", "uk", "u k", "united kingdom", "the united kingdom", "great britain", "england",
    "scotland", "wales", "northern ireland", "vereinigtes konigreich", "vereinigtes koenigreich", "grossbritannien", "gro britannien", "royaume uni",
    "reino unido", "gg", "guernsey", "im", "isle of man", "je", "jersey", "ie", "irl", "ireland", "irland", "irlande", "eire", "is", "isl", "iceland", "island",
    "it", "ita", "italy", "italien", "italia", "italie", "li", "lie", "liechtenstein", "lu", "lux", "luxembourg", "luxemburg", "mc", "mco", "monaco",
    "mt", "mlt", "malta", "nl", "nld", "netherlands", "the netherlands", "niederlande", "nederland", "holland", "pays bas", "no", "nor", "norway", "norwegen",
    "norge", "pt", "prt", "portugal", "se", "swe", "sweden", "schweden", "sverige", "suede", "sm", "smr", "san marino", "western europe", "westeuropa",
  ],
  /** States and provinces that tell the continent by themselves: names anywhere, codes in `state` where no country is named. */
  north_american_states: [
    "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware", "district of columbia", "florida", "georgia",
    "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine", "maryland", "massachusetts", "michigan", "minnesota",
    "mississippi", "missouri", "montana", "nebraska", "nevada", "new hampshire", "new jersey", "new mexico", "new york", "north carolina", "north dakota",
    "ohio", "oklahoma", "oregon", "pennsylvania", "puerto rico", "rhode island", "south carolina", "south dakota", "tennessee", "texas", "utah", "vermont", "virginia",
    "washington", "washington dc", "west virginia", "wisconsin", "wyoming", "alberta", "british columbia", "manitoba", "new brunswick",
    "newfoundland and labrador", "newfoundland", "nova scotia", "northwest territories", "nunavut", "ontario", "prince edward island", "quebec", "saskatchewan", "yukon",
  ],
  north_american_codes: [
    "al", "ak", "az", "ar", "ca", "co", "ct", "de", "dc", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me", "md", "ma", "mi", "mn", "ms", "mo",
    "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa", "pr", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy",
    "ab", "bc", "mb", "nb", "nl", "ns", "nt", "nu", "on", "pe", "qc", "sk", "yt",
  ],
  /** What says that a part in the decision, or the budget cycle, is not confirmed; as the whole cell. */
  not_confirmed: [
    "no", "none", "false", "n", "0", "nein", "non", "not confirmed", "unconfirmed", "not involved", "no involvement", "uses", "user", "end user",
    "not investigated", "not asked", "to be confirmed", "not yet",
  ],
} as const satisfies Record<string, readonly string[]>; // prettier-ignore
export type WordList = keyof typeof CRITERIA_WORDS;
export const WORD_LISTS = Object.keys(CRITERIA_WORDS) as [WordList, ...WordList[]];
