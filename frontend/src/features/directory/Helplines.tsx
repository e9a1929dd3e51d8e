import { type ReactNode, useId } from "react";
import { OpenBadge_OpenNowFragmentDoc } from "@/gql/find/graphql";
import { readFragment } from "@/gql/public/fragment-masking";
import { type Helpline_ServiceFragment, Helpline_ServiceFragmentDoc } from "@/gql/public/graphql";
import { T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Away } from "@/ui/Away";
import { Button, ButtonLink } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { Content, German } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Named } from "@/ui/Named";
import { PageLink } from "@/ui/PageLink";
import { BUNDLED_LINES, BUNDLED_ON, type BundledLine } from "./bundled";
import { HoursList } from "./HoursList";
import { OpenState } from "./OpenState";
import { useHelplines } from "./queries";
import { TrustState } from "./TrustState";

/** The bundled list at once, the live one when it comes; in both the first line answers now where one does. */
export function Helplines() {
  const { language } = useVoice();
  const { data, error, refetch } = useHelplines();
  const date = formatDay(BUNDLED_ON, language);
  if (data && !error) {
    if (data.helplines.length === 0) return <NoLines />;
    const lines = data.helplines.map((line) => readFragment(Helpline_ServiceFragmentDoc, line));
    return (
      <>
        <Group title={<T id="lines.now" />} lines={lines.filter(answers)} />
        <Group title={<T id="lines.later" />} lines={lines.filter((line) => !answers(line))} />
      </>
    );
  }
  return (
    <>
      {error ? (
        <Alert look="warning" role="alert" title={<T id="lines.bundledOnly" values={{ date }} />}>
          <div className="sn-actions">
            <Button look="primary" onClick={() => void refetch()}>
              <T id="core.state.retry" />
            </Button>
          </div>
        </Alert>
      ) : (
        <p className="sn-muted" role="status">
          <T id="lines.bundled" values={{ date }} />
        </p>
      )}
      <BundledList />
    </>
  );
}

const answers = ({ openNow }: Helpline_ServiceFragment) =>
  readFragment(OpenBadge_OpenNowFragmentDoc, openNow).state === "OPEN";

function Group({ title, lines }: { title: ReactNode; lines: readonly Helpline_ServiceFragment[] }) {
  const id = useId();
  if (lines.length === 0) return null;
  return (
    <section className="sn-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="sn-stack">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const NoLines = () => (
  <>
    <Empty title={<T id="core.state.refused" />} />
    <BundledList />
  </>
);

function BundledList() {
  return (
    <ul className="sn-stack">
      {BUNDLED_LINES.map((line) => (
        <li key={line.key}>
          <Bundled line={line} />
        </li>
      ))}
    </ul>
  );
}

/** The number and what it costs in sight; times and sources one press away. */
function Line({ line }: { line: Helpline_ServiceFragment }) {
  return (
    <article className="sn-card">
      <h3>
        <Content of={line.name} />
      </h3>
      <OpenState of={line.openNow} />
      {line.summary && (
        <p>
          <Content of={line.summary} />
        </p>
      )}
      <Ways line={line} />
      <ul className="sn-tags">
        <li>
          <Content of={line.cost.text} />
        </li>
        <li>
          <Anonymous answer={line.anonymous} />
        </li>
      </ul>
      <TrustState of={line.trust} />
      <details className="sn-more">
        <summary>
          <Named name={<NameOf line={line} words="lines.times" />}>
            <T id="lines.times" />
          </Named>
        </summary>
        <p>
          <T id="lines.who" />: <Content of={line.answeredBy ?? line.organisation.name} />
        </p>
        <HoursList hours={line.hours} commitment={null} />
      </details>
    </article>
  );
}

/** Which line it is, for those who hear the link alone. */
function NameOf({ line, words }: { line: Helpline_ServiceFragment; words: "lines.times" | "lines.details" }) {
  return (
    <>
      <T id={words} />: <Content of={line.name} />
    </>
  );
}

function Ways({ line }: { line: Helpline_ServiceFragment }) {
  return (
    <div className="sn-actions">
      {line.phones.map((phone) => (
        <CallLink key={phone.id} display={phone.display} href={phone.href} of={<Content of={line.name} />} />
      ))}
      {line.chat && (
        <Away href={line.chat}>
          <T id="lines.chat" />
        </Away>
      )}
      {line.email && (
        <ButtonLink look="tertiary" href={`mailto:${line.email}`} icon="mail">
          <T id="lines.mail" />
        </ButtonLink>
      )}
      <PageLink
        page="offer"
        params={{ id: line.id }}
        look="tertiary"
        label={<NameOf line={line} words="lines.details" />}
      >
        <T id="lines.details" />
      </PageLink>
    </div>
  );
}

function Anonymous({ answer }: { answer: Helpline_ServiceFragment["anonymous"] }) {
  if (answer === "YES" || answer === "PARTLY") return <T id="lines.anonymous" />;
  return <T id={answer === "NO" ? "lines.notAnonymous" : "lines.anonymousUnknown"} />;
}

function Bundled({ line }: { line: BundledLine }) {
  const { language } = useVoice();
  return (
    <article className={line.alwaysOpen ? "sn-card sn-card--now" : "sn-card"}>
      <h2>
        <German>{line.name}</German>
      </h2>
      <p>
        <German>{line.hours}</German>
      </p>
      <div className="sn-actions">
        <CallLink display={line.display} href={line.href} of={<German>{line.name}</German>} />
        {line.chat && (
          <Away href={line.chat}>
            <T id="lines.website" />
          </Away>
        )}
      </div>
      <ul className="sn-tags">
        <li>
          <T id={line.free ? "lines.free" : "lines.costUnknown"} />
        </li>
        <li>
          <T id={line.anonymous ? "lines.anonymous" : "lines.anonymousUnknown"} />
        </li>
        <li>
          <T id="core.unconfirmed" values={{ date: formatDay(line.asOf, language) }} />
        </li>
      </ul>
    </article>
  );
}
