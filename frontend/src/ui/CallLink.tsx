import { useVoice } from "@/i18n";
import { Icon } from "./Icon";

interface Props {
  display: string;
  href: string;
  quiet?: boolean;
  /** Whose number it is, for lists of many. */
  of?: string;
}

/** A number to press. The number itself keeps its direction in every script. */
export function CallLink({ display, href, quiet = false, of }: Props) {
  const { t } = useVoice();
  return (
    <a className={quiet ? "sn-call sn-call--quiet" : "sn-call"} href={href}>
      <Icon name="phone" />
      <span>
        <span className="kern-sr-only">
          {of ? `${of}: ` : ""}
          {t("core.call")}{" "}
        </span>
        <bdi>{display}</bdi>
      </span>
    </a>
  );
}
