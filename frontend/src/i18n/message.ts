/**
 * Speaks a message that Lingui's compiler has taken apart at build time: a list of texts, values (`["name"]`), `#` and
 * choices (`["count", "plural", { one: […], other: […] }]`). The library's own runtime does this and more; the first
 * load has no room for the more.
 */
export type Token = string | readonly [name: string, kind?: string, branches?: Branches | string];
type Branches = { readonly [branch: string]: Message };
export type Message = string | readonly Token[];
export type Messages = { readonly [id: string]: Message };
/** What is filled in: text, numbers, or pieces of a page (`Node`) that stay as they are. */
export type Values<Node = never> = Readonly<Record<string, string | number | Node>>;

/** A message in a language, piece by piece, with its values filled in. `count` is what `#` stands for. */
export function piecesOf<Node = never>(
  message: Message,
  language: string,
  values: Values<Node> = {},
  count?: number,
): (string | Node)[] {
  if (typeof message === "string") return [message];
  return message.flatMap((token): (string | Node)[] => {
    if (token === "#" && count !== undefined) return [count.toLocaleString(language)];
    if (typeof token === "string") return [token];
    const [name, kind, branches] = token;
    const value = values[name] ?? "";
    if (kind === "number") return [Number(value).toLocaleString(language)];
    if (typeof branches !== "object") return [typeof value === "number" ? String(value) : value];
    const branch = branches[String(value)] ?? branches[chosen(kind, Number(value), language)] ?? branches.other ?? "";
    return piecesOf(branch, language, values, kind === "select" ? undefined : Number(value));
  });
}

function chosen(kind: string | undefined, value: number, language: string): string {
  if (kind === "plural") return new Intl.PluralRules(language).select(value);
  if (kind === "selectordinal") return new Intl.PluralRules(language, { type: "ordinal" }).select(value);
  return "other";
}
