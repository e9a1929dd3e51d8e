import { useQuery } from "@tanstack/react-query";
import { rest } from "@/api/request";

/** One source of data and the notice its licence asks for. */
export interface Attribution {
  readonly source: string;
  readonly notice: string;
  readonly licence: string;
  readonly licenceUrl: string | null;
  readonly url: string | null;
}

export function useAttributions() {
  return useQuery({
    queryKey: ["attributions"],
    queryFn: ({ signal }) => rest<{ items: Attribution[] }>("GET", "/api/v1/attributions", { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The notices that must be shown even when the server cannot be reached. */
export const BUNDLED_ATTRIBUTIONS: readonly Attribution[] = [
  {
    source: "Bundesamt für Kartographie und Geodäsie, VG5000, Stand 01.01.2021",
    notice: "© GeoBasis-DE / BKG 2021 (Daten verändert)",
    licence: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
    licenceUrl: "https://www.govdata.de/dl-de/by-2-0",
    url: "http://www.bkg.bund.de",
  },
  {
    source: "GeoNames, Postleitzahlen (in der Umwandlung von zauberware/postal-codes-json-xml-csv)",
    notice: "Postleitzahlen: GeoNames, auf Mecklenburg-Vorpommern gefiltert und um Gemeindeschlüssel ergänzt",
    licence: "Creative Commons Namensnennung 4.0",
    licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
    url: "https://www.geonames.org/",
  },
  {
    source: "Human Services Data Specification",
    notice: "Human Services Data Specification: an Open Referral resource (https://openreferral.org/)",
    licence: "Creative Commons Namensnennung – Weitergabe unter gleichen Bedingungen 4.0",
    licenceUrl: "https://creativecommons.org/licenses/by-sa/4.0/",
    url: "https://openreferral.org/",
  },
  {
    source: "Öffentliche Angaben der Einrichtungen",
    notice: "Tatsachen über öffentliche Einrichtungen, jede mit Quelle und Datum",
    licence: "Tatsachen, kein Schutz beansprucht",
    licenceUrl: null,
    url: null,
  },
];
