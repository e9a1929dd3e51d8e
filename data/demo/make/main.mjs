// Makes the keys and the sealed referrals of the demo anew, with the crypto of the pages:
//   (cd frontend && npm run build:crypto) && node data/demo/make/main.mjs
// Writes data/demo/exchange.json, the demo's anchor in frontend/src/crypto/anchors.json and the recovery sheets in
// data/demo/README.md. Keys live 400 days: run it once a year, and build the pages afterwards.
import { readFileSync, writeFileSync } from "node:fs";
import * as lib from "../../../frontend/dist-crypto/index.mjs";
import { found, INSTANCE } from "./houses.mjs";
import { standings } from "./people.mjs";
import { clock, Stage } from "./stage.mjs";
import { tell } from "./stories.mjs";

const VERIFYING_BODY = "beispiel-pruefstelle";
const VERIFIER = "vera.verband";
const ANCHOR = "Prüfstelle Beispielkreis";
const FOUNDED = "2026-11-02T08:00:00Z";

const here = (path) => new URL(path, import.meta.url);

const stage = new Stage();
const next = clock(FOUNDED);
const standingOf = (key) => standings.find(({ organisation }) => organisation === key);
const common = { lib, stage, next, anchorName: ANCHOR };

const body = await found({ ...common, standing: standingOf(VERIFYING_BODY), verifier: null });
const houses = { [VERIFYING_BODY]: body };
for (const standing of standings.filter(({ organisation }) => organisation !== VERIFYING_BODY)) {
  const verifier = { house: body, login: VERIFIER };
  houses[standing.organisation] = await found({ ...common, standing, verifier });
}
await tell({ lib, stage, houses });

const note = "Made by data/demo/make/main.mjs with keys that open nothing but the demo. Passphrases: accounts.toml.";
const acts = stage.acts.map((act) => JSON.stringify(act)).join(",\n  ");
writeFileSync(here("../exchange.json"), `{\n "_note": ${JSON.stringify(note)},\n "acts": [\n  ${acts}\n ]\n}\n`);

const anchorsFile = here("../../../frontend/src/crypto/anchors.json");
const anchors = { ...JSON.parse(readFileSync(anchorsFile, "utf8")), [INSTANCE]: [body.anchor(ANCHOR)] };
writeFileSync(anchorsFile, `${JSON.stringify(anchors, null, 2)}\n`);

const readme = here("../README.md");
const rows = standings
  .filter(({ recovery_sheet }) => recovery_sheet)
  .map(({ organisation }) => `| ${organisation} | \`${houses[organisation].sheet.groups.join(" ")}\` |`);
const table = ["| organisation | recovery sheet 1 |", "|---|---|", ...rows].join("\n");
const between = /(<!-- sheets -->\n)[\s\S]*?(\n<!-- \/sheets -->)/u;
writeFileSync(readme, readFileSync(readme, "utf8").replace(between, (_, from, to) => `${from}${table}${to}`));
console.log(`${stage.acts.length} acts`);
