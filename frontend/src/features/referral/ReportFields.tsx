import { DANGER_SIGNS, SOURCES_OF_DANGER } from "@/crypto";
import { T, useVoice } from "@/i18n";
import { CheckField, TextArea, TextField } from "@/ui/Field";
import { InformedFields } from "./InformedFields";
import { ObservationFields } from "./ObservationFields";
import { PersonFields } from "./PersonFields";
import { binder, toggled } from "./set";
import type { ReportValues } from "./writeValues";

interface Props {
  values: ReportValues;
  urgent: boolean;
  /** Whether it is printed and handed over, not sealed and sent. */
  paper: boolean;
  onChange: (values: ReportValues) => void;
}

const LINE = 200;
const PARAGRAPH = 4000;

/** The sheet of a suspicion report. Every field may stay empty. */
export function ReportFields({ values, urgent, paper, onChange }: Props) {
  const { t } = useVoice();
  const { text, set, check } = binder(values, onChange);
  return (
    <>
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.report.child" />
        </legend>
        <p className="sn-muted">
          <T id="write.report.allOptional" />
        </p>
        <div className="sn-pair">
          <TextField label={t("write.child.givenName")} maxLength={LINE} {...text("givenName")} />
          <TextField label={t("write.child.familyName")} maxLength={LINE} {...text("familyName")} />
        </div>
        <TextField type="date" label={t("write.child.birthDate")} {...text("birthDate")} />
        <TextArea label={t("write.child.address")} rows={2} maxLength={PARAGRAPH} {...text("address")} />
        <TextField label={t("write.child.institution")} maxLength={LINE} {...text("institution")} />
        <TextArea label={t("write.child.whereabouts")} rows={2} maxLength={PARAGRAPH} {...text("whereabouts")} />
      </fieldset>
      <ObservationFields list={values.observations} onChange={(list) => set("observations", list)} />
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.report.signs" />
        </legend>
        {DANGER_SIGNS.map((sign) => (
          <CheckField
            key={sign}
            label={t(`write.signs.${sign}`)}
            checked={values.signs.includes(sign)}
            onChange={() => set("signs", toggled(values.signs, sign))}
          />
        ))}
      </fieldset>
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.report.source" />
        </legend>
        {SOURCES_OF_DANGER.map((source) => (
          <CheckField
            key={source}
            label={t(`write.sources.${source}`)}
            checked={values.sources.includes(source)}
            onChange={() => set("sources", toggled(values.sources, source))}
          />
        ))}
      </fieldset>
      <PersonFields list={values.persons} onChange={(list) => set("persons", list)} />
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.report.further" />
        </legend>
        <TextArea label={t("write.report.soFar")} maxLength={30_000} {...text("soFar")} />
        {urgent && (
          <TextArea label={t("write.report.urgencyReason")} maxLength={PARAGRAPH} {...text("urgencyReason")} />
        )}
      </fieldset>
      <InformedFields values={values} paper={paper} onChange={onChange} />
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.reporter.title" />
        </legend>
        <TextField label={t("write.reporter.function")} maxLength={LINE} {...text("reporterFunction")} />
        <TextField label={t("write.reporter.name")} maxLength={LINE} {...text("reporterName")} />
        <TextArea label={t("write.reporter.contact")} rows={2} maxLength={PARAGRAPH} {...text("reporterContact")} />
        <CheckField label={t("write.report.protect")} {...check("identityProtected")} />
      </fieldset>
    </>
  );
}
