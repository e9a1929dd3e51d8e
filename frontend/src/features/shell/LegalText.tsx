import { type MessageId, T } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { Alert } from "@/ui/Alert";
import { Failure } from "@/ui/Failure";
import { Markdown } from "@/ui/Markdown";
import { Skeleton } from "@/ui/Skeleton";
import { type Settings, useSettingsQuery } from "./settings";

/** The operator's own text in German, or the plain statement that it is missing. */
export function LegalText({ of }: { of: keyof Settings["texts"] }) {
  const { data, error, refetch } = useSettingsQuery();
  if (error) return <Failure error={error} onRetry={() => void refetch()} hotline={HOTLINE} />;
  if (!data) return <Skeleton rows={2} />;
  const text = data.texts[of];
  if (!text) {
    return (
      <Alert look="warning" title={<T id="legal.notSet.title" />}>
        <p>
          <T id={`legal.notSet.${of}` satisfies MessageId} />
        </p>
        <p>
          <T id="legal.notSet.instance" values={{ instance: `${data.name} (${data.instanceId})` }} />
        </p>
      </Alert>
    );
  }
  return (
    <div className="sn-section" lang="de" dir="ltr">
      <Markdown text={text} />
    </div>
  );
}
