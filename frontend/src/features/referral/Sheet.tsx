import { type FormEvent, useRef, useState } from "react";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { formatClock } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { DestinationCard } from "./Destinations";
import { type Faults, faultsOf, fieldId, type WriteField } from "./faults";
import { HelpFields } from "./HelpFields";
import type { Destination } from "./queries";
import { ReportFields } from "./ReportFields";
import { RoutingFields } from "./RoutingFields";
import { Urgency } from "./Urgency";
import type { Kept } from "./useDraft";
import type { WriteValues } from "./writeValues";

interface Props {
  values: WriteValues;
  destination: Destination | null;
  paper: boolean;
  kept: Kept;
  /** Whether an earlier state of the text is among the drafts. */
  earlier: boolean;
  /** Whether the ring is open: without it the text is only in this window. */
  open: boolean;
  onChange: (values: WriteValues) => void;
  onBack: () => void;
  onCheck: () => void;
}

/** The sheet itself; the same whether it is sent or printed. */
export function Sheet({ values, destination, paper, kept, earlier, open, onChange, onBack, onCheck }: Props) {
  const { t } = useVoice();
  const [asked, setAsked] = useState<Faults>({});
  const summary = useRef<HTMLDivElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // On paper whatever is missing is filled in by hand, the legal basis too.
    const found = paper ? {} : faultsOf(values);
    setAsked(found);
    if (Object.keys(found).length === 0) onCheck();
    else requestAnimationFrame(() => summary.current?.focus());
  };
  // What was asked for and has been said since is asked for no more.
  const missing = faultsOf(values);
  const faults = Object.fromEntries(Object.entries(asked).filter(([field]) => field in missing)) as Faults;
  return (
    <form className="sn-form" noValidate autoComplete="off" onSubmit={submit}>
      <h2>
        <T id="write.to.title" />
      </h2>
      {destination ? (
        <DestinationCard
          destination={destination}
          kind={values.kind}
          numbers={values.urgency === "URGENT" ? "none" : "all"}
        >
          <Button look="tertiary" onClick={onBack}>
            <T id="write.to.change" />
          </Button>
        </DestinationCard>
      ) : (
        <div className="sn-actions">
          <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
          <Button look="tertiary" onClick={onBack}>
            <T id="write.to.change" />
          </Button>
        </div>
      )}
      {paper ? (
        <Alert look="warning" title={t("write.paper.title")}>
          <p>
            <T id="write.paper.text" /> {earlier && <T id="write.kept.earlier" />}
          </p>
        </Alert>
      ) : (
        <p className="sn-muted">
          <T id="write.sealed" />
        </p>
      )}
      <Urgency values={values} destination={destination} onChange={onChange} />
      <FaultList faults={faults} summary={summary} />
      <RoutingFields values={values} faults={faults} paper={paper} onChange={onChange} />
      {values.kind === "SUSPICION_REPORT" ? (
        <ReportFields
          values={values.report}
          urgent={values.urgency === "URGENT"}
          paper={paper}
          onChange={(report) => onChange({ ...values, report })}
        />
      ) : (
        <HelpFields values={values.help} faults={faults} onChange={(help) => onChange({ ...values, help })} />
      )}
      <div className="sn-actions">
        <Button type="submit" look="primary">
          <T id="write.check.go" />
        </Button>
        <KeptLine kept={kept} paper={paper} open={open} />
      </div>
    </form>
  );
}

function KeptLine({ kept, paper, open }: { kept: Kept; paper: boolean; open: boolean }) {
  const { language } = useVoice();
  return (
    <span role="status" className="sn-muted">
      {paper ? (
        <T id="write.kept.paper" />
      ) : typeof kept === "object" ? (
        <T id="write.kept.sealed" values={{ time: formatClock(kept.at.toISOString(), language) }} />
      ) : kept === "failed" ? (
        <T id="write.kept.failed" />
      ) : (
        <T id={open ? "write.kept.soon" : "write.kept.memory"} />
      )}
    </span>
  );
}

function FaultList({ faults, summary }: { faults: Faults; summary: React.RefObject<HTMLDivElement | null> }) {
  const { t } = useVoice();
  const list = Object.entries(faults) as [WriteField, NonNullable<Faults[WriteField]>][];
  if (list.length === 0) return null;
  return (
    <Alert look="danger" role="alert" title={t("write.errors.title")} ref={summary} tabIndex={-1}>
      <ul>
        {list.map(([field, message]) => (
          <li key={field}>
            <a
              href={`#${fieldId(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(field))?.focus();
              }}
            >
              <T id={message} />
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
