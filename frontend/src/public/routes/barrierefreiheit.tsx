import { createFileRoute } from "@tanstack/react-router";
import { LegalText } from "@/features/shell/LegalText";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/barrierefreiheit")({
  loader: ({ context }) => context.translator.need("legal"),
  component: AccessibilityStatement,
});

function AccessibilityStatement() {
  return (
    <PublicPage page="accessibility" heading={<T id="legal.accessibility" />}>
      <LegalText of="accessibility" />
      <section className="sn-section">
        <h2>
          <T id="legal.measures.title" />
        </h2>
        <ul>
          <li>
            <T id="legal.measures.one" />
          </li>
          <li>
            <T id="legal.measures.two" />
          </li>
          <li>
            <T id="legal.measures.three" />
          </li>
        </ul>
      </section>
    </PublicPage>
  );
}
