import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {contrast, distance, EYE_NAMES, readColours, TEXTS, writeTables} from "./colours.js";

const THEMES = ["light", "dark", "print"] as const;

it("letters stand out from both grounds by 4.5 to 1 in light, dark and print, and on the fullest cell of the heat map", () => {
  for (const theme of THEMES) {
    const colours = readColours(theme);
    for (const name of TEXTS)
      for (const ground of ["surface", "raised"])
        expect(contrast(colours[name]!, colours[ground]!), `${theme}: ${name} on ${ground}`).toBeGreaterThan(4.5);
    expect(contrast(colours["ink"]!, colours["work-soft"]!), `${theme}: ink on work-soft`).toBeGreaterThan(4.5);
  }
});

it("work to do is told from what is well by every colour-blind eye; in grey alone it is not, so that shapes must tell", () => {
  for (const theme of ["light", "dark"] as const) {
    const colours = readColours(theme);
    for (const eye of EYE_NAMES.filter((name) => name !== "greyscale"))
      for (const well of ["good", "steady"])
        expect(distance(colours[well]!, colours["work"]!, eye), `${theme}: ${well} and work, ${eye}`).toBeGreaterThan(20);
    expect(distance(colours["good"]!, colours["work"]!, "greyscale")).toBeLessThan(10);
  }
});

it("docs/design.md holds contrasts and distances as they are", () => {
  expect(readFileSync(join(import.meta.dirname, "../../docs/design.md"), "utf8")).toContain(writeTables());
});
