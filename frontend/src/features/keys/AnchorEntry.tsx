import type { RecipientKey } from "@/crypto";
import { T, useVoice } from "@/i18n";
import { CopyButton } from "@/ui/CopyButton";
import { KeyFingerprint } from "./Fingerprint";

/** What an operator builds the pages with, so that they believe this body: one entry of the list of anchors. */
export function AnchorEntry({ name, anchor: { kid, jwk } }: { name: string; anchor: RecipientKey }) {
  const { t } = useVoice();
  const entry = JSON.stringify({ name, thumbprint: kid, jwk }, null, 2);
  return (
    <section className="sn-stack">
      <h3>
        <T id="keys.anchor.title" />
      </h3>
      <p>
        <T id="keys.anchor.text" />
      </p>
      <KeyFingerprint kid={kid} />
      <pre className="sn-card sn-code sn-entry">{entry}</pre>
      <div className="sn-actions">
        <CopyButton text={entry} label={t("keys.anchor.copy")} />
      </div>
    </section>
  );
}
