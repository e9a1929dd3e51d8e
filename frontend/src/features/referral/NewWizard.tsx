import { useMemo } from "react";
import { berlinDay } from "@/shared/time";
import { Wizard } from "./Wizard";
import { emptyValues, type WrittenKind } from "./writeValues";

/** An empty sheet under an id of its own; the id is random, a time-ordered one would show the minute of writing. */
export function NewWizard({ kind }: { kind: WrittenKind }) {
  const start = useMemo(() => ({ id: crypto.randomUUID(), initial: emptyValues(kind, berlinDay(new Date())) }), [kind]);
  return <Wizard key={start.id} id={start.id} initial={start.initial} />;
}
