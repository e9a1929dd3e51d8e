import type { ReactNode } from "react";
import { useViewer } from "@/features/identity/viewer";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { Alert } from "@/ui/Alert";
import { CallLink } from "@/ui/CallLink";
import { German } from "@/ui/Content";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { ForKeyTasks } from "./ForKeyTasks";
import { useMyKeys } from "./myKeys";
import { isOpen, useKeyRing } from "./ring";
import { standingOf } from "./standing";
import { standingStop } from "./trust";
import { UnlockForm } from "./UnlockForm";

interface Props {
  /** Why a key is needed here, in one sentence. */
  why: ReactNode;
  children: ReactNode;
}

/** Shows what is behind the key only while the ring is open; else the one step that leads there. */
export function Gate({ why, children }: Props) {
  const snapshot = useKeyRing();
  if (snapshot.state === "broken") return <Broken />;
  if (isOpen(snapshot)) return children;
  if (snapshot.state === "none") return <Keyless why={why} />;
  return <Shut why={why} none={false} />;
}

/** The ring is empty: whether there is no key, or one to be opened, the server knows. */
function Keyless({ why }: Pick<Props, "why">) {
  const { data: kept, error, refetch } = useMyKeys();
  if (kept) return <Shut why={why} none={standingOf(kept) === "none"} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <Skeleton rows={2} />;
}

export function Shut({ why, none }: { why: ReactNode; none: boolean }) {
  const { t } = useVoice();
  const { data: viewer } = useViewer();
  return (
    <section className="sn-card sn-card--narrow" aria-label={t("lock.locked")}>
      <p>{why}</p>
      {none ? (
        <ForKeyTasks>
          <p>
            <T id="lock.noneText" />
          </p>
          <div className="sn-actions">
            <PageLink page="keySetup" look="primary">
              <T id="lock.setUp" />
            </PageLink>
          </div>
        </ForKeyTasks>
      ) : (
        viewer && <UnlockForm organisation={viewer.organisation.id} onOpen={() => undefined} />
      )}
    </section>
  );
}

/** The chain does not verify. Nothing is sealed or opened; the only way on is the telephone. */
export function Broken() {
  const { t } = useVoice();
  const stop = standingStop();
  return (
    <Alert look="danger" role="alert" title={t("lock.stop.title")}>
      <p>
        <T id="lock.stop.text" values={{ name: <German>{stop?.name}</German> }} />
      </p>
      <p>
        <T id="lock.stop.rule" />
      </p>
      {stop?.phones.map((phone) => (
        <p key={phone.href}>
          <CallLink display={phone.display} href={phone.href} of={<German>{stop.name}</German>} />
        </p>
      ))}
      {!stop?.phones.length && (
        <p>
          <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
        </p>
      )}
      {stop && (
        <p className="sn-muted">
          <T id={`lock.stop.codes.${stop.code}`} />
        </p>
      )}
    </Alert>
  );
}
