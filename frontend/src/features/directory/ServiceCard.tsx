import { type FragmentType, readFragment } from "@/gql/find/fragment-masking";
import { ServiceCard_ServiceFragmentDoc } from "@/gql/find/graphql";
import { T, useVoice } from "@/i18n";
import { CallLink } from "@/ui/CallLink";
import { Content, German } from "@/ui/Content";
import { PageLink } from "@/ui/PageLink";
import type { FoundEdge } from "./findQueries";
import { OpenState } from "./OpenState";
import { TrustState } from "./TrustState";

/** One hit: what it is, whether somebody answers now, why it fits, and the number to press. */
export function ServiceCard({ edge }: { edge: FoundEdge }) {
  const { t } = useVoice();
  const node: FragmentType<typeof ServiceCard_ServiceFragmentDoc> = edge.node;
  const service = readFragment(ServiceCard_ServiceFragmentDoc, node);
  const emergency = service.phones.find(({ purpose }) => purpose === "EMERGENCY");
  const phone = service.phones.find(({ purpose }) => purpose !== "EMERGENCY");
  return (
    <article className="sn-card sn-result">
      <ul className="sn-tags">
        {service.kinds.slice(0, 2).map((kind) => (
          <li key={kind.key}>
            <Content of={kind.label} />
          </li>
        ))}
        <li>
          <Content of={service.cost.text} />
        </li>
        {service.organisation.district && (
          <li>
            <German>{service.organisation.district.fullName}</German>
          </li>
        )}
        {service.demo && (
          <li className="sn-label">
            <T id="core.example" />
          </li>
        )}
      </ul>
      <h3>
        <PageLink page="offer" params={{ id: service.id }}>
          <Content of={service.name} />
        </PageLink>
      </h3>
      {service.organisation.name.value !== service.name.value && (
        <p className="sn-muted">
          <Content of={service.organisation.name} />
        </p>
      )}
      {service.summary && (
        <p>
          <Content of={service.summary} />
        </p>
      )}
      <OpenState of={service.openNow} />
      <Fitting edge={edge} />
      {emergency?.label && (
        <p>
          <Content of={emergency.label} />
        </p>
      )}
      <div className="sn-actions">
        {phone && <CallLink display={phone.display} href={phone.href} of={<Content of={service.name} />} />}
        {/* The body names it; the number is nobody's own. */}
        {emergency && (
          <CallLink display={emergency.display} href={emergency.href} of={t("core.lines.emergency")} named />
        )}
        {!phone && !emergency && (
          <span className="sn-muted">
            <T id="find.noPhone" />
          </span>
        )}
        <PageLink
          page="offer"
          params={{ id: service.id }}
          look="tertiary"
          label={<T id="find.detailsOf" values={{ name: <Content of={service.name} /> }} />}
        >
          <T id="find.details" />
        </PageLink>
      </div>
      {/* Nobody has to vouch for an emergency call. */}
      {!service.kinds.some(({ key }) => key === "emergency_call") && <TrustState of={service.trust} />}
    </article>
  );
}

/** Why it was found, how far away it is, and what is not known about its area. */
function Fitting({ edge }: { edge: FoundEdge }) {
  const { language } = useVoice();
  // What stands where the place is measured from is not said to be away.
  const km = edge.distanceM == null || edge.distanceM < 100 ? null : edge.distanceM / 1000;
  if (edge.reasons.length === 0 && km === null && edge.serves !== "UNKNOWN") return null;
  return (
    <div className="sn-reasons">
      {edge.reasons.slice(0, 3).map((reason) => (
        <p key={reason.text.value}>
          <Content of={reason.text} />
        </p>
      ))}
      {km !== null && (
        <p>
          <T
            id="find.distance"
            values={{ km: km.toLocaleString(language, { maximumFractionDigits: km < 10 ? 1 : 0 }) }}
          />
        </p>
      )}
      {edge.serves === "UNKNOWN" && (
        <p>
          <T id="find.servesUnknown" />
        </p>
      )}
    </div>
  );
}
