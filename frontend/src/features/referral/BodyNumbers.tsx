import { useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { CallLink } from "@/ui/CallLink";
import { OfficeNumbers } from "./OfficeNumbers";
import { type Row, useDestination } from "./queries";

interface Props extends Pick<Row, "kind"> {
  /** The body to telephone. */
  id: string;
  short?: boolean;
}

/** The numbers of the body that a case was sent to; until they are known, the hotline. */
export function BodyNumbers({ id, kind, short = false }: Props) {
  const { t } = useVoice();
  const { data } = useDestination(id);
  return data ? (
    <OfficeNumbers destination={data} kind={kind} short={short} />
  ) : (
    <p>
      <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
    </p>
  );
}
