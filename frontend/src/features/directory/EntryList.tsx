import { T, useVoice } from "@/i18n";
import { formatDay } from "@/shared/time";
import { Button } from "@/ui/Button";
import { Content } from "@/ui/Content";
import { Empty } from "@/ui/Empty";
import { Failure } from "@/ui/Failure";
import { PageLink } from "@/ui/PageLink";
import { Skeleton } from "@/ui/Skeleton";
import { Table } from "@/ui/Table";
import { useMyEntries } from "./entries";

/** Own entries with their state of confirmation; each leads to its form. */
export function EntryList() {
  const { t, language } = useVoice();
  const query = useMyEntries();
  if (query.error) {
    return <Failure title={t("entries.failed")} error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Skeleton rows={4} />;
  const entries = query.data.pages.flatMap((page) => page.myEntries.nodes);
  if (entries.length === 0) {
    return (
      <Empty title={<T id="entries.empty.title" />}>
        <p>
          <T id="entries.empty.text" />
        </p>
      </Empty>
    );
  }
  return (
    <>
      <p role="status">
        <T id="entries.count" values={{ count: query.data.pages[0]?.myEntries.totalCount ?? entries.length }} />
      </p>
      <Table
        caption={t("entries.caption")}
        rows={entries}
        keyOf={(entry) => entry.id}
        columns={[
          {
            key: "name",
            head: <T id="entries.name" />,
            cell: (entry) => (
              <PageLink
                page="entryEdit"
                params={{ id: entry.id }}
                label={<T id="entries.editOf" values={{ name: <Content of={entry.name} /> }} />}
              >
                <Content of={entry.name} />
              </PageLink>
            ),
          },
          {
            key: "organisation",
            head: <T id="entries.organisation" />,
            cell: (entry) => <Content of={entry.organisation.name} />,
          },
          {
            key: "status",
            head: <T id="entries.status" />,
            cell: (entry) => <T id={`entries.statuses.${entry.status.code}`} />,
          },
          { key: "trust", head: <T id="entries.trust" />, cell: (entry) => <Content of={entry.trust.text} /> },
          { key: "updated", head: <T id="entries.updated" />, cell: (entry) => formatDay(entry.updatedAt, language) },
        ]}
      />
      {query.hasNextPage && (
        <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
          <T id={query.isFetchingNextPage ? "core.state.loading" : "entries.more"} />
        </Button>
      )}
    </>
  );
}
