import {html} from "htl";
import {say} from "../words/words.js";

const PICTURE_KINDS = ["png", "svg"] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/**
 * A figure with a quiet way to take it away as a picture. What draws pictures is fetched on the first press alone.
 * @param title what the picture is called; the heading of its section if left out
 * @param found what it lets one conclude, where that stands beside the figure: the picture says it below its title
 */
export function Take<T extends HTMLElement>(figure: T, title = "", found = ""): T {
  const told = html`<span role="status"></span>`;
  const take = (kind: PictureKind) => {
    told.textContent = "";
    import("./take-picture.js")
      .then(({takePicture}) => takePicture(figure, kind, {title, found}))
      .catch((error: unknown) => {
        told.textContent = say("picture_failed");
        globalThis.reportError?.(error);
      });
  };
  figure.append(
    html`<details class="take">
      <summary>${say("picture")}</summary>
      ${PICTURE_KINDS.map((kind) => html`<button type="button" class="quiet" ${{onclick: () => take(kind)}}>${kind.toUpperCase()}</button>`)}${told}
    </details>`,
  );
  return figure;
}
