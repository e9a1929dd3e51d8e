import { useEffect, useId, useState } from "react";
import { Responsible } from "@/features/territory/Responsible";
import { T, useVoice } from "@/i18n";
import { formatDay, formatMoment } from "@/shared/time";
import { Button } from "@/ui/Button";
import { Content, German } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { TextField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { wordOf } from "./codes";
import { OfficeNumbers } from "./OfficeNumbers";
import { type Destination, takes, useDestination, useDestinations } from "./queries";
import type { WrittenKind } from "./writeValues";

interface Props {
  kind: WrittenKind;
  onChosen: (destination: Destination) => void;
  /** The body is not in the list: the sheet can still be filled and handed over on paper. */
  onPaper: () => void;
}

const REST_MS = 300;

/** First of all: to whom, and whether it can get there. For a report the place of the child leads to the office. */
export function Destinations({ kind, onChosen, onPaper }: Props) {
  return (
    <>
      {kind === "SUSPICION_REPORT" && (
        <Responsible actionsOf={(office) => <Chosen id={office} kind={kind} onChosen={onChosen} />} />
      )}
      <ByName kind={kind} onChosen={onChosen} onPaper={onPaper} />
    </>
  );
}

/** Whether a body can be written to here, and the step that follows from it. */
function Chosen({ id, kind, onChosen }: { id: string } & Pick<Props, "kind" | "onChosen">) {
  const { data: destination, isLoading } = useDestination(id);
  if (isLoading) return <Skeleton rows={1} />;
  if (!destination) return null;
  const receives = takes(destination, kind);
  return (
    <>
      <Reception destination={destination} receives={receives} />
      <div className="sn-actions">
        <ChooseButton receives={receives} onClick={() => onChosen(destination)} />
      </div>
    </>
  );
}

function ChooseButton({ receives, onClick }: { receives: boolean; onClick: () => void }) {
  return (
    <Button look={receives ? "primary" : "secondary"} onClick={onClick}>
      <T id={receives ? "write.to.choose" : "write.to.paper"} />
    </Button>
  );
}

function ByName({ kind, onChosen, onPaper }: Props) {
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
      {data?.toSorted(receivingFirst(kind)).map((destination) => (
        <DestinationCard key={destination.id} destination={destination} kind={kind} numbers="first">
          <ChooseButton receives={takes(destination, kind)} onClick={() => onChosen(destination)} />
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
const receivingFirst = (kind: WrittenKind) => (one: Destination, other: Destination) =>
  Number(takes(other, kind)) - Number(takes(one, kind));

interface CardProps {
  destination: Destination;
  kind: WrittenKind;
  /** `first` where it is one of many; `none` where the same numbers stand beside the card. */
  numbers?: "all" | "first" | "none";
  children?: React.ReactNode;
}

/** A body: where it is, whether something can arrive there, and its numbers. */
export function DestinationCard({ destination, kind, numbers = "all", children }: CardProps) {
  const id = useId();
  const { organisation } = destination;
  return (
    <section className="sn-card" aria-labelledby={id}>
      {organisation.district && (
        <p className="sn-muted">
          <German>{organisation.district.fullName}</German>
        </p>
      )}
      <h3 id={id}>
        <Content of={organisation.name} />{" "}
        {organisation.demo && (
          <span className="sn-label">
            <T id="core.example" />
          </span>
        )}
      </h3>
      <Reception destination={destination} receives={takes(destination, kind)} />
      {numbers !== "none" && <OfficeNumbers destination={destination} kind={kind} short={numbers === "first"} />}
      <div className="sn-actions">{children}</div>
    </section>
  );
}

/** Keys checked, ways to open, when somebody is there; or why nothing can arrive. */
function Reception({ destination, receives }: { destination: Destination; receives: boolean }) {
  const { language } = useVoice();
  const { reason, keysVerifiedOn, ways, nextOpening } = destination;
  if (!receives) {
    return (
      <p>
        <span className="sn-label">
          <T id="write.to.cannot" />
        </span>{" "}
        {reason && (
          <span>
            <T id={wordOf("cannot", reason)} />{" "}
          </span>
        )}
        <T id="write.to.cannotText" />
      </p>
    );
  }
  return (
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
  );
}
