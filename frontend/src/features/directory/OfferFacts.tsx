import type { Offer_ServiceFragment } from "@/gql/public/graphql";
import { type MessageId, T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Content } from "@/ui/Content";
import { type Fact, Facts } from "@/ui/Facts";
import { Source, useSourceDate } from "@/ui/Sources";
import { SIGN_LANGUAGE, useLanguageName } from "./useLanguageName";

/** Cost, anonymity, age, languages, area, places: what is unknown is said in words, never left out. */
export function OfferFacts({ service }: { service: Offer_ServiceFragment }) {
  const facts: (Fact | false | null | undefined)[] = [
    { key: "cost", term: <T id="offer.cost" />, value: <Content of={service.cost.text} /> },
    {
      key: "anonymous",
      term: <T id="offer.anonymous" />,
      value: <T id={`offer.anonymousAnswers.${service.anonymous}` satisfies MessageId} />,
    },
    { key: "age", term: <T id="offer.age" />, value: <ForWhom of={service.eligibility} /> },
    { key: "languages", term: <T id="offer.languages" />, value: <Languages of={service.languages} /> },
    { key: "area", term: <T id="offer.area" />, value: <Areas of={service.areas} /> },
    service.capacity && { key: "capacity", term: <T id="offer.capacity" />, value: <Capacity of={service.capacity} /> },
    service.answeredBy && { key: "reader", term: <T id="offer.reader" />, value: <Content of={service.answeredBy} /> },
    service.topics.length > 0 && {
      key: "topics",
      term: <T id="offer.topics" />,
      value: <Topics of={service.topics} />,
    },
    service.fundingPeriods.length > 0 && {
      key: "history",
      term: <T id="offer.history" />,
      value: <Funding of={service.fundingPeriods} />,
    },
  ];
  return <Facts facts={facts.filter((fact): fact is Fact => Boolean(fact))} />;
}

function ForWhom({ of }: { of: Offer_ServiceFragment["eligibility"] }) {
  return (
    <>
      <Content of={of.text} />
      {of.note && (
        <p>
          <Content of={of.note} />
        </p>
      )}
      {of.notFor.map((text) => (
        <p key={text.value}>
          <Content of={text} />
        </p>
      ))}
    </>
  );
}

function Languages({ of }: { of: Offer_ServiceFragment["languages"] }) {
  const { t } = useVoice();
  const nameOf = useLanguageName();
  if (of.length === 0) return <T id="offer.noLanguages" />;
  return (
    <ul>
      {of.map((language) => (
        <li key={language.code}>
          {nameOf(language.code)}
          {language.modes.length > 0 &&
            language.code !== SIGN_LANGUAGE &&
            ` (${language.modes.map((mode) => t(`offer.modes.${mode}`)).join(", ")})`}
          {language.note && (
            <>
              {": "}
              <Content of={language.note} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Areas({ of }: { of: Offer_ServiceFragment["areas"] }) {
  if (of.length === 0) return <T id="offer.noArea" />;
  return (
    <ul>
      {of.map((area) => (
        <li key={`${area.label.value}-${area.source?.title ?? ""}`}>
          <Content of={area.label} />
          {area.source && (
            <>
              {" "}
              <Source of={area.source} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Capacity({ of }: { of: NonNullable<Offer_ServiceFragment["capacity"]> }) {
  const { t, language } = useVoice();
  const status = `${t(`offer.capacities.${of.status}`)} (${t("core.asOf", { date: formatDay(of.asOf, language) })})`;
  return (
    <>
      {of.stale ? <T id="offer.capacityStale" values={{ status }} /> : status}
      {of.note && (
        <p>
          <Content of={of.note} />
        </p>
      )}
    </>
  );
}

function Topics({ of }: { of: Offer_ServiceFragment["topics"] }) {
  return (
    <ul className="sn-tags">
      {of.map((topic) => (
        <li key={topic.key}>
          <Content of={topic.label} />
        </li>
      ))}
    </ul>
  );
}

function Funding({ of }: { of: Offer_ServiceFragment["fundingPeriods"] }) {
  const asText = useSourceDate();
  return (
    <ul>
      {of.map((period) => (
        <li key={period.label.value}>
          <Content of={period.label} />
          {period.from && (
            <>
              {" "}
              <T id="offer.from" values={{ from: asText(period.from) }} />
            </>
          )}
          {period.to && (
            <>
              {" "}
              <T id="offer.until" values={{ to: asText(period.to) }} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
