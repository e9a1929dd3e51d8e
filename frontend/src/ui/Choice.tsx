import { type ReactNode, useId } from "react";

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
}

interface Props<Value extends string> {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value: Value | "";
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
}

/** One of a few answers, all in sight; nothing is chosen beforehand. */
export function ChoiceField<Value extends string>({
  name,
  legend,
  hint,
  error,
  value,
  options,
  onChange,
}: Props<Value>) {
  const id = useId();
  const described = [hint ? `${id}-h` : "", error ? `${id}-e` : ""].filter(Boolean).join(" ");
  return (
    <fieldset className="kern-fieldset" aria-describedby={described || undefined}>
      <legend className="kern-label">{legend}</legend>
      {hint && (
        <div className="kern-hint" id={`${id}-h`}>
          {hint}
        </div>
      )}
      <div className="kern-fieldset__body">
        {options.map((option) => (
          <div className="kern-form-check" key={option.value}>
            <input
              type="radio"
              className="kern-form-check__radio"
              id={`${id}-${option.value}`}
              name={`${name}-${id}`}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <label className="kern-label" htmlFor={`${id}-${option.value}`}>
              {option.label}
            </label>
          </div>
        ))}
      </div>
      {error && (
        <p className="kern-error" id={`${id}-e`}>
          <span className="kern-body">{error}</span>
        </p>
      )}
    </fieldset>
  );
}
