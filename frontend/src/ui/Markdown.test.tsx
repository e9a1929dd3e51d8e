import { render } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Markdown } from "./Markdown";

vi.mock("@/i18n", () => ({ useVoice: () => ({ t: () => "öffnet eine andere Website" }) }));

const html = (text: string) => render(<Markdown text={text} />).container;

test("headings, paragraphs, lists, strong text and links", () => {
  const page = html("# Anbieter\n\nErste **Zeile**\nzweite\n\n- a\n- b\n\n[Seite](https://example.org)");
  expect(page.querySelector("h2")?.textContent).toBe("Anbieter");
  expect(page.querySelector("strong")?.textContent).toBe("Zeile");
  expect([...page.querySelectorAll("li")].map((li) => li.textContent)).toEqual(["a", "b"]);
  expect(page.querySelector("a")?.getAttribute("rel")).toBe("noreferrer noopener");
});

test("markup and addresses with other schemes stay text", () => {
  const page = html("<img src=x onerror=alert(1)> [klick](javascript:alert(1))");
  expect(page.querySelector("img, a")).toBeNull();
  expect(page.textContent).toContain("<img src=x");
});
