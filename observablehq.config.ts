import {renderBar, renderFoot, renderHead} from "./src/components/frame/frame.js";

export default {
  root: "src",
  output: "dist",
  title: "Baton",
  style: "style.css",
  globalStylesheets: ["observablehq:stdlib/inputs.css"],
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  head: renderHead(),
  header: ({path}: {path: string}) => renderBar(path),
  footer: ({path}: {path: string}) => renderFoot(path),
  preserveIndex: true,
  preserveExtension: true,
};
