import { useEffect, useState } from "react";
import { keyFingerprint, type PublicJwk, voiceFingerprint } from "@/crypto";
import { useVoice } from "@/i18n";

/** Eight groups of four to read aloud and compare on the telephone: a member's two keys. */
export function Fingerprint({ sig, enc }: { sig: PublicJwk; enc: PublicJwk }) {
  const [groups, setGroups] = useState<readonly string[]>([]);
  useEffect(() => {
    let live = true;
    void voiceFingerprint(sig, enc).then((found) => live && setGroups(found));
    return () => {
      live = false;
    };
  }, [sig, enc]);
  return <Groups of={groups} />;
}

/** The same of an organisation's signing key, by its thumbprint. */
export const KeyFingerprint = ({ kid }: { kid: string }) => <Groups of={keyFingerprint(kid)} />;

function Groups({ of }: { of: readonly string[] }) {
  const { t } = useVoice();
  return (
    <p className="sn-card sn-fingerprint">
      <span className="kern-sr-only">{t("keys.fingerprint")}: </span>
      <bdi className="sn-code">
        {of.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of a fingerprint never move
          <span key={index}>{group} </span>
        ))}
      </bdi>
    </p>
  );
}
