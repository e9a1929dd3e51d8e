import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { PageLink } from "@/ui/PageLink";
import { useKeyHealth } from "./health";
import { useMyKeys } from "./myKeys";
import { standingOf } from "./standing";

/** What is missing before somebody can seal and open. */
type Missing = "house" | "own" | "grant";

interface Known {
  /** Newest epoch of the organisation's key; 0 before the first. */
  readonly epoch: number;
  readonly standing: ReturnType<typeof standingOf>;
}

/** The first thing that is missing, or nothing. */
export function missingOf({ epoch, standing }: Known): Missing | null {
  if (!epoch) return "house";
  if (standing === "none") return "own";
  return standing === "pending_grant" ? "grant" : null;
}

const WORDS = {
  house: { title: "lock.missing.house", text: "lock.missing.houseText" },
  own: { title: "lock.missing.own", text: "lock.missing.ownText" },
  grant: { title: "lock.missing.own", text: "lock.missing.grantText" },
} as const satisfies Record<Missing, { title: MessageId; text: MessageId }>;

/** One sentence: what is missing before anything can be sealed or opened, and who can do it. */
export function KeyNotice() {
  const { t } = useVoice();
  const missing = useMissing();
  const { data: health } = useKeyHealth();
  if (!missing) return null;
  const mine = missing === "own" || (missing === "house" && health?.keyHealth.mayManage);
  return (
    <Alert look="warning" title={t(WORDS[missing].title)}>
      <p>
        <T id={missing === "house" && mine ? "lock.missing.houseYours" : WORDS[missing].text} />
      </p>
      {mine && (
        <PageLink page="keySetup" look="primary">
          <T id="lock.setUp" />
        </PageLink>
      )}
      {missing === "grant" && (
        <PageLink page="keySetup" look="primary">
          <T id="lock.missing.grantNext" />
        </PageLink>
      )}
    </Alert>
  );
}

/** What is missing for the person signed in; null also while that is not known. */
export function useMissing(): Missing | null {
  const { data: health } = useKeyHealth();
  const { data: kept } = useMyKeys();
  return health && kept ? missingOf({ epoch: health.keyHealth.epoch, standing: standingOf(kept) }) : null;
}
