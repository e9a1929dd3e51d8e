/** The three numbers of the bar on every page; the same stand in `index.html`, before any script. */
export const EMERGENCY = { display: "110", href: "tel:110" } as const;
export const RESCUE = { display: "112", href: "tel:112" } as const;
export const HOTLINE = { display: "0800 14 14 007", href: "tel:+498001414007" } as const;
export const CHILDREN = { display: "116 111", href: "tel:116111" } as const;
