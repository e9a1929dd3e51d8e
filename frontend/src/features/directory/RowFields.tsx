import { type Control, type FieldErrors, useController } from "react-hook-form";
import { T, useVoice } from "@/i18n";
import { formatWeekday } from "@/shared/time";
import { CheckField, SelectField, TextField } from "@/ui/Field";
import type { EntryValues } from "./entryForm";
import {
  CALL_COSTS,
  CHANNELS,
  LANGUAGE_CODES,
  MODES,
  NEW_HOURS,
  NEW_LANGUAGE,
  NEW_PHONE,
  PHONE_KINDS,
  PURPOSES,
  WEEKDAYS,
} from "./entryRows";
import { Rows } from "./Rows";
import { useLanguageName } from "./useLanguageName";

interface Props {
  id: string;
  control: Control<EntryValues>;
  errors: FieldErrors<EntryValues>;
}

const messageOf = (error: unknown): string | undefined => (error as { message?: string } | undefined)?.message;

/** All telephones: the list travels whole. */
export function PhoneFields({ id, control, errors }: Props) {
  const { t } = useVoice();
  const { field } = useController({ control, name: "phones" });
  return (
    <Rows
      id={id}
      rows={field.value}
      fresh={NEW_PHONE}
      onChange={field.onChange}
      nameOf={({ number }, index) => number || t("entries.form.phoneOf", { number: index + 1 })}
      addLabel={<T id="entries.form.addPhone" />}
      removeLabel={(name) => t("entries.form.removeOf", { name })}
      empty={<T id="entries.form.noPhones" />}
      error={messageOf(errors.phones)}
    >
      {(row, set) => (
        <>
          <TextField
            type="tel"
            label={t("entries.form.number")}
            hint={row.id === null && t("entries.form.numberNewHint")}
            value={row.number}
            onChange={(event) => set({ number: event.target.value })}
          />
          <Options
            label={t("entries.form.purpose")}
            of={PURPOSES}
            value={row.purpose}
            word={(purpose) => t(`entries.form.purposes.${purpose}`)}
            onChange={(purpose) => set({ purpose })}
          />
          <Options
            label={t("entries.form.kind")}
            of={PHONE_KINDS}
            value={row.kind}
            word={(kind) => t(`entries.form.kinds.${kind}`)}
            onChange={(kind) => set({ kind })}
          />
          <Options
            label={t("entries.form.callCost")}
            of={["", ...CALL_COSTS] as const}
            value={row.cost}
            word={(cost) => t(cost ? `entries.form.callCosts.${cost}` : "entries.form.unknown")}
            onChange={(cost) => set({ cost })}
          />
          <Options
            label={t("entries.form.anonymous")}
            of={["", "yes", "no"] as const}
            value={row.anonymous}
            word={(answer) => t(answer ? `entries.form.${answer}` : "entries.form.unknown")}
            onChange={(anonymous) => set({ anonymous })}
          />
          <TextField
            lang="de"
            label={t("entries.form.label")}
            value={row.label}
            onChange={(event) => set({ label: event.target.value })}
          />
        </>
      )}
    </Rows>
  );
}

/** The ordinary week, span by span. */
export function HoursFields({ id, control, errors }: Props) {
  const { t, language } = useVoice();
  const { field } = useController({ control, name: "hours" });
  const dayOf = (weekday: string) =>
    weekday === "always" ? t("entries.form.always") : formatWeekday(Number(weekday), language);
  return (
    <Rows
      id={id}
      rows={field.value}
      fresh={field.value.at(-1) ? { ...NEW_HOURS, channel: field.value.at(-1)?.channel ?? "PHONE" } : NEW_HOURS}
      onChange={field.onChange}
      nameOf={({ channel, weekday, start }) => `${t(`entries.form.channels.${channel}`)}, ${dayOf(weekday)} ${start}`}
      addLabel={<T id="entries.form.addHours" />}
      removeLabel={(name) => t("entries.form.removeOf", { name })}
      empty={<T id="entries.form.noHours" />}
      tight
      error={messageOf(errors.hours)}
    >
      {(row, set) => (
        <>
          <Options
            label={t("entries.form.channel")}
            of={CHANNELS}
            value={row.channel}
            word={(channel) => t(`entries.form.channels.${channel}`)}
            onChange={(channel) => set({ channel })}
          />
          <Options
            label={t("entries.form.weekday")}
            of={WEEKDAYS}
            value={row.weekday}
            word={dayOf}
            onChange={(weekday) => set({ weekday })}
          />
          {row.weekday !== "always" && (
            <>
              <TextField
                label={t("entries.form.start")}
                placeholder="09:00"
                inputMode="numeric"
                value={row.start}
                onChange={(event) => set({ start: event.target.value })}
              />
              <TextField
                label={t("entries.form.end")}
                placeholder="12:00"
                inputMode="numeric"
                value={row.end}
                onChange={(event) => set({ end: event.target.value })}
              />
              <TextField
                lang="de"
                label={t("entries.form.note")}
                value={row.note}
                onChange={(event) => set({ note: event.target.value })}
              />
              <CheckField
                label={t("entries.form.byAppointment")}
                checked={row.byAppointment}
                onChange={(event) => set({ byAppointment: event.target.checked })}
              />
            </>
          )}
        </>
      )}
    </Rows>
  );
}

/** The languages and the ways they are offered in. */
export function LanguageFields({ id, control, errors }: Props) {
  const { t } = useVoice();
  const nameOf = useLanguageName();
  const { field } = useController({ control, name: "languages" });
  return (
    <Rows
      id={id}
      rows={field.value}
      fresh={NEW_LANGUAGE}
      onChange={field.onChange}
      nameOf={({ code }, index) => (code ? nameOf(code) : t("entries.form.languageOf", { number: index + 1 }))}
      addLabel={<T id="entries.form.addLanguage" />}
      removeLabel={(name) => t("entries.form.removeOf", { name })}
      empty={<T id="entries.form.noLanguages" />}
      error={messageOf(errors.languages)}
    >
      {(row, set) => (
        <>
          <Options
            label={t("entries.form.language")}
            of={["", ...new Set([...LANGUAGE_CODES, ...(row.code ? [row.code] : [])])]}
            value={row.code}
            word={(code) => (code ? nameOf(code) : t("entries.form.choose"))}
            onChange={(code) => set({ code })}
          />
          <TextField
            lang="de"
            label={t("entries.form.note")}
            value={row.note}
            onChange={(event) => set({ note: event.target.value })}
          />
          <div className="sn-row__ticks">
            {MODES.map((mode) => (
              <CheckField
                key={mode}
                label={t(`entries.form.modes.${mode}`)}
                checked={row.modes.includes(mode)}
                onChange={(event) =>
                  set({ modes: MODES.filter((one) => (one === mode ? event.target.checked : row.modes.includes(one))) })
                }
              />
            ))}
          </div>
        </>
      )}
    </Rows>
  );
}

interface OptionsProps<Value extends string> {
  label: string;
  of: readonly Value[];
  value: Value;
  word: (value: Value) => string;
  onChange: (value: Value) => void;
}

function Options<Value extends string>({ label, of, value, word, onChange }: OptionsProps<Value>) {
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value as Value)}>
      {of.map((one) => (
        <option key={one} value={one}>
          {word(one)}
        </option>
      ))}
    </SelectField>
  );
}
