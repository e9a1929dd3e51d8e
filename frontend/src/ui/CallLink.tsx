import type { ReactNode } from "react";
import { useVoice } from "@/i18n";
import { Icon } from "./Icon";

interface Props {
  display: string;
  href: string;
  quiet?: boolean;
  /** Whose number it is. */
  of?: ReactNode;
  /** Whether that is shown as well as said. */
  named?: boolean;
}

/** A number to press. The number itself keeps its direction in every script. */
export function CallLink({ display, href, quiet = false, of, named = false }: Props) {
  const { t } = useVoice();
  return (
    <a className={quiet ? "sn-call sn-call--quiet" : "sn-call"} href={href}>
      <Icon name="phone" />
      <span>
        {of && <span className={named ? undefined : "kern-sr-only"}>{of} </span>}
        <span className="kern-sr-only">{t("core.call")} </span>
        <bdi>{display}</bdi>
      </span>
    </a>
  );
}
