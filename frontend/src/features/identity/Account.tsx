import { useState } from "react";
import { signOutEverywhere } from "@/api/session";
import { T, useVoice } from "@/i18n";
import { addressOf } from "@/shared/pages";
import { formatClock } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { Dialog } from "@/ui/Dialog";
import { Facts } from "@/ui/Facts";
import { useOneAtATime } from "@/ui/useOneAtATime";
import type { Viewer } from "./viewer";

/** Who is signed in, for whom, with which tasks. */
export function Person({ viewer }: { viewer: Viewer }) {
  const { t } = useVoice();
  return (
    <section className="sn-card" aria-labelledby="sn-person">
      <h2 id="sn-person">
        <T id="account.person" />
      </h2>
      <Facts
        facts={[
          { key: "name", term: <T id="account.name" />, value: viewer.displayName },
          {
            key: "organisation",
            term: <T id="account.organisation" />,
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
            term: <T id="account.roles" />,
            value: viewer.roles.map((role) => t(`core.roles.${role}`)).join(", "),
          },
        ]}
      />
      <p className="sn-muted">
        <T id="account.wrong" />
      </p>
    </section>
  );
}

/** This session, and the end of all of them. */
export function Sessions({ viewer }: { viewer: Viewer }) {
  const { t, language } = useVoice();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const [busy, run] = useOneAtATime();
  const end = async () => {
    try {
      await signOutEverywhere();
      window.location.assign(addressOf("login"));
    } catch {
      setAsking(false);
      setFailed(true);
    }
  };
  return (
    <section className="sn-card" aria-labelledby="sn-sessions">
      <h2 id="sn-sessions">
        <T id="account.sessions" />
      </h2>
      <p>
        <T id="account.until" values={{ time: formatClock(viewer.sessionEndsAt, language) }} />
      </p>
      <p>
        <T id="account.everywhereText" />
      </p>
      {failed && <Alert look="danger" role="alert" title={t("account.failed")} />}
      <div className="sn-actions">
        <Button onClick={() => setAsking(true)}>
          <T id="account.everywhere" />
        </Button>
      </div>
      <Dialog
        open={asking}
        title={t("account.sure")}
        closeLabel={t("account.stay")}
        onClose={() => setAsking(false)}
        actions={
          <Button look="primary" busy={busy} onClick={() => void run(end)}>
            <T id="account.everywhere" />
          </Button>
        }
      >
        <p>
          <T id="account.sureText" />
        </p>
      </Dialog>
    </section>
  );
}
