import { T, useVoice } from "@/i18n";
import { ChoiceField } from "@/ui/Choice";
import { SelectField, TextArea, TextField } from "@/ui/Field";
import { type Faults, fieldId } from "./faults";
import { binder } from "./set";
import type { HelpValues } from "./writeValues";

interface Props {
  values: HelpValues;
  faults: Faults;
  onChange: (values: HelpValues) => void;
}

const HOWS = ["PHONE", "TEXT_MESSAGE", "MAIL", "POST", "IN_PERSON", "PLATFORM"] as const;

/** The sheet of a referral to help: for whom, what is wished for, how to reach the person safely, and the consent. */
export function HelpFields({ values, faults, onChange }: Props) {
  const { t } = useVoice();
  const { text, set } = binder(values, onChange);
  return (
    <>
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.help.person" />
        </legend>
        <TextField label={t("write.help.name")} maxLength={200} {...text("name")} />
        <TextField type="date" label={t("write.child.birthDate")} {...text("birthDate")} />
      </fieldset>
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.help.matter" />
        </legend>
        <TextArea
          id={fieldId("wish")}
          label={t("write.help.wish")}
          maxLength={30_000}
          error={faults.wish && t(faults.wish)}
          {...text("wish")}
        />
        <TextArea label={t("write.help.tried")} maxLength={30_000} {...text("tried")} />
      </fieldset>
      <fieldset className="sn-form__group">
        <legend className="sn-form__legend">
          <T id="write.help.contact" />
        </legend>
        <SelectField
          id={fieldId("how")}
          label={t("write.help.how")}
          error={faults.how && t(faults.how)}
          value={values.how}
          onChange={(event) => set("how", HOWS.find((how) => how === event.target.value) ?? "")}
        >
          <option value="">{t("referral.act.choose")}</option>
          {HOWS.map((how) => (
            <option key={how} value={how}>
              {t(`write.help.hows.${how}`)}
            </option>
          ))}
        </SelectField>
        <TextArea
          id={fieldId("address")}
          label={t("write.help.reach")}
          hint={t("write.help.reachHint")}
          rows={2}
          maxLength={4000}
          error={faults.address && t(faults.address)}
          {...text("address")}
        />
        <TextField label={t("write.help.when")} maxLength={200} {...text("when")} />
        <TextField label={t("write.help.coverWord")} maxLength={200} {...text("coverWord")} />
        <TextArea label={t("write.help.never")} hint={t("write.oneEach")} rows={2} {...text("never")} />
      </fieldset>
      <ConsentFields values={values} faults={faults} onChange={onChange} />
    </>
  );
}

/** Without consent there is no referral to help: this is the gate. */
function ConsentFields({ values, faults, onChange }: Props) {
  const { t } = useVoice();
  const { text, set } = binder(values, onChange);
  return (
    <fieldset className="sn-form__group">
      <legend className="sn-form__legend">
        <T id="write.consent.title" />
      </legend>
      <p className="sn-law">
        <T id="write.consent.rule" />
      </p>
      <div id={fieldId("subject")} tabIndex={-1}>
        <ChoiceField
          name="subject"
          legend={t("write.consent.subject")}
          value={values.subject}
          error={faults.subject && t(faults.subject)}
          options={(["child", "parent", "both"] as const).map((value) => ({
            value,
            label: t(`write.consent.subjects.${value}`),
          }))}
          onChange={(subject) => set("subject", subject)}
        />
      </div>
      <TextArea
        id={fieldId("givenBy")}
        label={t("write.consent.givenBy")}
        hint={t("write.oneEach")}
        rows={2}
        error={faults.givenBy && t(faults.givenBy)}
        {...text("givenBy")}
      />
      <TextArea
        id={fieldId("scope")}
        label={t("write.consent.scope")}
        hint={t("write.consent.scopeHint")}
        rows={2}
        error={faults.scope && t(faults.scope)}
        {...text("scope")}
      />
      <div id={fieldId("form")} tabIndex={-1}>
        <ChoiceField
          name="form"
          legend={t("write.consent.form")}
          value={values.form}
          error={faults.form && t(faults.form)}
          options={(["written", "oral", "electronic"] as const).map((value) => ({
            value,
            label: t(`write.consent.forms.${value}`),
          }))}
          onChange={(form) => set("form", form)}
        />
      </div>
      <div className="sn-pair">
        <TextField
          id={fieldId("consentAt")}
          type="date"
          label={t("write.consent.at")}
          error={faults.consentAt && t(faults.consentAt)}
          {...text("consentAt")}
        />
        <TextField type="date" label={t("write.consent.validUntil")} {...text("validUntil")} />
      </div>
    </fieldset>
  );
}
