import { expect, test } from "vitest";
import { passphraseFault } from "./PassphraseForm";

test("fourteen characters or five words are enough, and both times alike", () => {
  expect(passphraseFault("kurz", "kurz")).toBe("keys.passphrase.short");
  expect(passphraseFault("abcdefghijklmn", "abcdefghijklmn")).toBeNull();
  expect(passphraseFault("an in um zu wo", "an in um zu wo")).toBeNull();
});

test("two spellings of one umlaut are one passphrase, two passphrases are not", () => {
  expect(passphraseFault("fünf blaue Boote vor Poel", "fu\u0308nf blaue Boote vor Poel ")).toBeNull();
  expect(passphraseFault("fünf blaue Boote vor Poel", "fünf rote Boote vor Poel")).toBe("keys.passphrase.differ");
});
