/**
 * Speaks a message that Lingui's compiler has taken apart at build time: a list of texts, values (`["name"]`), `#` and
 * choices (`["count", "plural", { one: […], other: […] }]`). The library's own runtime does this and more; the first
 * load has no room for the more.
 */
export type Token = string | readonly [name: string, kind?: string, branches?: Branches | string];
type Branches = { readonly [branch: string]: Message };
export type Message = string | readonly Token[];
export type Messages = { readonly [id: string]: Message };
export type Values = Readonly<Record<string, string | number>>;

/** The text of a message in a language, with its values filled in. `count` is what `#` stands for. */
export function speak(message: Message, language: string, values: Values = {}, count?: number): string {
  if (typeof message === "string") return message;
  return message
    .map((token) => {
      if (token === "#" && count !== undefined) return count.toLocaleString(language);
      if (typeof token === "string") return token;
      const [name, kind, branches] = token;
      const value = values[name] ?? "";
      if (kind === "number") return Number(value).toLocaleString(language);
      if (typeof branches !== "object") return String(value);
      const branch = branches[value] ?? branches[chosen(kind, Number(value), language)] ?? branches.other ?? "";
      return speak(branch, language, values, kind === "select" ? undefined : Number(value));
    })
    .join("");
}

function chosen(kind: string | undefined, value: number, language: string): string {
  if (kind === "plural") return new Intl.PluralRules(language).select(value);
  if (kind === "selectordinal") return new Intl.PluralRules(language, { type: "ordinal" }).select(value);
  return "other";
}
