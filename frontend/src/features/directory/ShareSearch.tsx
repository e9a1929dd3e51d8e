import { lazy, Suspense, useState } from "react";
import { T } from "@/i18n";
import { Button } from "@/ui/Button";
import type { Search } from "./search";

const ShareDialog = lazy(() => import("./ShareDialog"));

/** Makes a link only when asked to; what that needs is fetched only then. */
export function ShareSearch({ search }: { search: Search }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="tertiary" icon="share" onClick={() => setOpen(true)}>
        <T id="find.share.button" />
      </Button>
      {open && (
        <Suspense>
          <ShareDialog search={search} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
