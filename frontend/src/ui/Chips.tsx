import type { ReactNode } from "react";
import { Icon } from "./Icon";
import { Named } from "./Named";

export interface Chip {
  readonly key: string;
  readonly label: ReactNode;
  readonly removeLabel: ReactNode;
  readonly onRemove: () => void;
}

/** Chosen filters, each with its way out. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className="sn-chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="sn-chip" onClick={chip.onRemove}>
            <Named name={chip.removeLabel}>{chip.label}</Named>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
