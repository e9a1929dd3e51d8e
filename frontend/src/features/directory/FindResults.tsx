import { Fragment, lazy, type ReactNode, Suspense, useState } from "react";
import { T, useVoice } from "@/i18n";
import { EMERGENCY, HOTLINE } from "@/shared/lines";
import { Button } from "@/ui/Button";
import { CallLink } from "@/ui/CallLink";
import { Chips } from "@/ui/Chips";
import { Content, German } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { SelectField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { useServices } from "./findQueries";
import { ServiceCard } from "./ServiceCard";
import { ShareSearch } from "./ShareSearch";
import { NOTHING_CHOSEN, type Search } from "./search";
import { useChips } from "./useChips";

const DistrictMap = lazy(() => import("./DistrictMap"));

interface Props {
  search: Search;
  setSearch: (search: Search) => void;
}

/** On narrow screens one of the two is in sight. */
const VIEWS = {
  list: "sn-find__body sn-find__body--list",
  map: "sn-find__body sn-find__body--map",
} as const;

/** Hits beside the map; both show the same filter. */
export default function FindResults({ search, setSearch }: Props) {
  const { language } = useVoice();
  const [view, setView] = useState<keyof typeof VIEWS>("list");
  const query = useServices(search, language);
  const first = query.data?.pages[0]?.services;
  const counts = first?.facets.find((facet) => facet.field === "district")?.counts;
  return (
    <>
      {first?.urgent && <Urgent />}
      <fieldset className="sn-find__views sn-no-print">
        <legend className="kern-sr-only">
          <T id="find.view.label" />
        </legend>
        <Button aria-pressed={view === "list"} onClick={() => setView("list")}>
          <T id="find.view.list" />
        </Button>
        <Button aria-pressed={view === "map"} onClick={() => setView("map")}>
          <T id="find.view.map" />
        </Button>
      </fieldset>
      <div className={VIEWS[view]}>
        <div className="sn-find__list">
          <Results search={search} setSearch={setSearch} query={query} />
        </div>
        <div className="sn-find__map">
          <Suspense>
            <DistrictMap
              chosen={search.district}
              counts={counts ? Object.fromEntries(counts.map(({ value, count }) => [value, count])) : null}
              onChoose={(district) => setSearch({ ...search, district })}
            />
          </Suspense>
        </div>
      </div>
    </>
  );
}

/** The words tell of danger: numbers first, whatever was found. */
function Urgent() {
  const { t } = useVoice();
  return (
    <section className="sn-card sn-card--danger" aria-labelledby="sn-urgent">
      <h2 id="sn-urgent">
        <T id="find.urgent.title" />
      </h2>
      <p>
        <T id="find.urgent.text" />
      </p>
      <div className="sn-actions">
        <CallLink {...EMERGENCY} of={t("core.lines.emergency")} />
        <CallLink {...HOTLINE} of={t("core.lines.hotline")} quiet />
      </div>
    </section>
  );
}

interface ResultsProps extends Props {
  query: ReturnType<typeof useServices>;
}

function Results({ search, setSearch, query }: ResultsProps) {
  const { t } = useVoice();
  const chips = useChips(search, setSearch);
  const tried = chips.map(({ key, label }, index) => (
    <Fragment key={key}>
      {index > 0 && ", "}
      {label}
    </Fragment>
  ));
  const { data, error } = query;
  const first = data?.pages[0]?.services;
  if (error && !query.isFetchNextPageError) {
    return <Failure title={t("find.failed")} error={error} onRetry={() => void query.refetch()} hotline={HOTLINE} />;
  }
  if (!data || !first) return <Skeleton />;
  const edges = data.pages.flatMap((page) => page.services.edges);
  return (
    <section className="sn-section" aria-labelledby="sn-results" aria-busy={query.isPlaceholderData}>
      <h2 id="sn-results" className="kern-sr-only">
        <T id="find.results" />
      </h2>
      <div className="sn-find__bar">
        <p className="sn-find__count" role="status">
          {/* What stands in for nothing is not counted as found. */}
          {query.isPlaceholderData ? (
            <T id="core.state.loading" />
          ) : (
            <T id="find.count" values={{ count: first.widenedTo ? 0 : first.totalCount }} />
          )}
        </p>
        <ShareSearch search={search} />
        <Button look="tertiary" icon="print" onClick={() => window.print()}>
          <T id="core.print" />
        </Button>
      </div>
      <Chips label={t("find.active")} chips={chips} />
      {first.didYouMean && (
        <DidYouMean suggestion={first.didYouMean} onTake={(text) => setSearch({ ...search, text })} />
      )}
      {first.widenedTo && (
        <NothingFound search={search} setSearch={setSearch} tried={tried}>
          <p>
            <T id="find.widened" />{" "}
            <strong>
              <Content of={first.widenedTo} />
            </strong>
          </p>
        </NothingFound>
      )}
      {edges.length === 0 ? (
        !first.widenedTo && <NothingFound search={search} setSearch={setSearch} tried={tried} />
      ) : (
        <>
          <Order search={search} setSearch={setSearch} />
          <ul className="sn-stack">
            {edges.map((edge) => (
              <li key={edge.node.id}>
                <ServiceCard edge={edge} />
              </li>
            ))}
          </ul>
          <More query={query} shown={edges.length} total={first.totalCount} />
        </>
      )}
    </section>
  );
}

function Order({ search, setSearch }: Pick<ResultsProps, "search" | "setSearch">) {
  const { t } = useVoice();
  return (
    <div className="sn-find__order sn-no-print">
      <SelectField
        label={t("find.order")}
        value={search.order}
        onChange={(event) => setSearch({ ...search, order: event.target.value === "NAME" ? "NAME" : "RELEVANCE" })}
      >
        <option value="RELEVANCE">{t("find.orders.RELEVANCE")}</option>
        <option value="NAME">{t("find.orders.NAME")}</option>
      </SelectField>
    </div>
  );
}

function DidYouMean({ suggestion, onTake }: { suggestion: string; onTake: (text: string) => void }) {
  return (
    <p>
      <Button look="tertiary" onClick={() => onTake(suggestion)}>
        <T id="find.didYouMean" values={{ suggestion: <German>{suggestion}</German> }} />
      </Button>
    </p>
  );
}

interface NothingFoundProps extends Props {
  /** What was looked for, in words. */
  tried: readonly ReactNode[];
  children?: ReactNode;
}

/** What was looked for, and the next step: a number first, then a wider question. */
function NothingFound({ search, setSearch, tried, children }: NothingFoundProps) {
  const { t } = useVoice();
  return (
    <Empty title={<T id="find.empty.title" />}>
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

function More({ query, shown, total }: { query: ResultsProps["query"]; shown: number; total: number }) {
  if (query.isFetchNextPageError) {
    return <Failure error={query.error} onRetry={() => void query.fetchNextPage()} />;
  }
  return (
    <div className="sn-actions">
      <p className="sn-muted" role="status">
        <T id="find.shown" values={{ shown, total }} />
      </p>
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
          <T id={query.isFetchingNextPage ? "core.state.loading" : "find.loadMore"} />
        </Button>
      )}
    </div>
  );
}
