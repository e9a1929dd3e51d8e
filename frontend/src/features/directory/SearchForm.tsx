import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from "react";
import { T, useVoice } from "@/i18n";
import { Button } from "@/ui/Button";
import { SelectField, TextField } from "@/ui/Field";
import { AGES, type Search } from "./search";

const MoreFilters = lazy(() => import("./MoreFilters"));

interface Props {
  search: Search;
  onSearch: (search: Search) => void;
  /** Somebody has sent the words, and wants to see what comes of them. */
  onSent: () => void;
}

/** Words are looked up when sent; a choice acts at once. Nothing here is kept by the browser. */
export function SearchForm({ search, onSearch, onSent }: Props) {
  const { t } = useVoice();
  const [opened, setOpened] = useState(() => hasMore(search));
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
    onSent();
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
        <details className="sn-find__more" open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary>
            <T id="find.more" />
          </summary>
          {opened && (
            <Suspense>
              <MoreFilters search={search} choose={choose} />
            </Suspense>
          )}
        </details>
      </form>
    </search>
  );
}

const hasMore = ({ language, channel, openNow, free, anonymous, accessible }: Search): boolean =>
  Boolean(language || channel || openNow || free || anonymous || accessible);
