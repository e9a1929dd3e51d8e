import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { T, useVoice } from "@/i18n";
import { pages } from "@/shared/pages";
import { formatClock } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { CheckField, SelectField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { Drafts } from "./Drafts";
import { BOXES, DEADLINES, filterOf, LISTED_STATES, type ListSearch, readListSearch } from "./listSearch";
import { useReferrals } from "./queries";
import { ReferralRows } from "./ReferralRows";

/** Inbox, outbox and drafts; which one, and what of it, stands in the address. */
export function ReferralList({ search }: { search: ListSearch }) {
  const { t } = useVoice();
  const navigate = useNavigate();
  const go = (changes: Partial<Record<keyof ListSearch, unknown>>) =>
    void navigate({
      to: pages.referrals.path,
      search: (before: object) => ({ ...before, ...readListSearch({ ...search, ...changes }) }),
      replace: true,
    });
  return (
    <>
      <section className="sn-boxes" aria-label={t("referral.boxes.label")}>
        {BOXES.map((box) => (
          <button
            key={box}
            type="button"
            className="sn-boxes__box"
            aria-pressed={search.box === box}
            onClick={() => go({ box })}
          >
            <T id={`referral.boxes.${box}`} />
          </button>
        ))}
      </section>
      {search.box === "entwuerfe" ? (
        <Drafts />
      ) : (
        <>
          <div className="sn-filters">
            <SelectField
              label={t("referral.list.state")}
              value={search.status ?? ""}
              onChange={(event) => go({ status: event.target.value || undefined })}
            >
              <option value="">{t("referral.list.anyState")}</option>
              {LISTED_STATES.map((state) => (
                <option key={state} value={state}>
                  {t(`referral.states.${state}`)}
                </option>
              ))}
            </SelectField>
            <SelectField
              label={t("referral.list.deadline")}
              value={search.frist ?? ""}
              onChange={(event) => go({ frist: event.target.value || undefined })}
            >
              <option value="">{t("referral.list.anyDeadline")}</option>
              {DEADLINES.map((deadline) => (
                <option key={deadline} value={deadline}>
                  {t(`referral.list.deadlines.${deadline}`)}
                </option>
              ))}
            </SelectField>
            {search.box === "ein" && (
              <CheckField
                label={t("referral.list.mine")}
                checked={search.meine ?? false}
                onChange={(event) => go({ meine: event.target.checked || undefined })}
              />
            )}
          </div>
          <Box box={search.box === "ein" ? "INBOX" : "OUTBOX"} search={search} />
        </>
      )}
    </>
  );
}

function Box({ box, search }: { box: "INBOX" | "OUTBOX"; search: ListSearch }) {
  const { t, language } = useVoice();
  const filter = useMemo(() => filterOf(search, new Date()), [search]);
  const query = useReferrals(box, filter);
  const rows = query.data?.pages.flatMap((page) => page.rows);
  const readAt = formatClock(new Date(query.dataUpdatedAt).toISOString(), language);
  if (!rows) {
    return query.error ? (
      <Failure title={t("referral.list.failed")} error={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton rows={4} />
    );
  }
  return (
    <>
      {query.error && (
        <Alert look="warning" role="status" title={t("referral.list.old")}>
          <p>
            <T id="referral.list.oldText" values={{ time: readAt }} />
          </p>
        </Alert>
      )}
      <p className="sn-muted sn-read">
        <span role="status">
          {query.isPlaceholderData ? (
            <T id="core.state.loading" />
          ) : (
            <T id="referral.list.count" values={{ count: query.data?.pages[0]?.totalCount ?? rows.length }} />
          )}
        </span>
        {box === "INBOX" && (
          <span>
            <T id="referral.list.urgentFirst" />
          </span>
        )}
        <span>
          <T id="referral.list.asOf" values={{ time: readAt }} />
        </span>
        <Button look="tertiary" busy={query.isRefetching} onClick={() => void query.refetch()}>
          <T id="referral.list.now" />
        </Button>
      </p>
      <div aria-busy={query.isPlaceholderData}>
        <ReferralRows rows={rows} box={box} />
      </div>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
          <T id="referral.list.more" />
        </Button>
      )}
    </>
  );
}
