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
