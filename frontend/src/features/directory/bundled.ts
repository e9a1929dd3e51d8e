import { HOTLINE } from "@/shared/lines";

/** A helpline that comes with the page, for the moment before the server answers and for the day it does not. */
export interface BundledLine {
  readonly key: string;
  readonly name: string;
  readonly display: string;
  readonly href: string;
  readonly free: boolean | null;
  readonly anonymous: boolean | null;
  /** Hours in words as the source gives them. */
  readonly hours: string;
  readonly alwaysOpen: boolean;
  readonly chat: string | null;
  /** Date of the newest source read, as it stands there. */
  readonly asOf: string;
}

/** When this list was put together. */
export const BUNDLED_ON = "2026-11-22";

/** Public helplines with source and date in `data/network`; lines that always answer stand first. */
export const BUNDLED_LINES: readonly BundledLine[] = [
  {
    key: "kinderschutz-hotline-mv",
    name: "Kinderschutz-Hotline Mecklenburg-Vorpommern",
    ...HOTLINE,
    free: true,
    anonymous: true,
    hours: "rund um die Uhr",
    alwaysOpen: true,
    chat: null,
    asOf: "2023-08-28",
  },
  {
    key: "hilfetelefon-gewalt-gegen-frauen",
    name: "Hilfetelefon Gewalt gegen Frauen",
    display: "116 016",
    href: "tel:116016",
    free: true,
    anonymous: true,
    hours: "rund um die Uhr",
    alwaysOpen: true,
    chat: "https://www.hilfetelefon.de",
    asOf: "2026-11-22",
  },
  {
    key: "telefonseelsorge",
    name: "TelefonSeelsorge",
    display: "0800 111 0 111",
    href: "tel:+498001110111",
    free: true,
    anonymous: null,
    hours: "rund um die Uhr",
    alwaysOpen: true,
    chat: null,
    asOf: "2021-02-09",
  },
  {
    key: "kinder-jugendtelefon",
    name: "Kinder- und Jugendtelefon (Nummer gegen Kummer)",
    display: "116 111",
    href: "tel:116111",
    free: true,
    anonymous: true,
    hours: "Montag bis Samstag 14 bis 20 Uhr; eine Quelle nennt zusätzlich Montag, Mittwoch, Donnerstag 10 bis 12 Uhr",
    alwaysOpen: false,
    chat: "https://www.nummergegenkummer.de",
    asOf: "2023-05-18",
  },
  {
    key: "elterntelefon",
    name: "Elterntelefon (Nummer gegen Kummer)",
    display: "0800 111 0 550",
    href: "tel:+498001110550",
    free: true,
    anonymous: true,
    hours:
      "Montag bis Freitag 9 bis 17 Uhr, Dienstag und Donnerstag bis 19 Uhr; eine ältere Quelle nennt kürzere Zeiten",
    alwaysOpen: false,
    chat: null,
    asOf: "2021-02-09",
  },
  {
    key: "hilfe-telefon-missbrauch",
    name: "Hilfe-Telefon Sexueller Missbrauch",
    display: "0800 22 55 530",
    href: "tel:+498002255530",
    free: true,
    anonymous: true,
    hours: "Montag, Mittwoch, Freitag 9 bis 14 Uhr, Dienstag und Donnerstag 15 bis 20 Uhr",
    alwaysOpen: false,
    chat: "https://www.hilfe-telefon-missbrauch.online",
    asOf: "2024-05-02",
  },
];

/** The contact point as it comes with the page; its hours are known only as a promise. */
export const BUNDLED_CONTACT_POINT = {
  name: "Kontaktstelle Kinderschutz Kont(i)Ki",
  carrier: "Deutscher Kinderschutzbund, Landesverband Mecklenburg-Vorpommern e.V.",
  lines: ["Alexandrinenstraße 2", "19055 Schwerin"],
  display: "0385 4791569",
  href: "tel:+493854791569",
  email: "ksk@dksb-mv.de",
  asOf: "2020-01-15",
} as const;
