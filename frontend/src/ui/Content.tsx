import type { ReactNode } from "react";

/** Text written by people, with the language it is really in. */
export interface LocalizedText {
  readonly lang: string;
  readonly value: string;
}

export const Content = ({ of }: { of: LocalizedText }) => (
  <span lang={of.lang} dir="auto">
    {of.value}
  </span>
);

/** What our data hold in German alone and without saying so: names of districts, titles of sources. */
export const German = ({ children }: { children: ReactNode }) => (
  <span lang="de" dir="ltr">
    {children}
  </span>
);
