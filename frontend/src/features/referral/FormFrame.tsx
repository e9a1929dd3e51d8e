import { type FormEvent, type ReactNode, useState } from "react";
import { isStop } from "@/features/keys/trust";
import { Button } from "@/ui/Button";
import { Failure } from "@/ui/Failure";
import { useOneAtATime } from "@/ui/useOneAtATime";

interface Props {
  title: ReactNode;
  submit: ReactNode;
  busy: boolean;
  /** What sends it; a promise where something is sealed first. */
  onSubmit: () => unknown;
  children: ReactNode;
}

/** The frame of a short form below the buttons of a case. */
export function FormFrame({ title, submit, busy, onSubmit, children }: Props) {
  const [sealing, run] = useOneAtATime();
  const [failure, setFailure] = useState<unknown>(null);
  const attempt = async () => {
    setFailure(null);
    try {
      await onSubmit();
    } catch (error) {
      if (!isStop(error)) setFailure(error);
    }
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(attempt);
  };
  return (
    <form className="sn-form sn-card" noValidate autoComplete="off" onSubmit={send}>
      <h3>{title}</h3>
      {children}
      {failure !== null && <Failure error={failure} onRetry={() => void run(attempt)} />}
      <div className="sn-actions">
        <Button type="submit" look="primary" busy={busy || sealing}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
