import { T, useVoice } from "@/i18n";
import { useSettings } from "./settings";

/** What every page has to say about this installation: an unapproved draft, an exercise. */
export function Notices() {
  const { t } = useVoice();
  const { draftNotice, instanceId } = useSettings();
  if (!draftNotice && instanceId !== "demo") return null;
  return (
    <section className="sn-banner" aria-label={t("core.notices")}>
      <div className="sn-wrap">
        {instanceId === "demo" && (
          <p>
            <T id="core.demo" />
          </p>
        )}
        {draftNotice && (
          <p>
            <T id="core.draft" />
          </p>
        )}
      </div>
    </section>
  );
}
