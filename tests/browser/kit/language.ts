import { expect, type Page } from "@playwright/test";

/** Words and letters of German that no English sentence holds; names alone, of places or people, are in no language. */
const GERMAN =
  /[äöüß]|\b(?:und|oder|für|mit|der|das|des|nicht|bei|vom|zum|zur|Jugend\w*|Kinder\w*|Kontaktstelle|Kita|Schul\w*|Grundschule|Beratung\w*|Fachkraft|Hilfe\w*|Montag|Uhr)\b/iu;

/** German words in a page shown in another language: text and names for assistive technology, each with where it stands. */
export function unmarkedGerman(page: Page): Promise<string[]> {
  return page.evaluate((source) => {
    const german = new RegExp(source, "iu");
    const found = new Set<string>();
    const look = (words: string | null, element: Element | null, where: string) => {
      const marked = /^de/.test(element?.closest("[lang]")?.getAttribute("lang") ?? "");
      if (words && !marked && german.test(words)) found.add(`${where}: ${words.trim()}`);
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const parent = texts.currentNode.parentElement;
      if (parent && !parent.closest("script, style, noscript")) look(texts.currentNode.textContent, parent, parent.tagName);
    }
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) look(element.getAttribute(name), element, name);
    }
    for (const field of document.querySelectorAll<HTMLInputElement>("input, textarea")) look(field.value, field, "value");
    return [...found];
  }, GERMAN.source);
}

/** Every German word of the page is spoken as German. */
export async function expectGermanMarked(page: Page): Promise<void> {
  expect(await unmarkedGerman(page)).toEqual([]);
}
