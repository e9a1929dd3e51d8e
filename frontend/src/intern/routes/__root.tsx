import { createRootRouteWithContext, Outlet, retainSearchParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { Footer } from "@/features/shell/Footer";
import { HelplineBar } from "@/features/shell/HelplineBar";
import { InternPage } from "@/features/shell/InternPage";
import { Notices } from "@/features/shell/Notices";
import { isLanguage, type Language, T, type Translator, useVoice } from "@/i18n";
import { Going } from "@/ui/Going";
import { PageLink } from "@/ui/PageLink";

interface RootSearch {
  sprache?: Language;
}

export const Route = createRootRouteWithContext<{ translator: Translator }>()({
  validateSearch: (search: Record<string, unknown>): RootSearch =>
    isLanguage(search.sprache) ? { sprache: search.sprache } : {},
  search: { middlewares: [retainSearchParams<RootSearch>(["sprache"])] },
  component: Root,
  notFoundComponent: Missing,
});

function Root() {
  const { t, language, speak } = useVoice();
  const { sprache } = Route.useSearch();
  useEffect(() => {
    if (sprache && sprache !== language) void speak(sprache);
  }, [sprache, language, speak]);
  return (
    <>
      <a className="sn-skip" href="#inhalt">
        {t("core.skip")}
      </a>
      <Going />
      <Outlet />
      <Footer />
    </>
  );
}

function Missing() {
  return (
    <>
      <HelplineBar />
      <Notices />
      <main id="inhalt" className="sn-main sn-wrap" tabIndex={-1}>
        <InternPage page="missing" heading={<T id="core.missing.heading" />} lead={<T id="core.missing.text" />}>
          <div className="sn-actions">
            <PageLink page="today" look="primary">
              <T id="core.missing.home" />
            </PageLink>
          </div>
        </InternPage>
      </main>
    </>
  );
}
