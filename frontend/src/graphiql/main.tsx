import { GraphiQL, type GraphiQLProps } from "graphiql";
import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import { createRoot } from "react-dom/client";
import "./page.css";
import { memoryStorage } from "./memoryStorage";

const FIRST_QUERY = `# Who can help in Güstrow?
# Ctrl-Enter asks. As a professional, give
# the token of POST /api/v1/session under
# Headers: {"authorization": "Bearer …"}
{
  services(filter: { place: "Güstrow" }, first: 5) {
    totalCount
    nodes {
      name { value }
      organisation { name { value } }
      openNow { text { value } }
    }
  }
}
`;

/** Asks the server of this page; without the session cookie, so that a pasted query acts in nobody's name. */
const ask: GraphiQLProps["fetcher"] = async (question, options) => {
  const answer = await fetch("/graphql", {
    method: "POST",
    credentials: "omit",
    headers: { ...options?.headers, "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(question),
  });
  return answer.json();
};

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <GraphiQL
      fetcher={ask}
      defaultQuery={FIRST_QUERY}
      plugins={[]}
      storage={memoryStorage()}
      shouldPersistHeaders={false}
      showPersistHeadersSettings={false}
    />,
  );
}
