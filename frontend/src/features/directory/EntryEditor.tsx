import { useRef, useState } from "react";
import { type FieldErrors, type Resolver, useForm } from "react-hook-form";
import { T, useVoice } from "@/i18n";
import { berlinDay, formatClock, formatDay } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { useAskBeforeLoss } from "@/ui/useAskBeforeLoss";
import { BothVersions, labelOf } from "./BothVersions";
import { EntryFields, fieldId } from "./EntryFields";
import { type Entry, type Refusal, useSaveEntry } from "./entries";
import { differing, type EntryValues, faultsOf, formField, patchOf, valuesOf } from "./entryForm";

/** Edits one entry; the version it was read at travels with every save. */
export function EntryEditor({ entry: read }: { entry: Entry }) {
  const editor = useEditor(read);
  const { form, entry, conflict } = editor;
  const { t, language } = useVoice();
  const { errors, isSubmitted } = form.formState;
  return (
    <form className="sn-form" onSubmit={editor.submit} noValidate autoComplete="off">
      <p className="sn-muted">
        <T id="entries.form.version" values={{ version: entry.version, date: formatDay(entry.updatedAt, language) }} />
      </p>
      {conflict && (
        <BothVersions
          mine={form.getValues()}
          theirs={conflict}
          onKeepMine={() => void editor.keepMine(conflict)}
          onTakeTheirs={() => editor.takeTheirs(conflict)}
        />
      )}
      {isSubmitted && <ErrorSummary errors={errors} general={editor.general} />}
      <EntryFields form={form} capacityAsOf={entry.capacity?.asOf ?? null} />
      {editor.failure !== null && (
        <Failure title={t("entries.form.failed")} error={editor.failure} onRetry={() => void editor.again()} />
      )}
      <p>
        <T id="entries.form.confirms" values={{ date: formatDay(berlinDay(new Date()), language) }} />
      </p>
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={editor.saving}>
          <T id={editor.saving ? "entries.form.saving" : "entries.form.save"} />
        </Button>
        <span role="status">
          {editor.note === "unchanged" && <T id="entries.form.unchanged" />}
          {editor.note instanceof Date && (
            <T id="entries.form.saved" values={{ time: formatClock(editor.note.toISOString(), language) }} />
          )}
        </span>
      </div>
    </form>
  );
}

/** What is wrong, in one place, with links to the fields. */
function ErrorSummary({ errors, general }: { errors: FieldErrors<EntryValues>; general: readonly string[] }) {
  const fields = Object.keys(errors).filter((name) => name !== "root") as (keyof EntryValues)[];
  if (fields.length === 0 && general.length === 0) return null;
  return (
    <Alert look="danger" role="alert" title={<T id="entries.form.summaryErrors" />}>
      <ul>
        {fields.map((name) => (
          <li key={name}>
            <a
              href={`#${fieldId(name)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(name))?.focus();
              }}
            >
              <T id={labelOf(name)} />: {errors[name]?.message}
            </a>
          </li>
        ))}
        {general.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Alert>
  );
}

function useResolver(): Resolver<EntryValues> {
  const { t } = useVoice();
  return async (values) => {
    const faults = Object.entries(faultsOf(values));
    if (faults.length === 0) return { values, errors: {} };
    return {
      values: {},
      errors: Object.fromEntries(faults.map(([name, id]) => [name, { type: "rule", message: t(id) }])),
    };
  };
}

function useEditor(read: Entry) {
  const [entry, setEntry] = useState(read);
  const [conflict, setConflict] = useState<Entry | null>(null);
  const [general, setGeneral] = useState<readonly string[]>([]);
  const [note, setNote] = useState<Date | "unchanged" | null>(null);
  const form = useForm<EntryValues>({ defaultValues: valuesOf(read), resolver: useResolver() });
  const save = useSaveEntry();
  const { t } = useVoice();
  const changes = () => differing(valuesOf(entry), form.getValues());
  useAskBeforeLoss({ words: t("entries.form.leave"), onGoing: () => changes().length > 0 });
  const lastTry = useRef<Parameters<typeof save.mutateAsync>[0] | null>(null);

  const refused = (refusals: readonly Refusal[]) => {
    const theirs = refusals.find(({ code }) => code === "VERSION_CONFLICT")?.current ?? null;
    setConflict(theirs);
    const about = refusals.filter(({ code }) => code !== "VERSION_CONFLICT");
    for (const { field, message } of about) {
      const name = formField(field, form.getValues());
      if (name) form.setError(name, { type: "server", message });
    }
    setGeneral(about.filter(({ field }) => !formField(field, form.getValues())).map(({ message }) => message));
  };

  const send = async (variables: NonNullable<typeof lastTry.current>) => {
    lastTry.current = variables;
    setNote(null);
    setGeneral([]);
    const outcome = await save.mutateAsync(variables).catch(() => null);
    if (!outcome) return;
    if ("refusals" in outcome) return refused(outcome.refusals);
    setEntry(outcome.entry);
    setConflict(null);
    form.reset(valuesOf(outcome.entry));
    setNote(new Date());
  };

  /** Sends what the person changed against `from`, on top of version `onto`. */
  const saveOnto = (from: Entry, onto: Entry, values: EntryValues) =>
    send({
      id: onto.id,
      expectedVersion: onto.version,
      patch: patchOf(from, values, berlinDay(new Date())),
      idempotencyKey: crypto.randomUUID(),
    });

  return {
    form,
    entry,
    conflict,
    general,
    note,
    saving: save.isPending,
    failure: save.error,
    submit: form.handleSubmit((values) => {
      if (changes().length === 0) return setNote("unchanged");
      return saveOnto(entry, entry, values);
    }),
    again: () => (lastTry.current ? send(lastTry.current) : Promise.resolve()),
    keepMine: (theirs: Entry) => saveOnto(entry, theirs, form.getValues()),
    takeTheirs: (theirs: Entry) => {
      setEntry(theirs);
      setConflict(null);
      form.reset(valuesOf(theirs));
    },
  };
}
