import type { ReactNode } from "react";
import type { MessageId } from "@/i18n";
import type { PublicPageKey } from "@/shared/pages";
import { Page } from "@/ui/Page";
import { usePageTitle } from "./usePageTitle";

interface Props {
  page: PublicPageKey | "missing";
  heading: ReactNode;
  lead?: ReactNode;
  width?: "text" | "wide";
  children: ReactNode;
}

/** A page for help seekers with its neutral title. */
export function PublicPage({ page, ...rest }: Props) {
  const title = usePageTitle(`core.title.${page}` satisfies MessageId);
  return <Page {...rest} title={title} />;
}
