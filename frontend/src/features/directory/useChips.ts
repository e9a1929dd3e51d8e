import { DISTRICT_NAMES } from "@/geo/districts";
import { useVoice } from "@/i18n";
import type { Chip } from "@/ui/Chips";
import { AGES, NOTHING_CHOSEN, type Search } from "./search";
import { useLanguageName } from "./useLanguageName";

/** The chosen filters in words, each with its way out. */
export function useChips(search: Search, onSearch: (search: Search) => void): Chip[] {
  const { t } = useVoice();
  const nameOf = useLanguageName();
  const age = AGES.find(({ months }) => months === search.ageMonths);
  const labels: [keyof Search, string | false | null | undefined][] = [
    ["text", search.text && `„${search.text}“`],
    ["place", search.place],
    ["ageMonths", age && t(`find.ages.${age.key}`)],
    ["district", search.district && (DISTRICT_NAMES[search.district] ?? search.district)],
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
            removeLabel: t("find.remove", { filter: label }),
            onRemove: () => onSearch({ ...search, [key]: NOTHING_CHOSEN[key] }),
          },
        ]
      : [],
  );
}
