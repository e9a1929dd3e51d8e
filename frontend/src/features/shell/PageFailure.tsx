import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { type MessageId, T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { askRelease, justReloaded, PartMissing, type Release, reloadLoses } from "@/shared/release";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Page } from "@/ui/Page";
import { useOneAtATime } from "@/ui/useOneAtATime";
import { usePageTitle } from "./usePageTitle";

/**
 * Stands where a page could not be drawn. After a release it loads the document again by itself, once: the new one
 * names the new files. Where that would lose something it asks first.
 */
export function PageFailure({ error }: Pick<ErrorComponentProps, "error">) {
  const { t } = useVoice();
  const router = useRouter();
  const part = error instanceof PartMissing;
  const [release, setRelease] = useState<Release | null>(null);
  const [busy, run] = useOneAtATime();
  useEffect(() => {
    let left = false;
    void askRelease().then((now) => {
      if (left) return;
      if (part && now === "replaced" && !reloadLoses() && !justReloaded()) window.location.reload();
      else setRelease(now);
    });
    return () => {
      left = true;
    };
  }, [part]);
  const again = async () => {
    const now = await askRelease();
    setRelease(now);
    if (now === "away") return;
    // A browser may remember an import that failed; a new document remembers nothing.
    if (!reloadLoses()) window.location.reload();
    else if (now === "here") await router.invalidate();
  };
  const loses = reloadLoses();
  return (
    <Page title={usePageTitle("core.title.failed")} heading={<T id="core.lost.heading" />}>
      <Alert look="warning" role="alert" title={t("core.state.failed")}>
        <p>
          <T id={sentence(release, part)} />
        </p>
        <p>
          <T id="core.state.helplines" values={{ hotline: HOTLINE.display }} />
        </p>
        {loses && (
          <p>
            <T id="core.lost.loses" />
          </p>
        )}
        <div className="sn-actions">
          {!(loses && release === "replaced") && (
            <Button look="primary" busy={busy} onClick={() => void run(again)}>
              {t(busy ? "core.state.loading" : "core.state.retry")}
            </Button>
          )}
          {loses && (
            <Button onClick={() => window.location.reload()}>
              <T id="core.lost.reload" />
            </Button>
          )}
        </div>
      </Alert>
    </Page>
  );
}

function sentence(release: Release | null, part: boolean): MessageId {
  if (release === null) return "core.state.loading";
  if (release === "away") return "core.state.network";
  if (release === "replaced") return "core.lost.replaced";
  return part ? "core.lost.part" : "core.state.server";
}
