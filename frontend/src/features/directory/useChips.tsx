import type { ReactNode } from "react";
import { DISTRICT_NAMES } from "@/geo/districts";
import { T, useVoice } from "@/i18n";
import type { Chip } from "@/ui/Chips";
import { German } from "@/ui/Content";
import { AGES, NOTHING_CHOSEN, type Search } from "./search";
import { useLanguageName } from "./useLanguageName";

/** The chosen filters in words, each with its way out. */
export function useChips(search: Search, onSearch: (search: Search) => void): Chip[] {
  const { t } = useVoice();
  const nameOf = useLanguageName();
  const age = AGES.find(({ months }) => months === search.ageMonths);
  const labels: [keyof Search, ReactNode][] = [
    ["text", search.text && `„${search.text}“`],
    ["place", search.place],
    ["ageMonths", age && t(`find.ages.${age.key}`)],
    ["district", search.district && <German>{DISTRICT_NAMES[search.district] ?? search.district}</German>],
    ["language", search.language && nameOf(search.language)],
    ["channel", search.channel && t(`find.channels.${search.channel}`)],
    ["openNow", search.openNow && t("find.openNow")],
    ["free", search.free && t("find.free")],
    ["anonymous", search.anonymous && t("find.anonymous")],
    ["accessible", search.accessible && t("find.accessible")],
  ];
  return labels.flatMap(([key, label]) =>
    label
      ? [
          {
            key,
            label,
            removeLabel: <T id="find.remove" values={{ filter: <>{label}</> }} />,
            onRemove: () => onSearch({ ...search, [key]: NOTHING_CHOSEN[key] }),
          },
        ]
      : [],
  );
}
