import type { CodegenConfig } from "@graphql-codegen/cli";

/** Typed documents from the committed contract; `src/gql` is generated, committed and never edited. */
const config: CodegenConfig = {
  schema: "../openapi/schema.graphql",
  documents: ["src/features/**/*.graphql"],
  ignoreNoDocuments: true,
  generates: {
    "./src/gql/": {
      preset: "client",
      presetConfig: { fragmentMasking: { unmaskFunctionName: "readFragment" } },
      config: {
        documentMode: "string",
        useTypeImports: true,
        enumsAsTypes: true,
        defaultScalarType: "unknown",
        scalars: { DateTime: "string", Date: "string", JWE: "string" },
      },
    },
  },
};
export default config;
