import type { ReactNode } from "react";

interface Props {
  /** The whole name, said instead of what is shown. */
  name: ReactNode;
  children: ReactNode;
}

/** Few words to see, the whole name to hear. It is text and no `aria-label`: German in it is spoken as German. */
export const Named = ({ name, children }: Props) => (
  <>
    <span aria-hidden="true">{children}</span>
    <span className="kern-sr-only">{name}</span>
  </>
);
