import { useQuery } from "@tanstack/react-query";
import { rest } from "@/api/request";
import { DEFAULT_EXIT } from "@/shared/leave";

/** `GET /api/v1/web/settings`: what the operator has chosen for the pages. No personal data. */
export interface Settings {
  readonly instanceId: string;
  readonly name: string;
  readonly titleSuffix: string;
  readonly exitUrl: string;
  readonly languages: readonly string[];
  readonly draftNotice: boolean;
  readonly funder: string | null;
  /** The operator's own texts in the tiny Markdown subset; null while nobody has written them. */
  readonly texts: Readonly<Record<"imprint" | "privacy" | "accessibility", string | null>>;
  readonly version: string;
}

/** What the page goes by until the settings have arrived, and when they do not. */
const UNTIL_THEN = { name: "MV-Netz", titleSuffix: "MV-Netz", exitUrl: DEFAULT_EXIT.url } as const;

export function useSettingsQuery() {
  return useQuery({
    queryKey: ["settings"],
    queryFn: ({ signal }) => rest<Settings>("GET", "/api/v1/web/settings", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useSettings(): Pick<Settings, "name" | "titleSuffix" | "exitUrl"> & Partial<Settings> {
  return useSettingsQuery().data ?? UNTIL_THEN;
}
