import { type MessageId, T, useVoice } from "@/i18n";
import { CHILDREN, EMERGENCY, HOTLINE } from "@/shared/lines";

const LINES: { id: MessageId; number: { display: string; href: string }; short: boolean }[] = [
  { id: "core.lines.emergency", number: EMERGENCY, short: true },
  { id: "core.lines.hotline", number: HOTLINE, short: false },
  { id: "core.lines.children", number: CHILDREN, short: false },
];

/** One line of numbers on every page. */
export function HelplineBar() {
  const { t } = useVoice();
  return (
    <section className="sn-lines" aria-label={t("core.lines.label")}>
      <ul className="sn-wrap sn-lines__list">
        {LINES.map(({ id, number, short }) => (
          <li key={id}>
            <a href={number.href}>
              <span className={short ? undefined : "sn-lines__name--long"}>
                <T id={id} />
              </span>
              <bdi className="sn-number">{number.display}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
