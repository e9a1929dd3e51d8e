import { T, useVoice } from "@/i18n";
import { berlinDay } from "@/shared/time";
import { Button } from "@/ui/Button";
import { SelectField, TextArea, TextField } from "@/ui/Field";
import { binder, replacedAt } from "./set";
import { newObservation, type ObservationValues } from "./writeValues";

interface Props {
  list: readonly ObservationValues[];
  onChange: (list: readonly ObservationValues[]) => void;
}

const MOST = 50;
const KINDS = ["fact", "hearsay", "interpretation"] as const;

/** What was seen, heard or concluded, one by one, each with its day. */
export function ObservationFields({ list, onChange }: Props) {
  const { t } = useVoice();
  const today = berlinDay(new Date());
  return (
    <fieldset className="sn-form__group">
      <legend className="sn-form__legend">
        <T id="write.report.observations" />
      </legend>
      {list.map((one, index) => (
        <Observation
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name and keep their order
          key={index}
          value={one}
          number={index + 1}
          onChange={(next) => onChange(replacedAt(list, index, next))}
          onRemove={list.length > 1 ? () => onChange(replacedAt(list, index, null)) : null}
        />
      ))}
      {list.length < MOST && (
        <Button onClick={() => onChange([...list, newObservation(today)])}>{t("write.observation.add")}</Button>
      )}
    </fieldset>
  );
}

interface OneProps {
  value: ObservationValues;
  number: number;
  onChange: (value: ObservationValues) => void;
  onRemove: (() => void) | null;
}

function Observation({ value, number, onChange, onRemove }: OneProps) {
  const { t } = useVoice();
  const { text, set } = binder(value, onChange);
  const today = berlinDay(new Date());
  return (
    <div className="sn-card">
      <TextArea label={t("write.observation.text", { number })} maxLength={4000} {...text("text")} />
      <div className="sn-pair">
        <TextField
          type="date"
          label={t("write.observation.at")}
          max={today}
          value={value.at.slice(0, 10)}
          // A day cannot be unknown here: the words say "about" where it is.
          onChange={(event) => set("at", event.target.value || today)}
        />
        <TextField label={t("write.observation.seenBy")} maxLength={200} {...text("seenBy")} />
      </div>
      <SelectField
        label={t("write.observation.kind")}
        value={value.kind}
        onChange={(event) => set("kind", KINDS.find((kind) => kind === event.target.value) ?? "fact")}
      >
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(`write.observation.kinds.${kind}`)}
          </option>
        ))}
      </SelectField>
      {onRemove && (
        <div className="sn-actions">
          <Button look="tertiary" onClick={onRemove}>
            <T id="write.remove" />
          </Button>
        </div>
      )}
    </div>
  );
}
