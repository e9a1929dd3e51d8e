import type { ReactNode } from "react";
import { T } from "@/i18n";
import { Button } from "@/ui/Button";

interface Props<Row> {
  /** Id of the list, so that the summary of errors can lead to it. */
  id: string;
  rows: readonly Row[];
  /** What "add" appends. */
  fresh: Row;
  /** Names a row for who cannot see where its button stands. */
  nameOf: (row: Row, index: number) => string;
  addLabel: ReactNode;
  removeLabel: (name: string) => string;
  empty: ReactNode;
  error?: string | undefined;
  /** Short controls: four of them beside one another. */
  tight?: boolean;
  onChange: (rows: readonly Row[]) => void;
  children: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
}

/** A list of like things to fill in: each row with its way out, one more at the end. */
export function Rows<Row>({
  id,
  rows,
  fresh,
  nameOf,
  addLabel,
  removeLabel,
  empty,
  error,
  tight = false,
  onChange,
  children,
}: Props<Row>) {
  const set = (index: number) => (change: Partial<Row>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  return (
    <div className={tight ? "sn-rows sn-rows--tight" : "sn-rows"} id={id} tabIndex={-1}>
      {rows.length === 0 && <p className="sn-muted">{empty}</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: every control of a row shows what the form holds
        <fieldset className="sn-row" key={index}>
          <legend className="kern-sr-only">{nameOf(row, index)}</legend>
          {children(row, set(index))}
          <Button
            look="tertiary"
            aria-label={removeLabel(nameOf(row, index))}
            onClick={() => onChange(rows.filter((_row, at) => at !== index))}
          >
            <T id="entries.form.remove" />
          </Button>
        </fieldset>
      ))}
      {error && (
        <p className="kern-error">
          <span className="kern-body">{error}</span>
        </p>
      )}
      <div className="sn-actions">
        <Button onClick={() => onChange([...rows, fresh])}>{addLabel}</Button>
      </div>
    </div>
  );
}
