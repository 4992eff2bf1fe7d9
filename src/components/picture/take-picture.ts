import {download} from "../base/download.js";
import {formatTime} from "../base/format.js";
import {loadManifest} from "../frame/load.js";
import {composePicture} from "./picture-compose.js";
import {readScene} from "./picture-scene.js";
import {writePng} from "./picture-png.js";
import {writeSvg} from "./picture-svg.js";
import type {PictureKind} from "./take.js";
import {say} from "../words/words.js";

/**
 * Draws a figure as it stands on the page, in the light theme, with its title, its finding, what its marks mean, where it comes from and of when its data are, and hands
 * it over as a file. It asks nobody for anything: the shapes and letters are read from the page.
 */
export async function takePicture(
  figure: HTMLElement,
  kind: PictureKind,
  {title, found}: {title: string; found: string},
): Promise<void> {
  const {company, as_of, timezone} = await loadManifest();
  const page = document.title.replace(/ \| [^|]*$/, "");
  const name = title || figure.closest("section")?.querySelector("h2")?.textContent?.trim() || page;
  const time = say("data_of", {time: formatTime(as_of, {zone: timezone, year: true})});
  const source = [company, page, ...listChoices(figure), time].join(" · ");
  const picture = composePicture(readScene(figure), {title: name, found, marks: describeMarks(figure), source});
  const file = `${[company, page, name].map(shorten).join("-")}-${as_of.slice(0, 10)}.${kind}`;
  download(kind === "svg" ? new Blob([writeSvg(picture)], {type: "image/svg+xml"}) : await writePng(picture), file);
}

/**
 * What the reader has chosen of that which the figure narrows by, as "Team: EMEA": the choices of its own section, and those filters of the page
 * that the nearest `data-narrows` around it names.
 */
export function listChoices(figure: HTMLElement): string[] {
  const section = figure.closest("section");
  const narrows = figure.closest<HTMLElement>("[data-narrows]")?.dataset.narrows?.split(" ") ?? [];
  const choices = [...document.querySelectorAll<HTMLSelectElement>("main select")];
  return choices.flatMap((select) => {
    const isOurs = narrows.includes(select.dataset.filter ?? "") || section?.contains(select);
    const chosen = select.selectedOptions[0];
    const label = select.labels?.[0]?.firstChild?.textContent?.trim();
    return isOurs && select.value && chosen ? [`${label}: ${chosen.text}`] : [];
  });
}

/** What the marks of a figure stand for: who gets the picture has no page beside it that says so. */
export function describeMarks(figure: HTMLElement): string {
  const has = (selector: string) => figure.querySelector(selector) !== null;
  return [
    has("[data-tick] .interval") && say("picture_interval"),
    has("[data-tick=target] .target") && say("picture_tick"),
    has("[data-tick] .hollow") && say("picture_hollow"),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A name as part of a file's: letters and digits of any script, at most so many. */
function shorten(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 48); // prettier-ignore
}
