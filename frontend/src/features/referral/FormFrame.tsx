import type { FormEvent, ReactNode } from "react";
import { Button } from "@/ui/Button";

interface Props {
  title: ReactNode;
  submit: ReactNode;
  busy: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

/** The frame of a short form below the buttons of a case. */
export function FormFrame({ title, submit, busy, onSubmit, children }: Props) {
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form className="sn-form sn-card" noValidate autoComplete="off" onSubmit={send}>
      <h3>{title}</h3>
      {children}
      <div className="sn-actions">
        <Button type="submit" look="primary" aria-disabled={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
