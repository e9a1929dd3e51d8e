import { useQuery } from "@tanstack/react-query";
import { useViewer, type Viewer } from "@/features/identity/viewer";
import { T, useVoice } from "@/i18n";
import type { InternPageKey } from "@/shared/pages";
import { Alert } from "@/ui/Alert";
import { German } from "@/ui/Content";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { ownStanding } from "./endorsing";
import { FirstKey } from "./FirstKey";
import { useKeyHealth } from "./health";
import { KeyNotice } from "./KeyNotice";
import { useMyKeys } from "./myKeys";
import { Readiness } from "./Readiness";

/** How the organisation's keys stand: vouched for or not, ready or not, and where to go on. */
export function KeysOverview() {
  const { data: viewer } = useViewer();
  const { data, error, refetch } = useKeyHealth();
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!viewer || !data) return <Skeleton rows={3} />;
  if (!data.keyHealth.epoch) return <KeyNotice />;
  return (
    <>
      <KeyNotice />
      <Standing viewer={viewer} />
      <Readiness health={data.keyHealth} />
      <Ways verifier={viewer.can.includes("VERIFY_ORGANISATION")} />
    </>
  );
}

/** Whether the first key is vouched for, by whom, and what to do if it is not. */
function Standing({ viewer }: { viewer: Viewer }) {
  const { t } = useVoice();
  const organisation = viewer.organisation.id;
  const { data, error, refetch } = useQuery({
    queryKey: ["key-standing", organisation],
    queryFn: () => ownStanding(organisation),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={1} />;
  switch (data.state) {
    case "endorsed":
      return (
        <Alert look="success" title={<T id="keys.standing.endorsed" values={{ name: <German>{data.by}</German> }} />}>
          <p>
            <T id="keys.standing.endorsedText" />
          </p>
        </Alert>
      );
    case "anchor":
      return (
        <Alert look="success" title={t("keys.standing.anchor")}>
          <p>
            <T id="keys.standing.anchorText" />
          </p>
        </Alert>
      );
    case "stop":
      return (
        <Alert look="danger" title={t("keys.standing.stop")}>
          <p>
            <T id={`lock.stop.codes.${data.code}`} />
          </p>
          <p>
            <T id="keys.standing.stopText" />
          </p>
        </Alert>
      );
    case "waiting":
      return <Waiting viewer={viewer} />;
  }
}

const STEPS = ["keys.standing.steps.call", "keys.standing.steps.read", "keys.standing.steps.then"] as const;

function Waiting({ viewer }: { viewer: Viewer }) {
  const { t } = useVoice();
  return (
    <section className="sn-stack" aria-label={t("keys.standing.waiting")}>
      <Alert look="warning" title={t("keys.standing.waiting")}>
        <p>
          <T id="keys.standing.waitingText" />
        </p>
      </Alert>
      <div className="sn-card">
        <h2>
          <T id="keys.standing.todo" />
        </h2>
        <ol>
          {STEPS.map((id) => (
            <li key={id}>
              <T id={id} />
            </li>
          ))}
        </ol>
        <FirstKey viewer={viewer} />
      </div>
    </section>
  );
}

const WAYS = [
  { page: "keyHolders", title: "keys.heading.holders", text: "keys.lead.holders" },
  { page: "keySheet", title: "keys.heading.sheet", text: "keys.lead.sheet" },
] as const;
/** Only where there is one to change. */
const PASSPHRASE = {
  page: "account",
  title: "keys.overview.passphrase",
  text: "keys.overview.passphraseText",
} as const;
const ENDORSING = { page: "keyEndorse", title: "keys.heading.endorse", text: "keys.lead.endorse" } as const;

/** Where to go on. */
function Ways({ verifier }: { verifier: boolean }) {
  const { t } = useVoice();
  const { data: kept } = useMyKeys();
  const ways: readonly {
    page: InternPageKey;
    title: (typeof WAYS | [typeof ENDORSING, typeof PASSPHRASE])[number]["title"];
    text: (typeof WAYS | [typeof ENDORSING, typeof PASSPHRASE])[number]["text"];
  }[] = [...(verifier ? [ENDORSING] : []), ...WAYS, ...(kept?.myVault ? [PASSPHRASE] : [])];
  return (
    <nav aria-label={t("keys.overview.ways")}>
      <ul className="sn-ways">
        {ways.map(({ page, title, text }) => (
          <li key={page} className="sn-card">
            <PageLink page={page} className="sn-ways__link">
              <T id={title} />
            </PageLink>
            <span className="sn-muted">
              <T id={text} />
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
