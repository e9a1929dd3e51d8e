import type { CodegenConfig } from "@graphql-codegen/cli";

/** Documents of help seekers' pages. All others belong to professionals and stay out of the public chunks. */
const PUBLIC_DOCUMENTS = ["src/features/directory/directory.graphql", "src/features/territory/territory.graphql"];

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
    "./src/gql/public/": output(PUBLIC_DOCUMENTS),
    "./src/gql/intern/": output(["src/features/**/*.graphql", ...PUBLIC_DOCUMENTS.map((path) => `!${path}`)]),
  },
};
export default generated;
