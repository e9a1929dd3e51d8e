import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "@/gql/public/fragment-masking";
import { type Offer_ServiceFragment, Offer_ServiceFragmentDoc, TrustLine_TrustFragmentDoc } from "@/gql/public/graphql";
import { T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Away } from "@/ui/Away";
import { Button, ButtonLink } from "@/ui/Button";
import { Content, German } from "@/ui/Content";
import { Source } from "@/ui/Sources";
import { HoursList } from "./HoursList";
import { OfferFacts } from "./OfferFacts";
import { OpenState } from "./OpenState";
import { PhoneList } from "./PhoneList";
import { PlaceList } from "./PlaceList";

/** Everything that is known about one offer, in the order in which somebody needs it. */
export function Offer({ of }: { of: FragmentType<typeof Offer_ServiceFragmentDoc> }) {
  const service = readFragment(Offer_ServiceFragmentDoc, of);
  return (
    <>
      <Standing service={service} />
      <div className="sn-card">
        <p className="sn-muted">
          <T id="offer.by" /> <Content of={service.organisation.name} />
          {service.organisation.district && (
            <>
              {" · "}
              <German>{service.organisation.district.fullName}</German>
            </>
          )}
        </p>
        {(service.description ?? service.summary) && (
          <p>
            <Content of={service.description ?? service.summary ?? { lang: "de", value: "" }} />
          </p>
        )}
        <OpenState of={service.openNow} instead />
      </div>
      <ContactCard service={service} />
      <Part title={<T id="offer.hours" />}>
        <HoursList hours={service.hours} commitment={service.openingCommitment} />
      </Part>
      <Part title={<T id="offer.where" />}>
        <PlaceList places={service.places} />
      </Part>
      <Part title={<T id="offer.facts" />}>
        <OfferFacts service={service} />
      </Part>
      {service.boundaryNote && (
        <Part title={<T id="offer.boundary" />}>
          <p>
            <Content of={service.boundaryNote} />
          </p>
        </Part>
      )}
      {/* Nobody has to vouch for an emergency call. */}
      {!service.kinds.some(({ key }) => key === "emergency_call") && <TrustCard service={service} />}
    </>
  );
}

/** A part of the offer under its heading; no landmark, because a page may show several offers. */
const Part = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <div className="sn-card">
    <h2>{title}</h2>
    {children}
  </div>
);

/** What stands before everything else: an exercise, a closure, a notice. */
function Standing({ service }: { service: Offer_ServiceFragment }) {
  const { language } = useVoice();
  const { code, reason, expectedBackOn } = service.status;
  return (
    <>
      {service.demo && (
        <p>
          <span className="sn-label">
            <T id="core.example" />
          </span>
        </p>
      )}
      {code !== "ACTIVE" && (
        <Alert look="warning" title={<T id={`offer.status.${code}`} />}>
          {(reason || expectedBackOn) && (
            <p>
              {reason && <Content of={reason} />}{" "}
              {expectedBackOn && <T id="offer.expectedBack" values={{ date: formatDay(expectedBackOn, language) }} />}
            </p>
          )}
        </Alert>
      )}
      {service.notice && <Alert look="info" title={<Content of={service.notice} />} />}
    </>
  );
}

function ContactCard({ service }: { service: Offer_ServiceFragment }) {
  return (
    <Part title={<T id="offer.contact" />}>
      {service.phones.length > 0 ? (
        <PhoneList phones={service.phones} />
      ) : (
        <p>
          <T id="offer.noPhone" />
        </p>
      )}
      <div className="sn-actions">
        {service.email && (
          <ButtonLink href={`mailto:${service.email}`} icon="mail">
            <bdi>{service.email}</bdi>
          </ButtonLink>
        )}
        {service.chat && (
          <Away href={service.chat}>
            <T id="offer.chat" />
          </Away>
        )}
        {service.website && (
          <Away href={service.website}>
            <T id="offer.website" />
          </Away>
        )}
        <Button look="tertiary" icon="print" onClick={() => window.print()}>
          <T id="core.print" />
        </Button>
      </div>
    </Part>
  );
}

function TrustCard({ service }: { service: Offer_ServiceFragment }) {
  const trust = readFragment(TrustLine_TrustFragmentDoc, service.trust);
  return (
    <Part title={<T id="offer.trust" />}>
      <p>
        <Content of={trust.text} />
      </p>
      <ul>
        {trust.sources.map((source) => (
          <li key={`${source.title ?? source.url}-${source.date ?? ""}`}>
            <Source of={source} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
