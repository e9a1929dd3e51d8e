import { createFileRoute } from "@tanstack/react-router";
import { useMyEntries } from "@/features/directory/entries";
import { useViewer, type Viewer } from "@/features/identity/viewer";
import { KeyNotice } from "@/features/keys/KeyNotice";
import { exchanges, usesKeys } from "@/features/keys/standing";
import { TodayBoxes } from "@/features/referral/TodayBoxes";
import { WriteLinks } from "@/features/referral/WriteLinks";
import { InternPage } from "@/features/shell/InternPage";
import { T, useVoice } from "@/i18n";
import { formatClock } from "@/shared/time";
import { Content } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Facts } from "@/ui/Facts";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";

export const Route = createFileRoute("/intern/_signedIn/")({
  loader: ({ context }) => context.translator.need("today", "referral", "write", "worry"),
  component: Today,
});

function Today() {
  const { data: viewer } = useViewer();
  if (!viewer) return null;
  const boxes = exchanges(viewer.can);
  const edits = viewer.can.includes("EDIT_DIRECTORY");
  return (
    <InternPage
      page="today"
      width="wide"
      heading={<T id="today.heading" />}
      lead={<T id="today.hello" values={{ name: viewer.displayName }} />}
    >
      <div className="sn-pair">
        <div className="sn-stack">
          {usesKeys(viewer.can) && <KeyNotice />}
          {boxes && <TodayBoxes />}
          {viewer.can.includes("SEND_REFERRAL") && <Write />}
          {edits && <Entries />}
          {!boxes && !edits && <NothingToDo />}
        </div>
        <div>
          <Person viewer={viewer} />
        </div>
      </div>
    </InternPage>
  );
}

const NothingToDo = () => (
  <Empty title={<T id="today.nothing" />}>
    <p>
      <T id="today.nothingText" />
    </p>
  </Empty>
);

function Person({ viewer }: { viewer: Viewer }) {
  const { t, language } = useVoice();
  return (
    <section className="sn-card" aria-label={t("today.organisation")}>
      <Facts
        facts={[
          {
            key: "organisation",
            term: <T id="today.organisation" />,
            value: (
              <>
                <Content of={viewer.organisation.name} />{" "}
                {viewer.organisation.demo && (
                  <span className="sn-label">
                    <T id="core.example" />
                  </span>
                )}
              </>
            ),
          },
          {
            key: "roles",
            term: <T id="today.roles" />,
            value: viewer.roles.map((role) => t(`core.roles.${role}`)).join(", "),
          },
          {
            key: "session",
            term: <T id="today.session" />,
            value: <T id="today.sessionText" values={{ time: formatClock(viewer.sessionEndsAt, language) }} />,
          },
        ]}
      />
    </section>
  );
}

const Write = () => (
  <section className="sn-card" aria-labelledby="sn-write">
    <h2 id="sn-write">
      <T id="today.write" />
    </h2>
    <WriteLinks />
  </section>
);

/** A tile fails alone, not the page. */
function Entries() {
  const { t } = useVoice();
  const { data, error, refetch } = useMyEntries();
  if (error) return <Failure title={t("today.failed")} error={error} onRetry={() => void refetch()} />;
  const total = data?.pages[0]?.myEntries.totalCount;
  if (total === undefined) return <Skeleton rows={1} />;
  return (
    <section className="sn-card" aria-labelledby="sn-entries">
      <h2 id="sn-entries">
        <T id="today.entries.title" />
      </h2>
      <p>
        <T id="today.entries.text" values={{ count: total }} />
      </p>
      <div className="sn-actions">
        <PageLink page="entries" look="primary">
          <T id="today.entries.action" />
        </PageLink>
      </div>
    </section>
  );
}
