import type { ReactNode } from "react";
import { useVoice } from "@/i18n";
import { Icon } from "./Icon";

/** Schemes a link out of this site may have; anything else is shown as text. */
export const isSafeAddress = (href: string): boolean => /^(?:https?|mailto|tel):/i.test(href);

/** A link to another website: marked as leaving, without telling that site where the reader came from. */
export function Away({ href, children }: { href: string; children: ReactNode }) {
  const { t } = useVoice();
  if (!isSafeAddress(href)) return <span>{children}</span>;
  return (
    <a className="kern-link sn-away" href={href} rel="noreferrer noopener">
      <span>{children}</span>
      <Icon name="away" />
      <span className="kern-sr-only"> ({t("core.leaves")})</span>
    </a>
  );
}
