import { createFileRoute } from "@tanstack/react-router";
import { LegalText } from "@/features/shell/LegalText";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/datenschutz")({
  loader: ({ context }) => context.translator.need("legal"),
  component: Privacy,
});

function Privacy() {
  return (
    <PublicPage page="privacy" heading={<T id="legal.privacy" />}>
      <LegalText of="privacy" />
      <section className="sn-section">
        <h2>
          <T id="legal.facts.title" />
        </h2>
        <ul>
          <li>
            <T id="legal.facts.one" />
          </li>
          <li>
            <T id="legal.facts.two" />
          </li>
          <li>
            <T id="legal.facts.three" />
          </li>
          <li>
            <T id="legal.facts.four" />
          </li>
        </ul>
      </section>
    </PublicPage>
  );
}
