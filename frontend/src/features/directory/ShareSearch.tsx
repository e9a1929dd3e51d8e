import { useState } from "react";
import { T, useVoice } from "@/i18n";
import { addressOf } from "@/shared/pages";
import { Button } from "@/ui/Button";
import { CopyButton } from "@/ui/CopyButton";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import { type Search, shareHash } from "./search";

/** Makes a link only when asked to: the search stands after `#`, which no server sees. */
export function ShareSearch({ search }: { search: Search }) {
  const { t } = useVoice();
  const [open, setOpen] = useState(false);
  const link = `${window.location.origin}${addressOf("find")}#${shareHash(search)}`;
  return (
    <>
      <Button look="tertiary" icon="share" onClick={() => setOpen(true)}>
        <T id="find.share.button" />
      </Button>
      <Dialog
        open={open}
        title={t("find.share.title")}
        closeLabel={t("find.share.close")}
        onClose={() => setOpen(false)}
        actions={<CopyButton text={link} label={t("find.share.copy")} copied={t("find.share.copied")} />}
      >
        <p>
          <T id="find.share.text" />
        </p>
        <TextField label={t("find.share.field")} value={link} readOnly onFocus={(event) => event.target.select()} />
      </Dialog>
    </>
  );
}
