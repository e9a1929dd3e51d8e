import type { ReactNode } from "react";
import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { type MessageId, T, useVoice } from "@/i18n";
import { CheckField, SelectField, TextArea, TextField } from "@/ui/Field";
import { ANSWERS, COSTS, type EntryValues, STATUSES } from "./entryForm";

interface Props {
  register: UseFormRegister<EntryValues>;
  errors: FieldErrors<EntryValues>;
  ageKnown: boolean;
}

/** The id of a field's control, so that the summary of errors can lead to it. */
export const fieldId = (name: keyof EntryValues) => `sn-entry-${name}`;

/** All fields of the form, in groups as the public page shows them. */
export function EntryFields({ register, errors, ageKnown }: Props) {
  const { t } = useVoice();
  const field = (name: keyof EntryValues) => ({
    ...register(name),
    id: fieldId(name),
    error: errors[name]?.message,
  });
  return (
    <>
      <Group title="entries.form.groups.text">
        <TextField {...field("name")} label={t("entries.form.name")} maxLength={200} required />
        <TextArea
          {...field("summary")}
          label={t("entries.form.summary")}
          hint={t("entries.form.summaryHint")}
          rows={2}
        />
        <TextArea {...field("description")} label={t("entries.form.description")} rows={6} />
        <TextArea {...field("boundaryNote")} label={t("entries.form.boundaryNote")} rows={2} />
      </Group>
      <Group title="entries.form.groups.standing">
        <SelectField {...field("status")} label={t("entries.form.status")}>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`entries.statuses.${status}`)}
            </option>
          ))}
        </SelectField>
        <TextField {...field("reason")} label={t("entries.form.reason")} />
        <TextField {...field("expectedBackOn")} type="date" label={t("entries.form.expectedBackOn")} />
      </Group>
      <Group title="entries.form.groups.whom">
        <CheckField {...register("ageKnown")} id={fieldId("ageKnown")} label={t("entries.form.ageKnown")} />
        {ageKnown && (
          <div className="sn-pair">
            <TextField
              {...field("ageFrom")}
              inputMode="numeric"
              label={t("entries.form.ageFrom")}
              hint={t("entries.form.ageHint")}
            />
            <TextField
              {...field("ageTo")}
              inputMode="numeric"
              label={t("entries.form.ageTo")}
              hint={t("entries.form.ageHint")}
            />
          </div>
        )}
        <CheckField {...register("pregnancy")} id={fieldId("pregnancy")} label={t("entries.form.pregnancy")} />
      </Group>
      <Group title="entries.form.groups.terms">
        <SelectField {...field("cost")} label={t("entries.form.cost")}>
          {COSTS.map((cost) => (
            <option key={cost} value={cost}>
              {t(`entries.form.costs.${cost}`)}
            </option>
          ))}
        </SelectField>
        <SelectField {...field("anonymous")} label={t("entries.form.anonymous")}>
          {ANSWERS.map((answer) => (
            <option key={answer} value={answer}>
              {t(`entries.form.answers.${answer}`)}
            </option>
          ))}
        </SelectField>
      </Group>
      <Group title="entries.form.groups.contact">
        <TextField {...field("website")} type="url" label={t("entries.form.website")} />
        <TextField {...field("email")} type="email" label={t("entries.form.email")} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: MessageId; children: ReactNode }) {
  return (
    <fieldset className="sn-card sn-form__group">
      <legend className="sn-form__legend">
        <T id={title} />
      </legend>
      {children}
    </fieldset>
  );
}
