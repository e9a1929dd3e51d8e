import { createFileRoute } from "@tanstack/react-router";
import { PublicPage } from "@/features/shell/PublicPage";
import { type MessageId, T } from "@/i18n";

export const Route = createFileRoute("/sicher-surfen")({
  loader: ({ context }) => context.translator.need("surfing"),
  component: SafeSurfing,
});

const SECTIONS: { title: MessageId; points: MessageId[] }[] = [
  { title: "surfing.how.title", points: ["surfing.how.one", "surfing.how.two"] },
  { title: "surfing.can.title", points: ["surfing.can.one", "surfing.can.two", "surfing.can.three"] },
  {
    title: "surfing.cannot.title",
    points: ["surfing.cannot.one", "surfing.cannot.two", "surfing.cannot.three", "surfing.cannot.four"],
  },
  {
    title: "surfing.tips.title",
    points: ["surfing.tips.one", "surfing.tips.two", "surfing.tips.three", "surfing.tips.four"],
  },
];

function SafeSurfing() {
  return (
    <PublicPage page="surfing" heading={<T id="surfing.heading" />} lead={<T id="surfing.lead" />}>
      {SECTIONS.map(({ title, points }) => (
        <section key={title} className="sn-section">
          <h2>
            <T id={title} />
          </h2>
          <ul>
            {points.map((point) => (
              <li key={point}>
                <T id={point} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section className="sn-section">
        <h2>
          <T id="surfing.we.title" />
        </h2>
        <p>
          <T id="surfing.we.text" />
        </p>
      </section>
    </PublicPage>
  );
}
