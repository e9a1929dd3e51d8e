import { type ComponentProps, type ReactNode, useId } from "react";

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** Ties hint and error to the control: label above, hint below it, the error in words. */
function useDescribed(hint: ReactNode, error: ReactNode, given?: string) {
  const own = useId();
  const id = given ?? own;
  const described = [hint ? `${id}-h` : "", error ? `${id}-e` : ""].filter(Boolean).join(" ");
  return { id, describedBy: described || undefined };
}

function Frame({ id, label, hint, error, children }: Labelled & { id: string; children: ReactNode }) {
  return (
    <div className={error ? "kern-form-input kern-form-input--error" : "kern-form-input"}>
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      {hint && (
        <div className="kern-hint" id={`${id}-h`}>
          {hint}
        </div>
      )}
      {children}
      {error && (
        <p className="kern-error" id={`${id}-e`}>
          <span className="kern-body">{error}</span>
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, id: given, ...rest }: Labelled & ComponentProps<"input">) {
  const { id, describedBy } = useDescribed(hint, error, given);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <input
        autoComplete="off"
        {...rest}
        id={id}
        className={error ? "kern-form-input__input kern-form-input__input--error" : "kern-form-input__input"}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

export function TextArea({ label, hint, error, id: given, ...rest }: Labelled & ComponentProps<"textarea">) {
  const { id, describedBy } = useDescribed(hint, error, given);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <textarea
        autoComplete="off"
        rows={4}
        {...rest}
        id={id}
        className={
          error ? "kern-form-input__input kern-form-input__input--error sn-area" : "kern-form-input__input sn-area"
        }
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </Frame>
  );
}

export function SelectField({ label, hint, error, id: given, children, ...rest }: Labelled & ComponentProps<"select">) {
  const { id, describedBy } = useDescribed(hint, error, given);
  return (
    <Frame id={id} label={label} hint={hint} error={error}>
      <div className="kern-form-input__select-wrapper">
        <select
          autoComplete="off"
          {...rest}
          id={id}
          className="kern-form-input__select"
          aria-describedby={describedBy}
          aria-invalid={error ? true : undefined}
        >
          {children}
        </select>
      </div>
    </Frame>
  );
}

/** A tick box with its label at the side; the whole line can be pressed. */
export function CheckField({ label, id: given, ...rest }: { label: ReactNode } & ComponentProps<"input">) {
  const own = useId();
  const id = given ?? own;
  return (
    <div className="kern-form-check">
      <input autoComplete="off" {...rest} id={id} type="checkbox" className="kern-form-check__checkbox" />
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
    </div>
  );
}
