import { useViewer } from "@/features/identity/viewer";
import type { KeyHealthQuery } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Facts } from "@/ui/Facts";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { useSendsOnly } from "./health";

type Health = KeyHealthQuery["keyHealth"];

/** Ways to open that an organisation needs before it receives. */
export const NEEDED_WAYS = 2;

/** The two roads to readiness: two holders, or one holder and a sheet that was tried. */
export function Readiness({ health }: { health: Health }) {
  const { t } = useVoice();
  const { data: viewer } = useViewer();
  const { data: sendsOnly, error, refetch } = useSendsOnly(viewer?.organisation.id);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (sendsOnly === undefined) return <Skeleton rows={2} />;
  const ready = health.ways >= NEEDED_WAYS;
  const tried = health.sheets.filter(({ verifiedAt }) => verifiedAt !== null && verifiedAt !== undefined).length;
  return (
    <section className="sn-stack" aria-label={t("keys.ready.label")}>
      {sendsOnly ? (
        <Alert look={ready ? "success" : "info"} title={t("keys.ready.sends")}>
          <p>
            <T id={ready ? "keys.ready.yesText" : "keys.ready.sendsText"} />
          </p>
        </Alert>
      ) : (
        <Alert look={ready ? "success" : "warning"} title={t(ready ? "keys.ready.yes" : "keys.ready.no")}>
          <p>
            <T id={ready ? "keys.ready.yesText" : "keys.ready.noText"} />
          </p>
        </Alert>
      )}
      <Facts
        facts={[
          {
            key: "ways",
            term: <T id="keys.ready.ways" />,
            value: sendsOnly ? health.ways : <T id="keys.ready.waysOf" values={{ ways: health.ways }} />,
          },
          {
            key: "holders",
            term: <T id="keys.ready.holders" />,
            value: <T id="keys.ready.holdersOf" values={{ count: health.holders }} />,
          },
          {
            key: "sheets",
            term: <T id="keys.ready.sheets" />,
            value: (
              <>
                <T id="keys.ready.sheetsOf" values={{ count: health.sheets.length, tried }} />{" "}
                {tried < health.sheets.length && (
                  <PageLink page="keySheet">
                    <T id="keys.ready.try" />
                  </PageLink>
                )}
              </>
            ),
          },
        ]}
      />
    </section>
  );
}
