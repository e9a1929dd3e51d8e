import { useState } from "react";
import { T, useVoice } from "@/i18n";
import { Dialog } from "@/ui/Dialog";
import { UnlockForm } from "./UnlockForm";

interface Props {
  open: boolean;
  organisation: string;
  onClose: () => void;
}

/** The passphrase opens the letters; the log-in opened the house. */
export function UnlockDialog({ open, organisation, onClose }: Props) {
  const { t } = useVoice();
  const [attempt, setAttempt] = useState(0);
  const close = () => {
    setAttempt(attempt + 1);
    onClose();
  };
  return (
    <Dialog open={open} title={t("lock.title")} closeLabel={t("lock.cancel")} onClose={close}>
      <p>
        <T id="lock.text" />
      </p>
      <UnlockForm key={attempt} organisation={organisation} onOpen={close} onLeave={close} />
    </Dialog>
  );
}
