import { readFragment } from "@/gql/public/fragment-masking";
import { type ContactPointsQuery, Offer_ServiceFragmentDoc } from "@/gql/public/graphql";
import { T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button, ButtonLink } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { Content, German } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Facts } from "@/ui/Facts";
import { Skeleton } from "@/ui/Skeleton";
import { BUNDLED_CONTACT_POINT } from "./bundled";
import { Offer } from "./Offer";
import { useContactPoints } from "./queries";

/** The contact points of the state with all that is known; without the server, the address that came with the page. */
export function ContactPoints() {
  const { language } = useVoice();
  const { data, error, refetch } = useContactPoints();
  if (error) {
    return (
      <>
        <Alert
          look="warning"
          role="alert"
          title={<T id="contact.bundled" values={{ date: formatDay(BUNDLED_CONTACT_POINT.asOf, language) }} />}
        >
          <div className="sn-actions">
            <Button look="primary" onClick={() => void refetch()}>
              <T id="core.state.retry" />
            </Button>
          </div>
        </Alert>
        <Bundled />
      </>
    );
  }
  if (!data) return <Skeleton rows={2} />;
  if (data.contactPoints.length === 0) {
    return (
      <>
        <Empty title={<T id="contact.empty" />} />
        <Bundled />
      </>
    );
  }
  const ofPeople = (point: Point) => readFragment(Offer_ServiceFragmentDoc, point).kinds.some(isForPeople);
  const forProfessionals = data.contactPoints.filter((point) => !ofPeople(point));
  return (
    <>
      {data.contactPoints.filter(ofPeople).map((point) => (
        <ContactPoint key={point.id} of={point} />
      ))}
      {forProfessionals.length > 0 && (
        <h2>
          <T id="contact.professionals" />
        </h2>
      )}
      {forProfessionals.map((point) => (
        <ContactPoint key={point.id} of={point} />
      ))}
    </>
  );
}

type Point = ContactPointsQuery["contactPoints"][number];

/** Whether it is a place to talk for everybody; what is none advises professionals. */
const isForPeople = ({ key }: { key: string }) => key === "contact_point";

const ContactPoint = ({ of }: { of: Point }) => (
  <section className="sn-stack">
    <h2>
      <Content of={readFragment(Offer_ServiceFragmentDoc, of).name} />
    </h2>
    <Offer of={of} />
  </section>
);

function Bundled() {
  const point = BUNDLED_CONTACT_POINT;
  return (
    <article className="sn-card">
      <h2>
        <German>{point.name}</German>
      </h2>
      <p className="sn-muted">
        <German>{point.carrier}</German>
      </p>
      <div className="sn-actions">
        <CallLink display={point.display} href={point.href} of={<German>{point.name}</German>} />
        <ButtonLink href={`mailto:${point.email}`} icon="mail">
          <bdi>{point.email}</bdi>
        </ButtonLink>
      </div>
      <Facts
        facts={[
          {
            key: "visit",
            term: <T id="contact.visit" />,
            value: (
              <address lang="de" dir="ltr">
                {point.lines.map((line) => (
                  <div key={line}>{line}</div>
                ))}
              </address>
            ),
          },
          { key: "hours", term: <T id="contact.hours" />, value: <T id="contact.hoursUnknown" /> },
          { key: "cost", term: <T id="contact.cost" />, value: <T id="contact.free" /> },
        ]}
      />
    </article>
  );
}
