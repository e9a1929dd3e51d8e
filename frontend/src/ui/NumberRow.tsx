import type { ReactNode } from "react";
import { T, useVoice } from "@/i18n";
import { CallLink } from "./CallLink";
import { Content, type LocalizedText } from "./Content";
import { OpenBadge, type Opening } from "./OpenBadge";

interface Props {
  /** What is at the other end. */
  name: LocalizedText;
  /** What the number is for; left out where it says the same as the name. */
  what?: LocalizedText | null;
  display: string;
  href: string;
  opening: Opening;
  /** Whether it is an emergency number: an office may name it, it never becomes the office's own line. */
  emergency: boolean;
  /** Who says so. */
  children?: ReactNode;
}

/** One number of a list: what it is, the number to press, and whether it answers now. */
export function NumberRow({ name, what, display, href, opening, emergency, children }: Props) {
  const { t } = useVoice();
  const borrowed = emergency && !name.value.includes(display);
  return (
    <li>
      <p>
        <strong>
          {borrowed ? (
            <>
              <T id="core.lines.emergency" /> <bdi>{display}</bdi>
            </>
          ) : (
            <Content of={name} />
          )}
        </strong>
        {what && what.value !== name.value && (
          <>
            {" · "}
            <Content of={what} />
          </>
        )}
      </p>
      <CallLink
        display={display}
        href={href}
        of={borrowed ? t("core.lines.emergency") : <Content of={name} />}
        quiet={!borrowed && opening.state !== "OPEN"}
      />
      {/* The hours are those of the office that names it. */}
      {!borrowed && <OpenBadge opening={opening} />}
      {children}
    </li>
  );
}
