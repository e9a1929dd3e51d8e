import type { ReactNode } from "react";
import type { MessageId } from "@/i18n";
import type { InternPageKey } from "@/shared/pages";
import { Page } from "@/ui/Page";
import { usePageTitle } from "./usePageTitle";

interface Props {
  page: InternPageKey | "missing";
  heading: ReactNode;
  lead?: ReactNode;
  width?: "text" | "wide";
  children: ReactNode;
}

/** A page for professionals with its neutral title. */
export function InternPage({ page, ...rest }: Props) {
  const title = usePageTitle(`core.title.${page}` satisfies MessageId);
  return <Page {...rest} title={title} />;
}
