import { useEffect, useId, useState } from "react";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { formatDay, formatMoment } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { Content } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { TextField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { wordOf } from "./codes";
import { type Destination, useDestinations } from "./queries";
import type { WrittenKind } from "./writeValues";

interface Props {
  kind: WrittenKind;
  onChosen: (destination: Destination) => void;
  /** The body is not in the list: the sheet can still be filled and handed over on paper. */
  onPaper: () => void;
}

const REST_MS = 300;

/** First of all: to whom, and whether it can get there. */
export function Destinations({ kind, onChosen, onPaper }: Props) {
  const { t } = useVoice();
  const [typed, setTyped] = useState("");
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data, error, refetch } = useDestinations(kind, text);
  return (
    <section className="sn-stack">
      <h2>
        <T id="write.to.title" />
      </h2>
      <TextField label={t("write.to.search")} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={2} />}
      {data?.length === 0 && <Empty title={<T id="write.to.empty" />} />}
      {data?.toSorted(receivingFirst).map((destination) => (
        <DestinationCard key={destination.id} destination={destination}>
          <Button look={destination.receives ? "primary" : "secondary"} onClick={() => onChosen(destination)}>
            <T id={destination.receives ? "write.to.choose" : "write.to.paper"} />
          </Button>
        </DestinationCard>
      ))}
      <p>
        <T id="write.to.missing" />
      </p>
      <div className="sn-actions">
        <Button onClick={onPaper}>
          <T id="write.to.paper" />
        </Button>
      </div>
    </section>
  );
}

/** Where something can arrive stands before where it cannot; else the order of names stays. */
const receivingFirst = (one: Destination, other: Destination) => Number(other.receives) - Number(one.receives);

interface CardProps {
  destination: Destination;
  children?: React.ReactNode;
}

/** A body with its badge: keys checked, ways to open, when somebody is there; or why nothing can arrive. */
export function DestinationCard({ destination, children }: CardProps) {
  const { t, language } = useVoice();
  const id = useId();
  const { organisation, receives, reason, keysVerifiedOn, ways, nextOpening, phones } = destination;
  return (
    <section className="sn-card" aria-labelledby={id}>
      <h3 id={id}>
        <Content of={organisation.name} />{" "}
        {organisation.demo && (
          <span className="sn-label">
            <T id="core.example" />
          </span>
        )}
      </h3>
      {receives ? (
        <p>
          <span className="sn-label">
            <T id="write.to.receives" />
          </span>{" "}
          <T id="write.to.ways" values={{ ways }} />
          {keysVerifiedOn && (
            <>
              {" · "}
              <T id="write.to.checked" values={{ date: formatDay(keysVerifiedOn, language) }} />
            </>
          )}
          {nextOpening && (
            <>
              {" · "}
              <T id="write.to.opens" values={{ moment: formatMoment(nextOpening, language) }} />
            </>
          )}
        </p>
      ) : (
        <Alert look="warning" title={t("write.to.cannot")}>
          {reason && (
            <p>
              <T id={wordOf("cannot", reason)} />
            </p>
          )}
          <p>
            <T id="write.to.cannotText" />
          </p>
        </Alert>
      )}
      <p className="sn-calls">
        {phones.map((phone) => (
          <CallLink key={phone.id} display={phone.display} href={phone.href} of={phone.purposeText.value} named />
        ))}
        {!receives && <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />}
      </p>
      <div className="sn-actions">{children}</div>
    </section>
  );
}
