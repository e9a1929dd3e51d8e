import { createFileRoute } from "@tanstack/react-router";
import { ContactPoints } from "@/features/directory/ContactPoints";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";

export const Route = createFileRoute("/kontaktstelle")({
  loader: ({ context }) => context.translator.need("contact", "offer"),
  component: ContactPage,
});

function ContactPage() {
  return (
    <PublicPage page="contact" heading={<T id="contact.heading" />} lead={<T id="contact.lead" />}>
      <ContactPoints />
      <section className="sn-section" aria-labelledby="sn-not">
        <h2 id="sn-not">
          <T id="contact.boundary" />
        </h2>
        <p>
          <T id="contact.boundaryText" />
        </p>
      </section>
    </PublicPage>
  );
}
