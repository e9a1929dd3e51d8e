import { Icon } from "./Icon";

export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
}

/** Chosen filters, each with its way out. */
export function Chips({ label, chips }: { label: string; chips: readonly Chip[] }) {
  if (chips.length === 0) return null;
  return (
    <ul className="sn-chips" aria-label={label}>
      {chips.map((chip) => (
        <li key={chip.key}>
          <button type="button" className="sn-chip" aria-label={chip.removeLabel} onClick={chip.onRemove}>
            <span>{chip.label}</span>
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
