/** What the colours of style.css are worth to eyes that see them otherwise: contrast by WCAG 2.2, distances after simulated colour blindness. */
import {readFileSync} from "node:fs";
import {join} from "node:path";

export type Theme = "light" | "dark" | "print";
export type Colours = Record<string, string>;
type Triple = readonly [number, number, number];

const STYLE = join(import.meta.dirname, "../../src/style.css");

/** The custom properties of a theme that are colours, with what the light one has where a theme leaves it. */
export function readColours(theme: Theme): Colours {
  const text = readFileSync(STYLE, "utf8");
  const read = (block: string | undefined) =>
    Object.fromEntries([...(block ?? "").matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name!, value!]));
  const light = read(/^:root[^{]*\{([^}]*)\}/m.exec(text)?.[1]);
  if (theme === "light") return light;
  const media = theme === "dark" ? /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/ : /@media print \{\s*:root \{([^}]*)\}/;
  return {...light, ...read(media.exec(text)?.[1])};
}

/** Linear light of a colour, 0–1 each. */
function toLinear(hex: string): Triple {
  const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
  const part = (at: number) => {
    const value = parseInt(long.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(0), part(2), part(4)];
}

const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast ratio of two colours, 1–21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [high, low] = [a, b].map((colour) => luminance(toLinear(colour))).sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** How colours look to the colour-blind: Machado, Oliveira, Fernandes (2009), severity 1, on linear light. Grey: luminance alone. */
const EYES = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
  greyscale: [0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722],
} as const;
export type Eye = keyof typeof EYES;
export const EYE_NAMES = Object.keys(EYES) as Eye[];

/** How far two colours lie apart for an eye: the distance in CIE L*a*b* (ΔE 1976); about 2 can just be told side by side. */
export function distance(a: string, b: string, eye: Eye): number {
  const [p, q] = [toLab(see(a, eye)), toLab(see(b, eye))];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

function see(hex: string, eye: Eye): Triple {
  const light = toLinear(hex);
  const row = (at: number) => light.reduce((sum, value, index) => sum + value * EYES[eye][at + index]!, 0);
  return [row(0), row(3), row(6)].map((value) => Math.min(1, Math.max(0, value))) as unknown as Triple;
}

function toLab([r, g, b]: Triple): Triple {
  const bend = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116);
  const x = bend((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = bend(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = bend((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** Colours that letters are written in, on either ground. */
export const TEXTS = ["ink", "muted", "accent", "good", "steady", "work", "broken"] as const;
/** Pairs whose meaning colour helps to tell; a shape or a word tells it too. */
export const PAIRS = [
  ["good", "work"],
  ["steady", "work"],
  ["work", "broken"],
] as const;

/** The tables of docs/design.md. */
export function writeTables(): string {
  const themes = ["light", "dark", "print"] as const;
  const one = (value: number) => value.toFixed(1);
  const contrasts = TEXTS.map((name) => {
    const cells = themes.map((theme) => {
      const colours = readColours(theme);
      return `${one(contrast(colours[name]!, colours["surface"]!))} / ${one(contrast(colours[name]!, colours["raised"]!))}`;
    });
    return `| \`--${name}\` | ${cells.join(" | ")} |`;
  });
  const pairs = PAIRS.flatMap(([a, b]) =>
    (["light", "dark"] as const).map((theme) => {
      const colours = readColours(theme);
      const cells = EYE_NAMES.map((eye) => Math.round(distance(colours[a]!, colours[b]!, eye)));
      return `| \`--${a}\` and \`--${b}\`, ${theme} | ${cells.join(" | ")} |`;
    }),
  );
  return [
    "| letters | light | dark | print |",
    "|---|---|---|---|",
    ...contrasts,
    "",
    `| pair | ${EYE_NAMES.join(" | ")} |`,
    `|---|${EYE_NAMES.map(() => "---|").join("")}`,
    ...pairs,
  ].join("\n");
}
