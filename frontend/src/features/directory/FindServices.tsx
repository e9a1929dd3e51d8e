import { lazy, Suspense, useState } from "react";
import { Skeleton } from "@/ui/Skeleton";
import { SearchForm } from "./SearchForm";
import { rememberedSearch, rememberSearch, type Search } from "./search";

/** Fetched while the form is drawn: the form is there first, the results come with the answer. */
const results = import("./FindResults");
const FindResults = lazy(() => results);

function useSearch(): [Search, (next: Search) => void] {
  const [search, setSearch] = useState(rememberedSearch);
  return [
    search,
    (next) => {
      rememberSearch(next);
      setSearch(next);
    },
  ];
}

export function FindServices() {
  const [search, setSearch] = useSearch();
  const [sent, setSent] = useState(0);
  const onSent = () => setSent(sent + 1);
  return (
    <>
      <SearchForm search={search} onSearch={setSearch} onSent={onSent} />
      <Suspense fallback={<Skeleton />}>
        <FindResults search={search} setSearch={setSearch} sent={sent} onSent={onSent} />
      </Suspense>
    </>
  );
}
