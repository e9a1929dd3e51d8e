import { useQuery } from "@tanstack/react-query";
import { rest } from "@/api/request";

/** One source of data and the notice its licence asks for. */
export interface Attribution {
  readonly what: string;
  readonly publisher: string;
  readonly url: string | null;
  readonly asOf: string | null;
  readonly licence: string;
  readonly licenceUrl: string | null;
  readonly notice: string | null;
  readonly noticeUrl: string | null;
  /** What we changed, where the licence wants it said. */
  readonly changes: string | null;
}

export function useAttributions() {
  return useQuery({
    queryKey: ["attributions"],
    queryFn: ({ signal }) => rest<Attribution[]>("GET", "/api/v1/attributions", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The notices that must be shown even when the server cannot be reached. */
export const BUNDLED_ATTRIBUTIONS: readonly Attribution[] = [
  {
    what: "Gemeinden und Kreise von Mecklenburg-Vorpommern",
    publisher: "Bundesamt für Kartographie und Geodäsie (BKG), VG5000",
    url: "https://www.bkg.bund.de",
    asOf: "2021-01-01",
    licence: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    licenceUrl: "https://www.govdata.de/dl-de/by-2-0",
    notice: "© GeoBasis-DE / BKG 2021 (Daten verändert)",
    noticeUrl: "http://www.bkg.bund.de",
    changes: "Auf Mecklenburg-Vorpommern beschränkt, gerundet und um Namen und Verwaltungssitze ergänzt.",
  },
  {
    what: "Postleitzahlen und ihre Orte",
    publisher: "GeoNames, in der Umwandlung von zauberware/postal-codes-json-xml-csv",
    url: "https://www.geonames.org/",
    asOf: null,
    licence: "Creative Commons Namensnennung 4.0 International (CC BY 4.0)",
    licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
    notice: null,
    noticeUrl: null,
    changes: "Auf Mecklenburg-Vorpommern beschränkt und um Gemeindeschlüssel ergänzt.",
  },
];
