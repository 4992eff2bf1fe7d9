import {dirname, relative, resolve} from "node:path";
import tseslint from "typescript-eslint";

// Who may import whom. A room is a folder under pipeline/ (or a file in it); everything may import contract, errors and db.
const ROOMS = {
  contract: [],
  stats: [],
  brief: [],
  coaching: ["stats", "group-by"],
  profiles: ["config-schema"],
  // What a text was worth is judged, before it goes, by the very rules that judge it later.
  privacy: ["models", "coaching", "config", "config-schema"],
  ingest: ["profiles", "brief", "privacy", "config", "config-schema"],
  init: ["ingest", "config", "config-schema"],
  // It asks of every model, check and metric whether it can be carried.
  engine: ["run", "metrics", "config", "lock"],
  // What the engine reads itself is read by the SQL that reads exports here.
  "at-engine": ["ingest", "engine", "privacy", "config", "config-schema"],
  models: ["run", "coaching"],
  run: ["models", "config", "config-schema", "config-themes"],
  metrics: ["stats", "config", "config-schema"],
  inference: ["metrics", "stats", "coaching", "config", "config-schema"],
  form: [],
  // What is published is checked by what has nothing to do with publishing.
  leaks: [],
  // The sheet tells what the site tells: it reads the same briefs, and takes the lines and words of src (which no rule forbids).
  sheet: ["publish", "config"],
  // A mail tells what the site tells, too.
  digest: ["publish", "sheet", "config"],
  // What is done with finished builds: kept, compared, told. It knows nothing of how they are made.
  refresh: ["stats", "lock"],
  publish: ["metrics", "inference", "stats", "coaching", "config", "config-schema"],
};
const COMMON = [
  "contract",
  "errors",
  "allocator",
  "db",
  "cut-text",
  "escape",
  "instant",
  "lanes",
  "memory",
  "group-by",
  "find-person",
  "tell-problem",
  "thread",
  "today",
  "worked",
];
// Of the rooms of src/components, those that know nothing of a page: what each may import of the others.
const COMPONENT_ROOMS = {words: [], base: ["words"]};
const PURE = ["contract", "stats", "coaching", "brief"];
const ROOT = import.meta.dirname;

/** The place a file has in the house: "pipeline/ingest", "src", "test", … */
function placeOf(path) {
  const [top, room] = relative(ROOT, path).split("/");
  return top === "pipeline" ? `pipeline/${room.replace(/\.(ts|js)$/, "")}` : top;
}

/** "base" of `src/components/base/…`, else undefined. */
const roomOfComponent = (path) => /^src\/components\/([^/]+)\//.exec(relative(ROOT, path))?.[1];

/** Why `from` may not import `specifier`, or undefined. */
function objectTo(from, specifier, isType) {
  const place = placeOf(from);
  const room = place.startsWith("pipeline/") ? place.slice(9) : undefined;
  if (!specifier.startsWith(".")) {
    if (room === "contract" && specifier !== "zod") return "contract imports zod alone";
    if (PURE.includes(room) && room !== "contract") return `${room} is pure: it imports no package`;
    return undefined;
  }
  const target = placeOf(resolve(dirname(from), specifier));
  if (target === "sample-data" && !["sample-data", "test"].includes(place))
    return "nothing outside sample-data and tests reads the generator";
  if (place === "src" && target !== "src") {
    return isType && target === "pipeline/contract"
      ? undefined
      : "src takes types from pipeline/contract and data from datasets, nothing else";
  }
  const [own, other] = [from, resolve(dirname(from), specifier)].map(roomOfComponent);
  if (own in COMPONENT_ROOMS && other !== own && !COMPONENT_ROOMS[own].includes(other))
    return `components/${own} may import ${COMPONENT_ROOMS[own].join(", ") || "nothing"} of the other components, not ${other}`;
  if (!room || !target.startsWith("pipeline/") || target === place) return undefined;
  const targetRoom = target.slice(9);
  if (!(room in ROOMS)) return undefined;
  const allowed = PURE.includes(room) ? ["contract", ...ROOMS[room]] : [...COMMON, ...ROOMS[room]];
  return allowed.includes(targetRoom) ? undefined : `${room} may import ${allowed.join(", ")}, not ${targetRoom}`;
}

const house = {
  rules: {
    "who-imports-whom": {
      create(context) {
        const check = (node, source, isType) => {
          const message = source && objectTo(context.filename, source.value, isType);
          if (message) context.report({node, message});
        };
        return {
          ImportDeclaration: (node) => check(node, node.source, node.importKind === "type"),
          ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
          ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === "type"),
          ImportExpression: (node) => node.source.type === "Literal" && check(node, node.source, false),
        };
      },
    },
    "only-cli-prints": {
      create(context) {
        return {
          MemberExpression(node) {
            const name = `${node.object.name}.${node.property.name}`;
            if (node.object.name === "console" || ["process.exit", "process.argv", "process.stdout"].includes(name)) {
              context.report({node, message: "only the cli room reads arguments, prints and exits"});
            }
          },
        };
      },
    },
    "no-truth": {
      create(context) {
        return {
          Literal(node) {
            if (typeof node.value === "string" && /sample-data\/truth|truth\.json/.test(node.value)) {
              context.report({node, message: "the truth behind the sample is for sample-data and tests alone"});
            }
          },
        };
      },
    },
  },
};

export default tseslint.config(
  {ignores: ["dist", "dist.*", "build", "exports", "published", "published.*", "coverage", "src/.observablehq", "src/data"]},
  ...tseslint.configs.recommended,
  {
    plugins: {house},
    rules: {
      "house/who-imports-whom": "error",
      "@typescript-eslint/no-unused-vars": ["error", {argsIgnorePattern: "^_", varsIgnorePattern: "^_"}],
      "@typescript-eslint/consistent-type-imports": ["error", {fixStyle: "separate-type-imports"}],
      eqeqeq: ["error", "always", {null: "ignore"}],
    },
  },
  {
    files: ["pipeline/**"],
    ignores: ["pipeline/db.ts"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "@duckdb/node-api",
              allowTypeImports: true,
              message: "values of the client come through db.ts, which tells its allocator first",
            },
          ],
        },
      ],
    },
  },
  {files: ["pipeline/**", "src/**"], ignores: ["pipeline/cli.ts", "pipeline/cli/**"], rules: {"house/only-cli-prints": "error"}},
  {files: ["pipeline/**", "src/**", "*.ts"], rules: {"house/no-truth": "error"}},
);
