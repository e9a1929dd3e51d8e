import { type FormEvent, useEffect, useRef } from "react";
import { T, useVoice } from "@/i18n";
import { Button } from "@/ui/Button";
import { CheckField, SelectField, TextField } from "@/ui/Field";
import { AGES, CHANNELS, type Search, SPOKEN } from "./search";

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
}

/** Words are looked up when sent; a choice acts at once. Nothing here is kept by the browser. */
export function SearchForm({ search, onSearch }: Props) {
  const { t } = useVoice();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const fields = form.current?.elements;
    const text = fields?.namedItem("text");
    const place = fields?.namedItem("place");
    if (text instanceof HTMLInputElement) text.value = search.text;
    if (place instanceof HTMLInputElement) place.value = search.place;
  }, [search.text, search.place]);
  const words = (): Pick<Search, "text" | "place"> => {
    const data = new FormData(form.current ?? undefined);
    return { text: String(data.get("text") ?? "").trim(), place: String(data.get("place") ?? "").trim() };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSearch({ ...search, ...words() });
  };
  const choose = (change: Partial<Search>) => onSearch({ ...search, ...words(), ...change });
  return (
    <search>
      <form
        ref={form}
        className="sn-card sn-find__form"
        aria-label={t("find.form")}
        autoComplete="off"
        onSubmit={submit}
      >
        <TextField
          name="text"
          type="search"
          label={t("find.text")}
          placeholder=""
          enterKeyHint="search"
          maxLength={200}
        />
        <TextField name="place" type="text" label={t("find.place")} enterKeyHint="search" maxLength={100} />
        <SelectField
          label={t("find.age")}
          value={search.ageMonths ?? ""}
          onChange={(event) => choose({ ageMonths: event.target.value === "" ? null : Number(event.target.value) })}
        >
          <option value="">{t("find.ageAny")}</option>
          {AGES.map(({ key, months }) => (
            <option key={key} value={months}>
              {t(`find.ages.${key}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="primary" icon="search">
          <T id="find.submit" />
        </Button>
        <details className="sn-find__more" open={hasMore(search) || undefined}>
          <summary>
            <T id="find.more" />
          </summary>
          <MoreFilters search={search} choose={choose} />
        </details>
      </form>
    </search>
  );
}

const hasMore = ({ language, channel, openNow, free, anonymous, accessible }: Search): boolean =>
  Boolean(language || channel || openNow || free || anonymous || accessible);

function MoreFilters({ search, choose }: { search: Search; choose: (change: Partial<Search>) => void }) {
  const { t } = useVoice();
  const nameOf = useLanguageName();
  return (
    <div className="sn-find__filters">
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

/** The name of a language in the language of the page; the browser knows them. */
export function useLanguageName(): (tag: string) => string {
  const { language } = useVoice();
  const names = new Intl.DisplayNames([language, "de"], { type: "language" });
  return (tag) => names.of(tag) ?? tag;
}
