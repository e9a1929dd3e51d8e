import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addressOf, type PageKey, pages } from "@/shared/pages";
import { LOOK, type Look } from "./Button";
import { Named } from "./Named";

interface Props {
  page: PageKey;
  params?: Readonly<Record<string, string>>;
  className?: string;
  look?: Look;
  /** The whole name of the link, where the words in sight say too little. */
  label?: ReactNode;
  exact?: boolean;
  onClick?: () => void;
  children: ReactNode;
}

const thisDocument = (): "public" | "intern" =>
  /^\/(?:intern|verwaltung)(?:\/|$)/.test(window.location.pathname) ? "intern" : "public";

/** A link to one of our pages. Between the two documents it is a full page load, which empties the memory. */
export function PageLink({ page, params, className, look, label, exact = false, onClick, children }: Props) {
  const words = label ? <Named name={label}>{children}</Named> : children;
  const face = look ? <span className="kern-label">{words}</span> : words;
  const name = look ? LOOK[look] : className;
  if (pages[page].document !== thisDocument()) {
    return (
      <a href={addressOf(page, params)} className={name} onClick={onClick}>
        {face}
      </a>
    );
  }
  return (
    <Link
      to={pages[page].path}
      params={params ?? {}}
      className={name}
      activeOptions={{ exact, includeSearch: false }}
      onClick={onClick}
    >
      {face}
    </Link>
  );
}
