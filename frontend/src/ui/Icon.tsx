const PATHS = {
  phone:
    "M6.6 3.5 9 3l1.8 4.4-2 1.7c1 2.3 2.8 4.1 5.1 5.1l1.8-2L20 14l-.5 2.6c-.2 1.2-1.3 2-2.5 1.9C10.4 18 5 12.6 4.6 6c0-1.2.8-2.3 2-2.5z",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  arrow: "M5 12h13M13 6l6 6-6 6",
  back: "M19 12H6M11 6l-6 6 6 6",
  close: "M6 6l12 12M18 6 6 18",
  menu: "M4 7h16M4 12h16M4 17h16",
  away: "M9 5H5v14h14v-4M14 4h6v6M20 4l-9 9",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  share: "M12 15V4M8 7l4-4 4 4M5 12v8h14v-8",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside words; it says nothing by itself, so assistive technology does not hear it. */
export const Drawing = ({ path }: { path: string }) => (
  <svg className="sn-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

export const Icon = ({ name }: { name: IconName }) => <Drawing path={PATHS[name]} />;
