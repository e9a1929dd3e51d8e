import { createRootRouteWithContext, Outlet, retainSearchParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { PublicPage } from "@/features/shell/PublicPage";
import { PublicShell } from "@/features/shell/PublicShell";
import { isLanguage, type Language, T, type Translator, useVoice } from "@/i18n";
import { Going } from "@/ui/Going";
import { PageLink } from "@/ui/PageLink";

interface RootSearch {
  /** The language chosen; it tells nothing about the matter and so may stay in the address. */
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
  const { sprache } = Route.useSearch();
  const { language, speak } = useVoice();
  useEffect(() => {
    if (sprache && sprache !== language) void speak(sprache);
  }, [sprache, language, speak]);
  return (
    <PublicShell>
      <Going />
      <Outlet />
    </PublicShell>
  );
}

function Missing() {
  return (
    <PublicPage page="missing" heading={<T id="core.missing.heading" />} lead={<T id="core.missing.text" />}>
      <div className="sn-actions">
        <PageLink page="home" look="primary">
          <T id="core.missing.home" />
        </PageLink>
      </div>
    </PublicPage>
  );
}
