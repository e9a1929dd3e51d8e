import { type MessageId, useVoice } from "@/i18n";
import { SelectField } from "@/ui/Field";

interface Props {
  label: string;
  codes: readonly string[];
  wordOf: (code: string) => MessageId;
  value: string;
  error?: string | undefined;
  onChange: (code: string) => void;
}

/** A choice among codes; nothing is chosen beforehand. */
export function CodeSelect({ label, codes, wordOf, value, error, onChange }: Props) {
  const { t } = useVoice();
  return (
    <SelectField label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t("referral.act.choose")}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {t(wordOf(code))}
        </option>
      ))}
    </SelectField>
  );
}
