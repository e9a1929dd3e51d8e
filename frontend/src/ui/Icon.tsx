const PATHS = {
  phone:
    "M6.6 3.5 9 3l1.8 4.4-2 1.7c1 2.3 2.8 4.1 5.1 5.1l1.8-2L20 14l-.5 2.6c-.2 1.2-1.3 2-2.5 1.9C10.4 18 5 12.6 4.6 6c0-1.2.8-2.3 2-2.5z",
  mail: "M4 6h16v12H4zM4 7l8 6 8-6",
  chat: "M4 5h16v11H10l-4 4v-4H4z",
  arrow: "M5 12h13M13 6l6 6-6 6",
  back: "M19 12H6M11 6l-6 6 6 6",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5 13l4 4L19 7",
  menu: "M4 7h16M4 12h16M4 17h16",
  place: "M12 21s-6-6-6-11a6 6 0 0 1 12 0c0 5-6 11-6 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2",
  away: "M9 5H5v14h14v-4M14 4h6v6M20 4l-9 9",
  heart: "M12 20s-7.5-4.6-7.5-10A4.2 4.2 0 0 1 12 7.4 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 10-7.5 10z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3.6-6.5 8-6.5s8 2.5 8 6.5",
  desk: "M4 8h16v11H4zM9 8V5h6v3M4 13h16",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4.5 4.5",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  share: "M12 15V4M8 7l4-4 4 4M5 12v8h14v-8",
  shield: "M12 3l8 3v6c0 4.5-3.4 7.6-8 9-4.6-1.4-8-4.5-8-9V6z",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside words; it says nothing by itself, so assistive technology does not hear it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="sn-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
