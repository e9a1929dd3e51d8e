import type { ReactNode } from "react";
import { useVoice } from "@/i18n";
import { Footer } from "./Footer";
import { Header } from "./Header";
import { HelplineBar } from "./HelplineBar";
import { Notices } from "./Notices";
import { QuickExit } from "./QuickExit";

/** What surrounds every page for help seekers; the exit comes first. */
export function PublicShell({ children }: { children: ReactNode }) {
  const { t } = useVoice();
  return (
    <>
      <a className="sn-skip" href="#inhalt">
        {t("core.skip")}
      </a>
      <QuickExit />
      <Header />
      <HelplineBar />
      <Notices />
      <main id="inhalt" className="sn-main sn-wrap" tabIndex={-1}>
        {children}
      </main>
      <Footer />
    </>
  );
}
