import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./Button";

interface Props {
  open: boolean;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  /** `forced`: there is no way round it, Escape included. */
  modal?: "free" | "forced";
  closeLabel?: string;
  onClose?: () => void;
}

/** The browser's own `<dialog>`: it holds the focus while open and gives it back when closed. */
export function Dialog({ open, title, children, actions, modal = "free", closeLabel, onClose }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className="kern-dialog"
      aria-labelledby={id}
      onCancel={(event) => modal === "forced" && event.preventDefault()}
      onClose={() => open && onClose?.()}
    >
      <div className="kern-dialog__header">
        <h2 className="kern-title" id={id}>
          {title}
        </h2>
      </div>
      <div className="kern-dialog__body">{open && children}</div>
      {(actions || closeLabel) && (
        <div className="kern-dialog__footer">
          {actions}
          {closeLabel && <Button onClick={() => ref.current?.close()}>{closeLabel}</Button>}
        </div>
      )}
    </dialog>
  );
}
