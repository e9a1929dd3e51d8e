import { expect, test } from "vitest";
import built from "../src/crypto/anchors.json?raw";
import { spoken } from "./anchors";
import { measure, strayModules } from "./budget";
import { compact } from "./compact-documents";
import { forbiddenIn } from "./forbidden-words";
import { dropUnreadVariables, plainBody } from "./purge-css";

test("words that would let something rest in the browser are refused", () => {
  expect(forbiddenIn("ui/X.tsx", 'localStorage.setItem("a", "b")')).toHaveLength(1);
  expect(forbiddenIn("ui/X.tsx", "element.innerHTML = text")).toHaveLength(1);
  expect(forbiddenIn("ui/X.tsx", "sessionStorage.clear()")).toHaveLength(1);
  expect(forbiddenIn("shared/leave.ts", "sessionStorage.clear()")).toHaveLength(0);
});

test("documents lose their layout and keep their meaning", () => {
  const code =
    'export const AFragmentDoc = new TypedDocumentString(`fragment A on B {\n  id\n}`, {"fragmentName":"A"}) as X;\n' +
    "export const QDocument = new TypedDocumentString(`\n  query Q($id: ID!) {\n    a(id: $id) {\n      id\n    }\n  }\n`) as Y;";
  expect(compact(code)).toBe(
    "export const AFragmentDoc = null as X;\n" +
      "export const QDocument = /*#__PURE__*/ new TypedDocumentString(`query Q($id:ID!){a(id:$id){id}}`) as Y;",
  );
});

test("variables nobody reads go, also when only such a one read them", () => {
  expect(dropUnreadVariables(":root{--a:1px;--b:var(--a);--c:2px;--d:var(--c)}p{margin:var(--d)}")).toBe(
    ":root{--c:2px;--d:var(--c)}p{margin:var(--d)}",
  );
});

const manifest = {
  "index.html": { file: "assets/i.js", imports: ["_base.js"], dynamicImports: ["src/public/routes/index.tsx?c", "h"] },
  "intern.html": { file: "assets/n.js", imports: ["_base.js"] },
  "_base.js": { file: "assets/b.js", css: ["assets/s.css"] },
  "src/public/routes/index.tsx?c": { file: "assets/home.js" },
  h: { file: "assets/h.js" },
  "src/public/routes/hilfe-finden.tsx?c": { file: "assets/find.js" },
  "virtual:catalogue/public/de/home": { file: "assets/ch.js" },
  "virtual:catalogue/public/de/find": { file: "assets/cf.js" },
  "src/intern/routes/intern/_signedIn/index.tsx?c": { file: "assets/t.js" },
  "virtual:catalogue/intern/de/today": { file: "assets/ct.js" },
};

test("the first load is the entry with all it imports, the route and its catalogue", () => {
  const lines = measure(manifest, (file) => (file === "assets/b.js" ? 100_000 : 1_000));
  expect(lines.find((line) => line.what.endsWith("of /"))?.bytes).toBe(103_000);
});

test("a professional module within reach of a public page is a fault", () => {
  expect(strayModules(manifest, { "assets/h.js": ["src/intern/main.tsx"] })).toHaveLength(1);
  expect(strayModules(manifest, { "assets/n.js": ["src/intern/main.tsx"] })).toHaveLength(0);
});

test("the themes survive the purge: the rule that sets them is the body's", () => {
  expect(plainBody(":is(body,.kern-light,[data-kern-theme=dark]):not([class*=kern-level-]){--a:1}")).toBe(
    "body{--a:1}",
  );
});

test("an anchor is told with the eight groups its body reads out; a key that is another's is refused", async () => {
  expect(await spoken(built)).toEqual(["demo  T6FX 8TVM X6QW F5WN 3JJ2 ZXMK CVPR JSJ2  Prüfstelle Beispielkreis"]);
  await expect(spoken(built.replace('"x": "7u', '"x": "8u'))).rejects.toThrow();
});
