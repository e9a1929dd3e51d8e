import { INFORMED_REASONS } from "@/crypto";
import { T, useVoice } from "@/i18n";
import { ChoiceField } from "@/ui/Choice";
import { SelectField, TextArea, TextField } from "@/ui/Field";
import { binder } from "./set";
import type { InformedValues, ReportValues } from "./writeValues";

interface Props {
  values: ReportValues;
  paper: boolean;
  onChange: (values: ReportValues) => void;
}

const WHO = ["parents", "child", "management"] as const;

/** Who was told, and why or why not; whether an InsoFa was consulted. None of it stops a report. */
export function InformedFields({ values, paper, onChange }: Props) {
  const { t } = useVoice();
  const { set, text } = binder(values, onChange);
  return (
    <fieldset className="sn-form__group">
      <legend className="sn-form__legend">
        <T id="write.basis.title" />
      </legend>
      <p className="sn-muted">
        <T id={paper ? "write.basis.paper" : "write.basis.text"} />
      </p>
      {WHO.map((who) => (
        <Informed key={who} who={who} value={values[who]} onChange={(next) => set(who, next)} />
      ))}
      <ChoiceField
        name="insofa"
        legend={t("write.insofa")}
        value={values.insofa}
        options={[
          { value: "yes", label: t("write.yes") },
          { value: "no", label: t("write.no") },
        ]}
        onChange={(answer) => set("insofa", answer)}
      />
      <TextArea label={t("write.guideNote")} rows={2} maxLength={4000} {...text("guideNote")} />
    </fieldset>
  );
}

interface OneProps {
  who: (typeof WHO)[number];
  value: InformedValues;
  onChange: (value: InformedValues) => void;
}

function Informed({ who, value, onChange }: OneProps) {
  const { t } = useVoice();
  const { set, text } = binder(value, onChange);
  return (
    <div className="sn-card">
      <ChoiceField
        name={who}
        legend={t(`write.informed.${who}`)}
        value={value.yes}
        options={[
          { value: "yes", label: t("write.yes") },
          { value: "no", label: t("write.no") },
        ]}
        onChange={(answer) => set("yes", answer)}
      />
      {value.yes && (
        <>
          <SelectField label={t("write.informed.why")} {...text("why")}>
            <option value="">{t("write.routing.unsaid")}</option>
            {INFORMED_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {t(`write.reasons.${reason}`)}
              </option>
            ))}
          </SelectField>
          <TextField label={t("write.informed.text")} maxLength={200} {...text("text")} />
        </>
      )}
    </div>
  );
}
