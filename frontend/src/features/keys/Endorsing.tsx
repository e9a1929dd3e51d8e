import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useViewer, type Viewer } from "@/features/identity/viewer";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { TextField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { AnchorEntry } from "./AnchorEntry";
import { CandidateCard } from "./CandidateCard";
import { type Candidate, candidates, endorsingKey, MOST_CANDIDATES } from "./endorsing";
import { Gate } from "./Gate";
import { isAnchor } from "./trust";

const REST_MS = 300;
const CANDIDATES = "key-candidates";

/** A verifying body looks up who has announced keys, compares the first one and vouches for it. */
export function Endorsing() {
  const { data: viewer } = useViewer();
  if (!viewer) return <Skeleton rows={2} />;
  if (!viewer.can.includes("VERIFY_ORGANISATION")) {
    return (
      <Empty title={<T id="keys.endorse.notYours" />}>
        <p>
          <T id="keys.endorse.notYoursText" />
        </p>
      </Empty>
    );
  }
  return (
    <>
      <ol className="sn-card sn-steps">
        <li>
          <T id="keys.endorse.steps.register" />
        </li>
        <li>
          <T id="keys.endorse.steps.compare" />
        </li>
        <li>
          <T id="keys.endorse.steps.sign" />
        </li>
      </ol>
      <Gate why={<T id="keys.endorse.locked" />}>
        <Believed viewer={viewer}>
          <Candidates />
        </Believed>
      </Gate>
    </>
  );
}

/** Nobody believes an endorsement by a key these pages were not built with: first the operator has to. */
function Believed({ viewer, children }: { viewer: Viewer; children: React.ReactNode }) {
  const { t } = useVoice();
  const key = endorsingKey();
  const kid = key?.kid ?? "";
  const { data, error, refetch } = useQuery({ queryKey: ["key-anchor", kid], queryFn: () => isAnchor(kid) });
  if (!key) return <Alert look="warning" title={t("keys.endorse.reader")} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton rows={1} />;
  if (data) return children;
  return (
    <>
      <Alert look="warning" title={t("keys.endorse.unknown")} />
      <AnchorEntry name={viewer.organisation.name.value} anchor={key} />
    </>
  );
}

function Candidates() {
  const { t } = useVoice();
  const client = useQueryClient();
  const [typed, setTyped] = useState("");
  const text = useRest(typed.trim());
  const { data, error, refetch } = useQuery({
    queryKey: [CANDIDATES, text],
    queryFn: ({ signal }) => candidates(text, signal),
    placeholderData: keepPreviousData,
  });
  const done = () => client.invalidateQueries({ queryKey: [CANDIDATES] });
  return (
    <section className="sn-stack">
      <TextField label={t("keys.endorse.search")} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={2} />}
      {data?.length === 0 && (
        <Empty title={<T id={text ? "keys.endorse.noneFound" : "keys.endorse.none"} />}>
          <p>
            <T id="keys.endorse.noneText" />
          </p>
        </Empty>
      )}
      {data && <List title="keys.endorse.waiting" of={data.filter((one) => !isEndorsed(one))} onDone={done} />}
      {data && <List title="keys.endorse.endorsed" of={data.filter(isEndorsed)} onDone={done} />}
      {data && data.length >= MOST_CANDIDATES && (
        <p className="sn-muted">
          <T id="keys.endorse.more" values={{ count: MOST_CANDIDATES }} />
        </p>
      )}
    </section>
  );
}

const isEndorsed = ({ vouched }: Candidate): boolean => vouched.state === "endorsed";

interface ListProps {
  title: "keys.endorse.waiting" | "keys.endorse.endorsed";
  of: readonly Candidate[];
  onDone: () => Promise<void>;
}

function List({ title, of, onDone }: ListProps) {
  if (of.length === 0) return null;
  return (
    <section className="sn-section">
      <h2>
        <T id={title} values={{ count: of.length }} />
      </h2>
      <ul className="sn-stack">
        {of.map((candidate) => (
          <li key={candidate.id}>
            <CandidateCard candidate={candidate} onDone={onDone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A value once it has been at rest: nobody searches letter by letter. */
function useRest(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
