import { type MessageId, useVoice } from "@/i18n";
import { useSettings } from "./settings";

/** `Hilfe finden – MV-Netz`: the function of the page, never the trouble. */
export function usePageTitle(id: MessageId): string {
  const { t } = useVoice();
  const { titleSuffix } = useSettings();
  return `${t(id)} – ${titleSuffix}`;
}
