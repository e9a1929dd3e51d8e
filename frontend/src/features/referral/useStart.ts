import { useCallback, useEffect, useState } from "react";
import { ring } from "@/features/keys/ring";
import { emptyValues, type WriteValues } from "./writeValues";

/** What a wizard starts with once it was opened. Locking empties this copy; the wizard seals and blanks its own. */
export function useStart() {
  const [start, setStart] = useState<WriteValues | null>(null);
  const begin = useCallback((values: WriteValues) => setStart((before) => before ?? values), []);
  useEffect(() => ring.onLock(() => setStart((values) => values && emptyValues(values.kind, ""))), []);
  return { start, begin };
}
