import { useEffect, useState } from "react";
import { type PublicJwk, voiceFingerprint } from "@/crypto";
import { useVoice } from "@/i18n";

/** Eight groups of four to read aloud and compare on the telephone. */
export function Fingerprint({ sig, enc }: { sig: PublicJwk; enc: PublicJwk }) {
  const { t } = useVoice();
  const [groups, setGroups] = useState<readonly string[]>([]);
  useEffect(() => {
    let live = true;
    void voiceFingerprint(sig, enc).then((found) => live && setGroups(found));
    return () => {
      live = false;
    };
  }, [sig, enc]);
  return (
    <p className="sn-card">
      <span className="kern-sr-only">{t("keys.fingerprint")}: </span>
      <bdi className="sn-code">{groups.join(" ")}</bdi>
    </p>
  );
}
