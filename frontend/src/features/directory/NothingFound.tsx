import type { ReactNode } from "react";
import { useResponsible, whereOf } from "@/features/territory/queries";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { Button } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { Empty } from "@/ui/Empty";
import { NOTHING_CHOSEN, type Search } from "./search";

interface Props {
  search: Search;
  setSearch: (search: Search) => void;
  /** What was looked for, in words. */
  tried: readonly ReactNode[];
  children?: ReactNode;
}

/** What was looked for, and the next step: a number first, then a wider question. */
export default function NothingFound({ search, setSearch, tried, children }: Props) {
  const { t } = useVoice();
  const { data } = useResponsible(search.place ? whereOf(search.place) : null, []);
  const unknown = data?.responsible.status === "UNKNOWN_PLACE";
  return (
    <Empty title={<T id={unknown ? "find.empty.place" : "find.empty.title"} />}>
      {unknown && (
        <p>
          <T id="find.empty.placeNext" />
        </p>
      )}
      {tried.length > 0 && (
        <p>
          <T id="find.empty.tried" values={{ what: <>{tried}</> }} />
        </p>
      )}
      <p>
        <T id="find.empty.next" />
      </p>
      {children}
      <div className="sn-actions">
        <CallLink {...HOTLINE} of={t("core.lines.hotline")} />
        {(search.place || search.district) && (
          <Button onClick={() => setSearch({ ...search, place: "", district: null })}>
            <T id="find.empty.wider" />
          </Button>
        )}
        <Button look="tertiary" onClick={() => setSearch(NOTHING_CHOSEN)}>
          <T id="find.reset" />
        </Button>
      </div>
    </Empty>
  );
}
