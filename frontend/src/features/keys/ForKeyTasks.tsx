import type { ReactNode } from "react";
import { useViewer } from "@/features/identity/viewer";
import { T } from "@/i18n";
import { Empty } from "@/ui/Empty";
import { Skeleton } from "@/ui/Skeleton";
import { usesKeys } from "./standing";

/** Shows what only people with keys have to do with; everybody else is told that their tasks need none. */
export function ForKeyTasks({ children }: { children: ReactNode }) {
  const { data: viewer } = useViewer();
  if (!viewer) return <Skeleton rows={2} />;
  return usesKeys(viewer.can) ? children : <Unneeded />;
}

const Unneeded = () => (
  <Empty title={<T id="lock.missing.unneeded" />}>
    <p>
      <T id="lock.missing.unneededText" />
    </p>
  </Empty>
);
