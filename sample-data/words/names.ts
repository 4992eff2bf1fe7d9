/** First and last names of many origins, combined at random: nobody in the sample is a real person. */
export const FIRST_NAMES = `
  Amara Anton Asha Beatriz Bjarne Camille Cedric Chiara Daan Dalia Davor Elif Emeka Esme Fatou Felix Freja Gael Greta
  Hamid Hana Henrik Ida Ilse Imani Inés Ivo Jana Jarek Joana Jonas Kaja Kenji Kiran Lars Leila Lene Linh Lucía Maeve
  Malik Mareike Mateo Mei Mila Mina Naomi Nikhil Noor Odile Omar Oskar Paloma Pavel Petra Priya Quentin Rafael Rania
  Remy Rosa Ruben Saskia Selma Sena Silvia Sofia Søren Tamsin Tariq Teresa Thandi Tomás Uma Vera Viktor Wanda Yara Yusuf
  Zoë
`
  .trim()
  .split(/\s+/);

export const LAST_NAMES = `
  Abara Adeyo Almquist Andrade Arslan Baptiste Barros Bergholm Bhatt Birkeland Blanchet Borgmann Brandvik Cabral
  Castellan Chaudry Cordero Dahlmann Dembele Desmet Dinh Dovland Dragan Eberling Ekström Elmadi Escobedo Fairburn Farias
  Fenwick Feuerbach Fiala Fontanel Galvão Garrick Gessner Gokhale Grabner Guillard Haddou Hagström Halloran Hartvig
  Hayashida Hellberg Hollis Ibarra Ilunga Ivanek Jankova Jarvela Jorgens Kaloyan Kamara Kattner Kimathi Kolbeck Kowalik
  Krishnan Kuznik Lachance Lampert Langvad Lindeman Lombardo Lozada Maalouf Macklin Marchetti Mbeki Mehrotra Meriläinen
  Mikkelborg Montalvo Moriyama Nakagawa Navratil Ndiaye Nordgren Novelli Nwosu Oduya Ojeda Okonjo Olander Orsini Ostrow
  Paredes Pellerin Pietila Quiroga Radley Ramanan Rasmusson Reinholt Rocque Rosgaard Rubio Sadiq Salvesen Santoro
  Schaller Sharifi Sigurdsen Sobczyk Sundaram Takemoto Tavares Thorley Tiedemann Tremblay Ueland Valverde Vandamme Vasko
  Vestergren Wahlberg Weckmann Yilmazer Zielonka
`
  .trim()
  .split(/\s+/);

const COMPANY_STEMS = `
  Alder Amber Anvil Arbor Argo Aster Basalt Beacon Birch Bramble Bright Brook Calder Canto Cedar Cinder Clover Cobalt
  Copper Coral Crest Delta Drift Dune Ember Fable Falcon Fern Fjord Flint Forge Gale Garnet Glade Grove Harbor Hazel
  Heron Indigo Ivory Juniper Kestrel Lark Laurel Linden Lumen Maple Marble Meadow Mesa Mistral Moss Nimbus North Oak
  Onyx Opal Orchard Osprey Pebble Pine Prairie Quarry Quill Raven Ridge River Saffron Sage Slate Solar Spruce Summit
  Tern Thistle Timber Topaz Vale Velvet Willow
`
  .trim()
  .split(/\s+/);
const COMPANY_ENDS = `
  works line point field gate path bridge loop cast stack grid mark wave desk port scale shift spring trail yard
`
  .trim()
  .split(/\s+/);
const COMPANY_FORMS = [
  "",
  " Systems",
  " Labs",
  " Group",
  " Consulting",
  " Software",
  " Partners",
  " Digital",
  " Cloud",
  " Advisory",
];

/** How many different company names there are. */
export const COMPANY_NAMES = COMPANY_STEMS.length * COMPANY_ENDS.length * COMPANY_FORMS.length;

/** The company name with this number (0 to `COMPANY_NAMES` - 1). */
export function nameCompany(number: number): string {
  const stem = COMPANY_STEMS[number % COMPANY_STEMS.length]!;
  const end = COMPANY_ENDS[Math.floor(number / COMPANY_STEMS.length) % COMPANY_ENDS.length]!;
  return `${stem}${end}${COMPANY_FORMS[Math.floor(number / COMPANY_STEMS.length / COMPANY_ENDS.length)]!}`;
}

/** Lower-case ASCII letters of a text, other runs as one hyphen: for addresses. */
export function slug(text: string): string {
  return text
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

export const TITLES: readonly (readonly [title: string, department: string, weight: number])[] = [
  ["VP Sales", "Sales", 3],
  ["Director of Sales Operations", "Sales", 3],
  ["Head of RevOps", "RevOps", 4],
  ["Director RevOps", "RevOps", 3],
  ["Chief Revenue Officer", "Sales", 1.5],
  ["Marketing Director", "Marketing", 2],
  ["VP Marketing", "Marketing", 1.5],
  ["IT Director", "IT", 2.5],
  ["CIO", "IT", 1.5],
  ["Head of Procurement", "Finance", 0.6],
  ["General Counsel", "Legal", 0.6],
  ["Legal Operations Manager", "Legal", 0.8],
  ["RevOps Manager", "RevOps", 2],
  ["Sales Operations Analyst", "Sales", 0.8],
  ["CFO", "Finance", 0.4],
];

export const INDUSTRIES: readonly (readonly [string, number])[] = [
  ["B2B SaaS", 6],
  ["Technology", 5],
  ["Professional Services", 5],
  ["Logistics", 0.3],
  ["Manufacturing", 0.3],
  ["Healthcare", 0.2],
  ["Media", 0.2],
];

/** Country, its cities with state, weight, currency. */
export const PLACES = {
  EMEA: [
    ["Germany", 5, "EUR", ["Hamburg|HH", "Köln|NW", "München|BY", "Leipzig|SN"]],
    ["Austria", 1.2, "EUR", ["Wien|", "Graz|"]],
    ["Switzerland", 1.2, "EUR", ["Zürich|ZH", "Basel|BS"]],
    ["United Kingdom", 3.4, "EUR", ["Leeds|", "Bristol|", "Manchester|"]],
    ["Ireland", 0.7, "EUR", ["Cork|", "Dublin|"]],
    ["Sweden", 1.3, "EUR", ["Malmö|", "Uppsala|"]],
    ["Denmark", 1, "EUR", ["Aarhus|", "Odense|"]],
    ["France", 2.2, "EUR", ["Lyon|", "Nantes|"]],
    ["Netherlands", 1.5, "EUR", ["Utrecht|", "Rotterdam|"]],
    ["Spain", 1.1, "EUR", ["Valencia|", "Sevilla|"]],
  ],
  "North America": [
    ["United States", 8, "USD", ["Boston|MA", "Columbus|OH", "Denver|CO", "Austin|TX", "Raleigh|NC", "Portland|OR"]],
    ["Canada", 2, "USD", ["Halifax|NS", "Calgary|AB", "Ottawa|ON"]],
  ],
} as const;
