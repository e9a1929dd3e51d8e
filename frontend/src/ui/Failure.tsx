import { useEffect, useState } from "react";
import { ApiError, NETWORK } from "@/api/errors";
import { type MessageId, T, useVoice } from "@/i18n";
import { Alert } from "./Alert";
import { Button } from "./Button";
import { CopyButton } from "./CopyButton";

interface Props {
  title?: string;
  error: unknown;
  onRetry: () => void;
  /** On public pages the helplines stay in sight. */
  hotline?: { display: string; href: string };
}

/** What happened, what to do, once more; with the request's id for those who are asked about it. */
export function Failure({ title, error, onRetry, hotline }: Props) {
  const { t } = useVoice();
  const failure = error instanceof ApiError ? error : null;
  const [again, setAgain] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another failure is the answer to the further try
  useEffect(() => setAgain(false), [error]);
  const retry = () => {
    setAgain(true);
    onRetry();
  };
  return (
    <Alert look="warning" role="alert" title={title ?? t("core.state.failed")}>
      <p>
        {failure?.code === "RATE_LIMITED" ? (
          <T id="core.state.limited" values={{ seconds: failure.retryAfterSeconds ?? 0 }} />
        ) : (
          <T id={sentence(failure)} />
        )}
      </p>
      {hotline && (
        <p>
          <T id="core.state.helplines" values={{ hotline: hotline.display }} />
        </p>
      )}
      <div className="sn-actions">
        <Button look="primary" busy={again} onClick={retry}>
          {t(again ? "core.state.loading" : "core.state.retry")}
        </Button>
      </div>
      {failure?.requestId && (
        <p className="sn-request-id sn-muted">
          <span>
            <T id="core.state.requestId" />: <bdi>{failure.requestId}</bdi>
          </span>
          <CopyButton text={failure.requestId} />
        </p>
      )}
    </Alert>
  );
}

function sentence(failure: ApiError | null): MessageId {
  if (failure?.code === NETWORK) return "core.state.network";
  if (!failure || failure.status >= 500) return "core.state.server";
  return "core.state.refused";
}
