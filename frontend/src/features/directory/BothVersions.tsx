import { type ReactNode, useEffect, useRef } from "react";
import { type MessageId, T, useVoice } from "@/i18n";
import { formatWeekday } from "@/shared/time";
import { Alert } from "@/ui/Alert";
import { Button } from "@/ui/Button";
import { German } from "@/ui/Content";
import { Table } from "@/ui/Table";
import type { Entry } from "./entries";
import { differing, type EntryValues, valuesOf } from "./entryForm";
import { useLanguageName } from "./useLanguageName";

interface Props {
  mine: EntryValues;
  theirs: Entry;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}

/** Two people changed one entry: both versions side by side, nothing lost, the person decides. */
export function BothVersions({ mine, theirs, onKeepMine, onTakeTheirs }: Props) {
  const { t } = useVoice();
  const ref = useRef<HTMLDivElement>(null);
  const stored = valuesOf(theirs);
  useEffect(() => ref.current?.focus(), []);
  const say = useValueInWords();
  return (
    <Alert ref={ref} tabIndex={-1} look="warning" role="alert" title={<T id="entries.conflict.title" />}>
      <p>
        <T id="entries.conflict.text" />
      </p>
      <Table
        caption={t("entries.conflict.title")}
        rows={differing(mine, stored)}
        keyOf={(field) => field}
        columns={[
          { key: "field", head: <T id="entries.conflict.field" />, cell: (field) => <T id={labelOf(field)} /> },
          { key: "mine", head: <T id="entries.conflict.mine" />, cell: (field) => say(field, mine) },
          {
            key: "theirs",
            head: <T id="entries.conflict.theirs" values={{ version: theirs.version }} />,
            cell: (field) => say(field, stored),
          },
        ]}
      />
      <div className="sn-actions">
        <Button look="primary" onClick={onKeepMine}>
          <T id="entries.conflict.keepMine" />
        </Button>
        <Button onClick={onTakeTheirs}>
          <T id="entries.conflict.takeTheirs" />
        </Button>
      </div>
    </Alert>
  );
}

export const labelOf = (field: keyof EntryValues): MessageId => `entries.form.${field}`;

/** Fields whose words are published as they stand, in German. */
const WRITTEN: readonly (keyof EntryValues)[] = [
  "name",
  "summary",
  "description",
  "boundaryNote",
  "notice",
  "reason",
  "capacityNote",
];

/** A value of the form in words; an empty one is "not known". */
function useValueInWords(): (field: keyof EntryValues, values: EntryValues) => ReactNode {
  const { t, language } = useVoice();
  const nameOf = useLanguageName();
  const day = (weekday: string) =>
    weekday === "always" ? t("entries.form.always") : formatWeekday(Number(weekday), language);
  const lines = (field: keyof EntryValues, values: EntryValues): string[] | null => {
    switch (field) {
      case "phones":
        return values.phones.map(({ number, purpose }) => `${number} (${t(`entries.form.purposes.${purpose}`)})`);
      case "hours":
        return values.hours.map(({ channel, weekday, start, end }) =>
          [t(`entries.form.channels.${channel}`), day(weekday), start && `${start}–${end}`].filter(Boolean).join(" "),
        );
      case "languages":
        return values.languages.map(({ code }) => nameOf(code));
      default:
        return null;
    }
  };
  return (field, values) => {
    if (field === "status") return t(`entries.statuses.${values.status}`);
    if (field === "cost") return t(`entries.form.costs.${values.cost}`);
    if (field === "anonymous") return t(`entries.form.answers.${values.anonymous}`);
    if (field === "capacity" && values.capacity) return t(`entries.form.capacities.${values.capacity}`);
    const list = lines(field, values);
    if (list) return list.join("; ") || t("entries.form.unknown");
    const value = values[field];
    if (typeof value === "boolean") return t(value ? "entries.form.yes" : "entries.form.no");
    const words = String(value);
    if (!words) return t("entries.form.unknown");
    return WRITTEN.includes(field) ? <German>{words}</German> : words;
  };
}
