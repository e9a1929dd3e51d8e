import { useViewer } from "@/features/identity/viewer";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { berlinDay, formatDay } from "@/shared/time";
import { CallLink } from "@/ui/CallLink";
import { Content } from "@/ui/Content";
import { Facts } from "@/ui/Facts";
import { wordOf } from "./codes";
import { HandLine } from "./HandLine";
import { OfficeNumbers } from "./OfficeNumbers";
import type { Destination } from "./queries";
import type { WriteValues } from "./writeValues";

interface Props {
  values: WriteValues;
  destination: Destination | null;
}

/** The head of a sheet on paper: who writes, when, and to whom. What is not known is left to the hand. */
export function PaperHead({ values, destination }: Props) {
  const { language } = useVoice();
  const { data: viewer } = useViewer();
  return (
    <Facts
      facts={[
        {
          key: "from",
          term: <T id="referral.list.from" />,
          value: viewer ? (
            <>
              {viewer.displayName}, <Content of={viewer.organisation.name} />
            </>
          ) : (
            <HandLine />
          ),
        },
        {
          key: "as",
          term: <T id="write.print.as" />,
          value: values.profession ? <T id={wordOf("professions", values.profession)} /> : <HandLine />,
        },
        { key: "on", term: <T id="write.print.on" />, value: formatDay(berlinDay(new Date()), language) },
        {
          key: "to",
          term: <T id="referral.list.to" />,
          value: destination ? <Content of={destination.organisation.name} /> : <HandLine />,
        },
      ]}
    />
  );
}

/** How to reach the office, at the foot of the sheet. */
export function PaperNumbers({ values, destination }: Props) {
  const { t } = useVoice();
  return (
    <section className="sn-card">
      <h3>
        <T id="write.print.numbers" />
      </h3>
      {destination ? (
        <OfficeNumbers destination={destination} kind={values.kind} />
      ) : (
        <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
      )}
    </section>
  );
}
