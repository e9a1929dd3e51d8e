import { compileMessage } from "@lingui/message-utils/compileMessage";
import { expect, test } from "vitest";
import { preferredLanguage } from "./languages";
import { type Message, piecesOf, type Values } from "./message";
import { Translator } from "./translator";

const compiled = (text: string) => compileMessage(text) as Message;
const speak = (message: Message, language: string, values: Values) => piecesOf(message, language, values).join("");

const translator = () =>
  new Translator({
    sourceCore: { "core.a": compiled("Hallo {name}"), "core.b": compiled("nur deutsch") },
    complete: { de: ["core", "find"], "de-simple": ["core"], en: ["core", "find"] },
    load: { de: {}, "de-simple": {}, en: { core: async () => ({ "core.a": compiled("Hello {name}") }) } },
  });

test("a message is said in the chosen language", async () => {
  const voice = translator();
  await voice.speak("en");
  expect(voice.say("core.a", { name: "Kim" })).toEqual({ pieces: ["Hello ", "Kim"], language: "en" });
});

test("a missing message is the German one and says that it is German", async () => {
  const voice = translator();
  await voice.speak("en");
  expect(voice.say("core.b")).toEqual({ pieces: ["nur deutsch"], language: "de" });
});

test("a value that is a piece of the page stays one, also inside a choice", () => {
  const choice = compiled("{count, plural, one {# Angebot von {name}} other {# Angebote von {name}}}");
  const name = { lang: "de" };
  expect(piecesOf<object>(choice, "en", { count: 2, name })).toEqual(["2", " Angebote von ", name]);
});

test("only languages complete for the page are offered", () => {
  expect(translator().offered("find")).toEqual(["de", "en"]);
});

test("plural forms: none, one, many, and the number in the reader's writing", () => {
  const count = compiled("{count, plural, =0 {Keine Angebote} one {# Angebot} other {# Angebote}}");
  expect([0, 1, 2, 1234].map((n) => speak(count, "de", { count: n }))).toEqual([
    "Keine Angebote",
    "1 Angebot",
    "2 Angebote",
    "1.234 Angebote",
  ]);
});

test("all six plural forms of Arabic are found", () => {
  const forms = compiled("{n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}}");
  expect([0, 1, 2, 3, 11, 100].map((n) => speak(forms, "ar", { n }))).toEqual(["z", "o", "t", "f", "m", "x"]);
});

test("a choice by word takes its branch, and the last one for words unknown", () => {
  const choice = compiled("{kind, select, day {am {when}} other {irgendwann}}");
  expect(speak(choice, "de", { kind: "day", when: "Montag" })).toBe("am Montag");
  expect(speak(choice, "de", { kind: "?", when: "" })).toBe("irgendwann");
});

test("the address decides the language, then the browser, then German", () => {
  expect(preferredLanguage("en", ["de-DE"])).toBe("en");
  expect(preferredLanguage(null, ["fr-FR", "en-GB"])).toBe("en");
  expect(preferredLanguage("xx", ["fr"])).toBe("de");
  expect(preferredLanguage("de-simple", [])).toBe("de-simple");
});
