import { createFileRoute } from "@tanstack/react-router";
import { type Attribution, BUNDLED_ATTRIBUTIONS, useAttributions } from "@/features/directory/attributions";
import { PublicPage } from "@/features/shell/PublicPage";
import { T } from "@/i18n";
import { Alert } from "@/ui/Alert";
import { Away } from "@/ui/Away";
import { Empty } from "@/ui/Empty";
import { Skeleton } from "@/ui/Skeleton";
import { useSourceDate } from "@/ui/Sources";

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
      {data?.length === 0 && <Empty title={<T id="sources.empty" />} />}
      <ul className="sn-stack">
        {(error ? BUNDLED_ATTRIBUTIONS : (data ?? [])).map((item) => (
          <li key={item.what}>
            <Notice of={item} />
          </li>
        ))}
      </ul>
    </PublicPage>
  );
}

function Notice({ of }: { of: Attribution }) {
  const asText = useSourceDate();
  return (
    <article className="sn-card">
      <div className="sn-section" lang="de" dir="ltr">
        <h2>{of.what}</h2>
        <p>
          {of.url ? <Away href={of.url}>{of.publisher}</Away> : of.publisher}
          {of.asOf && (
            <>
              {" · "}
              <T id="core.asOf" values={{ date: asText(of.asOf) }} />
            </>
          )}
        </p>
        {of.notice && <p>{of.noticeUrl ? <Away href={of.noticeUrl}>{of.notice}</Away> : of.notice}</p>}
        {of.changes && <p>{of.changes}</p>}
      </div>
      <p>
        <T id="sources.licence" />:{" "}
        <span lang="de" dir="ltr">
          {of.licenceUrl ? <Away href={of.licenceUrl}>{of.licence}</Away> : of.licence}
        </span>
      </p>
    </article>
  );
}
