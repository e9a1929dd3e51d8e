import type { ReactNode } from "react";
import type { UseFormReturn } from "react-hook-form";
import { type MessageId, T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { CheckField, SelectField, TextArea, TextField } from "@/ui/Field";
import { ANSWERS, COSTS, type EntryValues, STATUSES } from "./entryForm";
import { CAPACITIES } from "./entryRows";
import { HoursFields, LanguageFields, PhoneFields } from "./RowFields";

interface Props {
  form: UseFormReturn<EntryValues>;
  /** On which day room was last stated; null when it never was. */
  capacityAsOf: string | null;
}

/** The id of a field's control, so that the summary of errors can lead to it. */
export const fieldId = (name: keyof EntryValues) => `sn-entry-${name}`;

/** All fields of the form, in groups as the public page shows them. */
export function EntryFields({ form, capacityAsOf }: Props) {
  return (
    <>
      <Words form={form} />
      <Terms form={form} />
      <Reach form={form} />
      <Room form={form} asOf={capacityAsOf} />
    </>
  );
}

/** What an ordinary control of the form is given. */
function fieldsOf({ register, formState: { errors } }: UseFormReturn<EntryValues>) {
  return (name: Exclude<keyof EntryValues, "phones" | "hours" | "languages">) => ({
    ...register(name),
    id: fieldId(name),
    error: errors[name]?.message,
  });
}

/** What a control for words is given: they are published as German, and so are spelled and spoken as German here. */
function wordsOf(form: UseFormReturn<EntryValues>) {
  const field = fieldsOf(form);
  return (name: Parameters<typeof field>[0]) => ({ ...field(name), lang: "de" });
}

interface Part {
  form: UseFormReturn<EntryValues>;
}

function Words({ form }: Part) {
  const { t } = useVoice();
  const [field, words] = [fieldsOf(form), wordsOf(form)];
  return (
    <>
      <Group title="entries.form.groups.text">
        <TextField {...words("name")} label={t("entries.form.name")} maxLength={200} required />
        <TextArea
          {...words("summary")}
          label={t("entries.form.summary")}
          hint={t("entries.form.summaryHint")}
          rows={2}
        />
        <TextArea {...words("description")} label={t("entries.form.description")} rows={6} />
        <TextArea {...words("boundaryNote")} label={t("entries.form.boundaryNote")} rows={2} />
      </Group>
      <Group title="entries.form.groups.notice">
        <TextArea {...words("notice")} label={t("entries.form.notice")} hint={t("entries.form.noticeHint")} rows={2} />
        <div className="sn-pair">
          <TextField {...field("noticeFrom")} type="date" label={t("entries.form.noticeFrom")} />
          <TextField {...field("noticeTo")} type="date" label={t("entries.form.noticeTo")} />
        </div>
      </Group>
      <Group title="entries.form.groups.standing">
        <SelectField {...field("status")} label={t("entries.form.status")}>
          {STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`entries.statuses.${status}`)}
            </option>
          ))}
        </SelectField>
        <TextField {...words("reason")} label={t("entries.form.reason")} />
        <TextField {...field("expectedBackOn")} type="date" label={t("entries.form.expectedBackOn")} />
      </Group>
    </>
  );
}

function Terms({ form }: Part) {
  const { t } = useVoice();
  const field = fieldsOf(form);
  const { register, control, formState } = form;
  return (
    <>
      <Group title="entries.form.groups.whom">
        <CheckField {...register("ageKnown")} id={fieldId("ageKnown")} label={t("entries.form.ageKnown")} />
        {form.watch("ageKnown") && (
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
      <Group title="entries.form.languages">
        <LanguageFields id={fieldId("languages")} control={control} errors={formState.errors} />
      </Group>
    </>
  );
}

function Reach({ form }: Part) {
  const { t } = useVoice();
  const field = fieldsOf(form);
  const { control, formState } = form;
  return (
    <>
      <Group title="entries.form.groups.contact">
        <TextField {...field("website")} type="url" label={t("entries.form.website")} />
        <TextField {...field("email")} type="email" label={t("entries.form.email")} />
      </Group>
      <Group title="entries.form.phones">
        <PhoneFields id={fieldId("phones")} control={control} errors={formState.errors} />
      </Group>
      <Group title="entries.form.hours">
        <p className="kern-hint">
          <T id="entries.form.hoursHint" />
        </p>
        <HoursFields id={fieldId("hours")} control={control} errors={formState.errors} />
      </Group>
    </>
  );
}

function Room({ form, asOf }: Part & { asOf: string | null }) {
  const { t, language } = useVoice();
  const [field, words] = [fieldsOf(form), wordsOf(form)];
  return (
    <Group title="entries.form.groups.capacity">
      <SelectField
        {...field("capacity")}
        label={t("entries.form.capacity")}
        hint={asOf ? t("core.asOf", { date: formatDay(asOf, language) }) : t("entries.form.capacityHint")}
      >
        <option value="">{t("entries.form.unknown")}</option>
        {CAPACITIES.map((status) => (
          <option key={status} value={status}>
            {t(`entries.form.capacities.${status}`)}
          </option>
        ))}
      </SelectField>
      <TextField {...field("waitingDays")} inputMode="numeric" label={t("entries.form.waitingDays")} />
      <TextField {...words("capacityNote")} label={t("entries.form.capacityNote")} />
    </Group>
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
