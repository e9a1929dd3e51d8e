import { T, useVoice } from "@/i18n";
import { addressOf } from "@/shared/pages";
import { CopyButton } from "@/ui/CopyButton";
import { Dialog } from "@/ui/Dialog";
import { TextField } from "@/ui/Field";
import type { Search } from "./search";
import { shareHash } from "./sharedLink";

/** The link to a search: its values stand after `#`, which no server sees. */
export default function ShareDialog({ search, onClose }: { search: Search; onClose: () => void }) {
  const { t } = useVoice();
  const link = `${window.location.origin}${addressOf("find")}#${shareHash(search)}`;
  return (
    <Dialog
      open
      title={t("find.share.title")}
      closeLabel={t("find.share.close")}
      onClose={onClose}
      actions={<CopyButton text={link} label={t("find.share.copy")} copied={t("find.share.copied")} />}
    >
      <p>
        <T id="find.share.text" />
      </p>
      <TextField label={t("find.share.field")} value={link} readOnly onFocus={(event) => event.target.select()} />
    </Dialog>
  );
}
