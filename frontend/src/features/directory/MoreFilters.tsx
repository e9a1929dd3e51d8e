import { useVoice } from "@/i18n";
import { CheckField, SelectField } from "@/ui/Field";
import { CHANNELS, type Search, SPOKEN } from "./search";
import { useLanguageName } from "./useLanguageName";

/** The filters fewer people need; fetched when they are opened. */
export default function MoreFilters({ search, choose }: { search: Search; choose: (change: Partial<Search>) => void }) {
  const { t } = useVoice();
  const nameOf = useLanguageName();
  return (
    <div className="sn-find__filters">
      <p className="sn-find__unstated">{t("find.unstatedLast")}</p>
      <CheckField
        label={t("find.openNow")}
        checked={search.openNow}
        onChange={(event) => choose({ openNow: event.target.checked })}
      />
      <CheckField
        label={t("find.free")}
        checked={search.free}
        onChange={(event) => choose({ free: event.target.checked })}
      />
      <CheckField
        label={t("find.anonymous")}
        checked={search.anonymous}
        onChange={(event) => choose({ anonymous: event.target.checked })}
      />
      <CheckField
        label={t("find.accessible")}
        checked={search.accessible}
        onChange={(event) => choose({ accessible: event.target.checked })}
      />
      <SelectField
        label={t("find.channel")}
        value={search.channel ?? ""}
        onChange={(event) => choose({ channel: CHANNELS.find((known) => known === event.target.value) ?? null })}
      >
        <option value="">{t("find.channelAny")}</option>
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {t(`find.channels.${channel}`)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t("find.language")}
        value={search.language ?? ""}
        onChange={(event) => choose({ language: event.target.value || null })}
      >
        <option value="">{t("find.languageAny")}</option>
        {SPOKEN.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
