import { Fragment, lazy, type RefObject, Suspense, useEffect, useRef, useState } from "react";
import { readFragment } from "@/gql/find/fragment-masking";
import { OpenBadge_OpenNowFragmentDoc, ServiceCard_ServiceFragmentDoc } from "@/gql/find/graphql";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { moveTo } from "@/shared/moveTo";
import { Button } from "@/ui/Button";
import { Chips } from "@/ui/Chips";
import { Content, German } from "@/ui/Content";
import { Failure } from "@/ui/Failure";
import { SelectField } from "@/ui/Field";
import { Skeleton } from "@/ui/Skeleton";
import { type FoundEdge, useServices } from "./findQueries";
import { ServiceCard } from "./ServiceCard";
import { ShareSearch } from "./ShareSearch";
import { isChosen, type Search } from "./search";
import { Urgent } from "./Urgent";
import { useChips } from "./useChips";

const DistrictMap = lazy(() => import("./DistrictMap"));
const NothingFound = lazy(() => import("./NothingFound"));

interface Props {
  search: Search;
  setSearch: (search: Search) => void;
}

interface FoundProps extends Props {
  /** How often somebody has sent a search: each time the results are led to. */
  sent: number;
  onSent: () => void;
}

/** On narrow screens one of the two is in sight. */
const VIEWS = {
  list: "sn-find__body sn-find__body--list",
  map: "sn-find__body sn-find__body--map",
} as const;

/** Hits beside the map; both show the same filter. */
export default function FindResults({ search, setSearch, sent, onSent }: FoundProps) {
  const { language } = useVoice();
  const [chosen, setChosen] = useState<{ view: keyof typeof VIEWS; sent: number }>({ view: "list", sent });
  // Whoever has sent a search sees what it found.
  const view = chosen.sent === sent ? chosen.view : "list";
  const query = useServices(search, language);
  const first = query.data?.pages[0]?.services;
  const heading = useLead(sent, query.isSuccess && !query.isPlaceholderData);
  const counts = first?.facets.find((facet) => facet.field === "district")?.counts;
  return (
    <>
      {first?.urgent && <Urgent ref={heading} />}
      <fieldset className="sn-find__views sn-no-print">
        <legend className="kern-sr-only">
          <T id="find.view.label" />
        </legend>
        <Button aria-pressed={view === "list"} onClick={() => setChosen({ view: "list", sent })}>
          <T id="find.view.list" />
        </Button>
        <Button aria-pressed={view === "map"} onClick={() => setChosen({ view: "map", sent })}>
          <T id="find.view.map" />
        </Button>
      </fieldset>
      <div className={VIEWS[view]}>
        <div className="sn-find__list">
          <Results search={search} setSearch={setSearch} query={query} heading={first?.urgent ? null : heading} />
        </div>
        <div className="sn-find__map">
          <Suspense>
            <DistrictMap
              chosen={search.district}
              counts={counts ? Object.fromEntries(counts.map(({ value, count }) => [value, count])) : null}
              onChoose={(district) => {
                setSearch({ ...search, district });
                // Where the map hides the results, they take its place.
                if (view === "map") onSent();
              }}
            />
          </Suspense>
        </div>
      </div>
    </>
  );
}

/** Once for each search that was sent, leads to what came of it. */
function useLead(sent: number, arrived: boolean): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const led = useRef(0);
  useEffect(() => {
    if (!arrived || led.current === sent) return;
    led.current = sent;
    moveTo(heading.current);
  }, [sent, arrived]);
  return heading;
}

interface ResultsProps extends Props {
  query: ReturnType<typeof useServices>;
  heading: RefObject<HTMLHeadingElement | null> | null;
}

function Results({ search, setSearch, query, heading }: ResultsProps) {
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
      <h2 id="sn-results" className="kern-sr-only" ref={heading} tabIndex={-1}>
        <T id="find.results" />
      </h2>
      <div className="sn-find__bar">
        <p className="sn-find__count" role="status">
          {/* What stands in for nothing is not counted as found. */}
          {query.isPlaceholderData ? (
            <T id="core.state.loading" />
          ) : (
            <>
              <T id="find.count" values={{ count: first.widenedTo ? 0 : first.totalCount }} />
              {search.openNow && <Known edges={edges} search={search} more={query.hasNextPage} />}
            </>
          )}
        </p>
        <div className="sn-actions">
          {isChosen(search) && <ShareSearch search={search} />}
          <Button look="tertiary" icon="print" onClick={() => window.print()}>
            <T id="core.print" />
          </Button>
        </div>
      </div>
      <Chips label={t("find.active")} chips={chips} />
      {first.didYouMean && (
        <DidYouMean suggestion={first.didYouMean} onTake={(text) => setSearch({ ...search, text })} />
      )}
      {(first.widenedTo || edges.length === 0) && (
        <Suspense fallback={<Skeleton rows={1} />}>
          <NothingFound search={search} setSearch={setSearch} tried={tried}>
            {first.widenedTo && (
              <p>
                <T id="find.widened" />{" "}
                <strong>
                  <Content of={first.widenedTo} />
                </strong>
              </p>
            )}
          </NothingFound>
        </Suspense>
      )}
      {edges.length > 0 && (
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

interface KnownProps {
  edges: readonly FoundEdge[];
  search: Search;
  /** Whether there are more than these. */
  more: boolean;
}

/** How many are known to be open: the others have not said. They come first, so the list tells once one has not. */
function Known({ edges, search, more }: KnownProps) {
  const stateOf = ({ node }: FoundEdge) =>
    readFragment(OpenBadge_OpenNowFragmentDoc, readFragment(ServiceCard_ServiceFragmentDoc, node).openNow).state;
  const open = edges.filter((edge) => stateOf(edge) === "OPEN").length;
  if (more && (search.order !== "RELEVANCE" || open === edges.length)) return null;
  return (
    <>
      {" "}
      <span className="sn-find__known">
        <T id="find.known" values={{ count: open }} />
      </span>
    </>
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
