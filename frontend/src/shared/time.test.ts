import { describe, expect, it } from "vitest";
import { formatDay, formatWritten } from "./time";

describe("a day as somebody wrote it down", () => {
  it.each([
    ["2026-08", "August 2026"],
    ["2026-11-13", "13. November 2026"],
    ["2026-11-13T08:40", "13. November 2026 um 08:40"],
    ["etwa Mitte November", "etwa Mitte November"],
    ["2026-13-01", "2026-13-01"],
  ])("%s is shown as %s, wherever the reader is", (text, shown) => {
    expect(formatWritten(text, "de")).toBe(shown);
  });

  it("has one form in English, the one that the directory's own sentences have", () => {
    expect(formatWritten("2026-11-13", "en")).toBe("13 November 2026");
    expect(formatDay("2026-11-13", "en")).toBe("13 November 2026");
  });
});
