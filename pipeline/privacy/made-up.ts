/** Made-up words in the place of names: pronounceable, nobody's, and the same for the same name under the same salt. */
import {createHash} from "node:crypto";

const BEGINNINGS = "Amber Birch Cedar Clover Cobalt Coral Copper Crystal Dawn Dusk Elder Ember Fallow Fern Flint Foxglove Frost Garnet Ginger Granite Hazel Heather Indigo Iris Ivory Jade Jasper Juniper Lapis Larch Laurel Lilac Linden Maple Marble Marigold Meadow Misty Moss Nettle Nimbus Oaken Ochre Olive Onyx Opal Orchid Pebble Pine Poppy Quartz Raven Rowan Saffron Sage Sienna Slate Sorrel Thistle Topaz Umber Velvet Willow Yarrow".split(" "); // prettier-ignore
const ENDINGS = "acre bank barrow beck bight bower bridge brook burn cairn cleft cliff combe copse cove crest croft dale dell delta drift dune fall fen field firth ford garth glade glen grove gully haven heath hithe hollow holm holt hurst isle knoll lea marsh mere mire moor ness nook peak quay reach reef ridge rill spit stead strand thorpe tor vale wade weald wick".split(" "); // prettier-ignore

export interface MadeUp {
  /** Id, the same for the same id of whatever record. */
  id(id: string): string;
  /** Address that leads nowhere (RFC 2606), without regard to case. */
  mail(address: string): string;
  /** A name or company, word by word, so that it has as many; what `keeps` holds stays. */
  name(name: string, keeps?: (word: string) => boolean): string;
  /** Domain, without regard to case. */
  domain(domain: string): string;
}

export function makeUp(salt: string): MadeUp {
  const hash = (kind: string, text: string) => createHash("sha256").update(`${salt}${kind}${text}`).digest("hex");
  const word = (own: string): string => {
    const digits = hash("word", fold(own));
    const made = `${BEGINNINGS[parseInt(digits.slice(0, 4), 16) % BEGINNINGS.length]!}${ENDINGS[parseInt(digits.slice(4, 8), 16) % ENDINGS.length]!}`;
    if (own.length > 1 && own === own.toUpperCase() && own !== own.toLowerCase()) return made.toUpperCase();
    return own[0] === own[0]!.toLowerCase() && own !== own.toUpperCase() ? made.toLowerCase() : made;
  };
  return {
    id: (id) => `p${hash("id", id).slice(0, 12)}`,
    mail: (address) => `p${hash("id", address.trim().toLowerCase()).slice(0, 12)}@example.invalid`,
    name: (name, keeps = () => false) => name.replace(WORD, (own) => (keeps(own) ? own : word(own))),
    domain: (domain) => `p${hash("id", domain.trim().toLowerCase()).slice(0, 12)}.example`,
  };
}

export const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** What words have in common that differ in case and accents only. */
export const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
