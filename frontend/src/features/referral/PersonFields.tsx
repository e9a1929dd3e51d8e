import { T, useVoice } from "@/i18n";
import { Button } from "@/ui/Button";
import { TextArea, TextField } from "@/ui/Field";
import { binder, replacedAt } from "./set";
import { NEW_PERSON, type PersonValues } from "./writeValues";

interface Props {
  list: readonly PersonValues[];
  onChange: (list: readonly PersonValues[]) => void;
}

const MOST = 50;

/** People around the child, as far as they are known. */
export function PersonFields({ list, onChange }: Props) {
  const { t } = useVoice();
  return (
    <fieldset className="sn-form__group">
      <legend className="sn-form__legend">
        <T id="write.report.persons" />
      </legend>
      {list.map((one, index) => (
        <Person
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name and keep their order
          key={index}
          value={one}
          onChange={(next) => onChange(replacedAt(list, index, next))}
        />
      ))}
      {list.length < MOST && <Button onClick={() => onChange([...list, NEW_PERSON])}>{t("write.person.add")}</Button>}
    </fieldset>
  );
}

function Person({ value, onChange }: { value: PersonValues; onChange: (value: PersonValues | null) => void }) {
  const { t } = useVoice();
  const { text } = binder(value, onChange);
  return (
    <div className="sn-card">
      <div className="sn-pair">
        <TextField label={t("write.person.role")} maxLength={200} {...text("role")} />
        <TextField label={t("write.person.name")} maxLength={200} {...text("name")} />
      </div>
      <TextArea label={t("write.person.contact")} rows={2} maxLength={4000} {...text("contact")} />
      <TextArea label={t("write.person.note")} rows={2} maxLength={4000} {...text("note")} />
      <div className="sn-actions">
        <Button look="tertiary" onClick={() => onChange(null)}>
          <T id="write.remove" />
        </Button>
      </div>
    </div>
  );
}
