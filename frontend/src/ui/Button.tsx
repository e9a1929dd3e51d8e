import type { ComponentProps, MouseEvent, ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

/** Class names are spelled out: the purge of unused rules reads words. */
export const LOOK = {
  primary: "kern-btn kern-btn--primary",
  secondary: "kern-btn kern-btn--secondary",
  tertiary: "kern-btn kern-btn--tertiary",
} as const;
export type Look = keyof typeof LOOK;

interface Face {
  look?: Look;
  icon?: IconName;
  children: ReactNode;
}

export function ButtonFace({ icon, children }: Omit<Face, "look">) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </>
  );
}

interface Pressed {
  /** Whether what it started is still at work: seen, said, and not started again. */
  busy?: boolean;
}

const drop = (event: MouseEvent) => event.preventDefault();

/** A press while it is busy does nothing, nor does Enter in the form it belongs to. */
export function Button({
  look = "secondary",
  icon,
  children,
  type = "button",
  busy = false,
  ...rest
}: Face & Pressed & ComponentProps<"button">) {
  const state = busy ? { "aria-disabled": true, "aria-busy": true, onClick: drop } : {};
  return (
    <button {...rest} {...state} type={type} className={LOOK[look]}>
      <ButtonFace {...(icon ? { icon } : {})}>{children}</ButtonFace>
    </button>
  );
}

/** A link that looks like a button: for addresses outside this page (`tel:`, `mailto:`, other websites). */
export function ButtonLink({ look = "secondary", icon, children, ...rest }: Face & ComponentProps<"a">) {
  return (
    <a {...rest} className={LOOK[look]}>
      <ButtonFace {...(icon ? { icon } : {})}>{children}</ButtonFace>
    </a>
  );
}
