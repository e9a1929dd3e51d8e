import { AGE_BANDS, TOPICS } from "@/crypto";
import { type MessageId, T, useVoice } from "@/i18n";
import { CheckField, SelectField } from "@/ui/Field";
import { gatesOf, REPORTING_PROFESSIONS, wordOf } from "./codes";
import { type Faults, fieldId } from "./faults";
import { binder } from "./set";
import type { WriteValues } from "./writeValues";

interface Props {
  values: WriteValues;
  faults: Faults;
  /** On paper no platform reads anything, and nothing is asked for. */
  paper: boolean;
  onChange: (values: WriteValues) => void;
}

/** What the server reads: as what somebody writes, on which ground, how urgent. */
export function RoutingFields({ values, faults, paper, onChange }: Props) {
  const { t } = useVoice();
  const { text, check } = binder(values, onChange);
  const report = values.kind === "SUSPICION_REPORT";
  const gates = gatesOf(values.profession);
  const choose = (profession: string) => {
    const open = gatesOf(profession);
    // Where the law leaves one door, nobody is asked which.
    onChange({ ...values, profession, gate: report ? (open.length === 1 ? (open[0] ?? "") : "") : "CONSENT" });
  };
  return (
    <fieldset className="sn-form__group">
      <legend className="sn-form__legend">
        <T id="write.routing.title" />
      </legend>
      <p className="sn-muted">
        <T id={paper ? "write.routing.byHand" : "write.routing.read"} />
      </p>
      <SelectField
        id={fieldId("profession")}
        label={t("write.routing.profession")}
        value={values.profession}
        error={faults.profession && t(faults.profession)}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t("referral.act.choose")}</option>
        {REPORTING_PROFESSIONS.map((profession) => (
          <option key={profession} value={profession}>
            {t(wordOf("professions", profession))}
          </option>
        ))}
      </SelectField>
      {report && values.profession && (
        <SelectField
          id={fieldId("gate")}
          label={t("write.routing.gate")}
          hint={<Gates of={gates} />}
          error={faults.gate && t(faults.gate)}
          {...text("gate")}
        >
          {gates.length > 1 && <option value="">{t("referral.act.choose")}</option>}
          {gates.map((gate) => (
            <option key={gate} value={gate}>
              {t(wordOf("gates", gate))}
            </option>
          ))}
        </SelectField>
      )}
      {!report && !paper && <HelpRouting values={values} onChange={onChange} />}
      {!paper && <CheckField label={t("write.routing.doNotContact")} {...check("doNotContactFamily")} />}
    </fieldset>
  );
}

/** What each open door means, in words; its name as well where there is more than one. */
function Gates({ of }: { of: readonly string[] }) {
  return of.map((gate) => (
    <p key={gate}>
      {of.length > 1 && (
        <>
          <T id={wordOf("gates", gate)} />
          {" – "}
        </>
      )}
      <T id={`write.gates.${gate}` as MessageId} />
    </p>
  ));
}

function HelpRouting({ values, onChange }: Omit<Props, "faults" | "paper">) {
  const { t } = useVoice();
  const { text } = binder(values, onChange);
  return (
    <div className="sn-pair">
      <SelectField label={t("write.routing.topic")} hint={t("write.routing.optional")} {...text("topic")}>
        <option value="">{t("write.routing.unsaid")}</option>
        {TOPICS.map((topic) => (
          <option key={topic} value={topic}>
            {t(`write.topics.${topic}` satisfies MessageId)}
          </option>
        ))}
      </SelectField>
      <SelectField label={t("write.routing.ageBand")} hint={t("write.routing.optional")} {...text("ageBand")}>
        <option value="">{t("write.routing.unsaid")}</option>
        {AGE_BANDS.map((band) => (
          <option key={band} value={band}>
            {t(`write.ages.${band}` satisfies MessageId)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
