import { createFileRoute } from "@tanstack/react-router";
import { type Attribution, BUNDLED_ATTRIBUTIONS, useAttributions } from "@/features/directory/attributions";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Away } from "@/ui/Away";
import { Empty } from "@/ui/Empty";
import { Skeleton } from "@/ui/Skeleton";

export const Route = createFileRoute("/datenquellen")({
  loader: ({ context }) => context.translator.need("sources"),
  component: DataSources,
});

function DataSources() {
  const { data, error } = useAttributions();
  return (
    <PublicPage page="sources" heading={<T id="sources.heading" />} lead={<T id="sources.lead" />}>
      <p>
        <T id="sources.note" />
      </p>
      {error && <Alert look="info" role="status" title={<T id="sources.bundled" />} />}
      {!data && !error && <Skeleton rows={3} />}
      {data?.items.length === 0 && <Empty title={<T id="sources.empty" />} />}
      <ul className="sn-stack">
        {(error ? BUNDLED_ATTRIBUTIONS : (data?.items ?? [])).map((item) => (
          <li key={item.source}>
            <Notice of={item} />
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

function Notice({ of }: { of: Attribution }) {
  return (
    <article className="sn-card">
      <h2 lang="de" dir="ltr">
        {of.source}
      </h2>
      <p lang="de" dir="ltr">
        {of.notice}
      </p>
      <p>
        <T id="sources.licence" />:{" "}
        <span lang="de" dir="ltr">
          {of.licenceUrl ? <Away href={of.licenceUrl}>{of.licence}</Away> : of.licence}
        </span>
      </p>
      {of.url && (
        <p>
          <Away href={of.url}>
            <T id="sources.link" />
          </Away>
        </p>
      )}
    </article>
  );
}
