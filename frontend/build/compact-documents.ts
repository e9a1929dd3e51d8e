import type { Plugin } from "vite";

const GENERATED = /src\/gql\/\w+\/graphql\.ts$/;

/**
 * Shortens the generated documents. A query's text already holds its fragments, so the fragments' own texts, which only
 * carry types, are left out; layout is taken out of the rest.
 */
export function compactDocuments(): Plugin {
  return {
    name: "compact-documents",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      return GENERATED.test(id) ? { code: compact(code), map: null } : null;
    },
  };
}

export function compact(code: string): string {
  return code
    .replace(/(export const \w+FragmentDoc = )new TypedDocumentString\(`[^`]*`(?:, \{[^}]*\})?\)/g, "$1null")
    .replace(
      /new TypedDocumentString\(`([^`]*)`\)/g,
      (_whole, text: string) => `/*#__PURE__*/ new TypedDocumentString(\`${tight(text)}\`)`,
    );
}

/** White space in GraphQL separates words and means nothing else; our documents hold no strings. */
const tight = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/ ?([{}():,!]) ?/g, "$1")
    .trim();
