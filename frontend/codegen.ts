import type { CodegenConfig } from "@graphql-codegen/cli";

const SHARED = "src/features/directory/shared.graphql";
/** Documents of help seekers' pages, by the first load they belong to. All others are for professionals only. */
const FIND = [SHARED, "src/features/directory/find.graphql"];
const PUBLIC = [SHARED, "src/features/directory/offer.graphql", "src/features/territory/territory.graphql"];
/** The exchange has a chunk of its own: most pages of professionals do without it. */
const EXCHANGE = "src/features/{keys,referral}/*.graphql";

const config = {
  documentMode: "string",
  useTypeImports: true,
  enumsAsTypes: true,
  defaultScalarType: "unknown",
  scalars: { DateTime: "string", Date: "string", JWE: "string" },
} as const;

const output = (documents: string[]) => ({
  documents,
  preset: "client" as const,
  presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
  config,
});

/** Typed documents from the committed contract; `src/gql` is generated, committed and never edited. */
const generated: CodegenConfig = {
  schema: "../openapi/schema.graphql",
  ignoreNoDocuments: true,
  generates: {
    "./src/gql/find/": output(FIND),
    "./src/gql/public/": output(PUBLIC),
    "./src/gql/referral/": output([EXCHANGE]),
    "./src/gql/intern/": output([
      "src/features/**/*.graphql",
      `!${EXCHANGE}`,
      ...[...FIND, ...PUBLIC].map((path) => `!${path}`),
    ]),
  },
};
export default generated;
