import type { ReactNode } from "react";

export interface Column<Row> {
  readonly key: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly numeric?: boolean;
}

interface Props<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

/** A list of like things; on a narrow screen each row stands as a block, every cell under its head. */
export function Table<Row>({ caption, columns, rows, keyOf }: Props<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="kern-table-responsive" aria-label={caption} tabIndex={0}>
      <table className="kern-table">
        <caption className="kern-sr-only">{caption}</caption>
        <thead className="kern-table__header">
          <tr className="kern-table__row">
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.numeric ? "kern-table__header--numeric" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {rows.map((row) => (
            <tr key={keyOf(row)} className="kern-table__row">
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={column.numeric ? "kern-table__cell kern-table__cell--numeric" : "kern-table__cell"}
                >
                  <span className="sn-cell__head">{column.head}</span>
                  <span>{column.cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
