import type { ReactNode, Ref } from "react";

const LOOK = {
  info: { box: "kern-alert kern-alert--info", icon: "kern-icon kern-icon--info" },
  success: { box: "kern-alert kern-alert--success", icon: "kern-icon kern-icon--success" },
  warning: { box: "kern-alert kern-alert--warning", icon: "kern-icon kern-icon--warning" },
  danger: { box: "kern-alert kern-alert--danger", icon: "kern-icon kern-icon--danger" },
} as const;

interface Props {
  look?: keyof typeof LOOK;
  title: ReactNode;
  /** `alert` interrupts: only for failures that follow an act of the person. */
  role?: "alert" | "status";
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
  tabIndex?: number;
}

export function Alert({ look = "info", title, role, children, ref, tabIndex }: Props) {
  return (
    <div className={LOOK[look].box} role={role} ref={ref} tabIndex={tabIndex}>
      <div className="kern-alert__header">
        <span className={LOOK[look].icon} aria-hidden="true" />
        <span className="kern-title">{title}</span>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  );
}
