import { useState } from "react";
import { useVoice } from "@/i18n";
import { Button } from "./Button";

interface Props {
  text: string;
  label?: string;
  copied?: string;
}

/** Puts a text on the clipboard and says so; where the browser refuses, the text can still be marked by hand. */
export function CopyButton({ text, label, copied }: Props) {
  const { t } = useVoice();
  const [done, setDone] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setDone(true);
    } catch {
      setDone(false);
    }
  };
  return (
    <>
      <Button look="secondary" onClick={copy}>
        {label ?? t("core.state.copy")}
      </Button>
      <span role="status" className="sn-muted">
        {done ? (copied ?? t("core.state.copied")) : ""}
      </span>
    </>
  );
}
