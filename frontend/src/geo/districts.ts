/**
 * Our own schematic drawing of the eight districts and cities, made for this project; not to scale and no source of
 * anything: the map is a picture of a filter. Districts are data: a key without a shape simply has none.
 */
export interface DistrictShape {
  /** Official key (AGS), the name of the district in every filter. */
  readonly key: string;
  /** Short map label; full names come from the server or the list beside the map. */
  readonly label: string;
  /** Path in the box of `MAP_BOX`. */
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

export const MAP_BOX = "0 0 410 225";

export const DISTRICTS: readonly DistrictShape[] = [
  {
    key: "13074",
    label: "NWM",
    path: "M25 118 50 100 80 106 96 114 112 97 124 92 134 106 130 132 112 142H84v14H40L24 140z",
    labelX: 72,
    labelY: 130,
  },
  {
    key: "13076",
    label: "LUP",
    path: "M40 156H84v6h20V142h8l18-10 10 18 20 2 26 8 4 16-8 20-32 8-22 10-38 4-30-8-26-10L12 182l12-18z",
    labelX: 104,
    labelY: 190,
  },
  {
    key: "13072",
    label: "LRO",
    path: "M124 92 152 74l2 12 12 6 14-8 4-16 20-6 10 18 22 16 2 16-12 8-4 16-16 14-20 10-26-8-20-2-10-18 4-26z",
    labelX: 184,
    labelY: 124,
  },
  {
    key: "13071",
    label: "MSE",
    path: "M238 112l14-12 10-8v16l14 14 22 10 20 8 8 20 10 16 8 18-14 12-30 4-38 2-30-8-26 4-24-12 8-20-4-16 20-10 16-14 4-16z",
    labelX: 258,
    labelY: 170,
  },
  {
    key: "13073",
    label: "VR",
    path: "M204 62l10-16 24-8 18 6 12 16 18 12-2 12-22 8-10 8-14 12-2-16-22-16zM262 40l6-18 18-8 14-8 14 8-4 10 20 10 2 18-14 10-18 4-18-8-12-6z",
    labelX: 240,
    labelY: 74,
  },
  {
    key: "13075",
    label: "VG",
    path: "M286 72l20 6 12 8 16-2 8 16 12 16 12 8 8 8 18 10 4 18-6 36-22 4-24-6-8-18-10-16-8-20-20-8-22-10-14-14V92l22-8zM338 74l14 8 20 16 26 20 2 14-20-4-14-12-14-12-6-14z",
    labelX: 322,
    labelY: 116,
  },
  { key: "13003", label: "HRO", path: "M152 74l8-8 24 2-4 16-14 8-12-6z", labelX: 167, labelY: 82 },
  { key: "13004", label: "SN", path: "M84 142h20v20H84z", labelX: 94, labelY: 156 },
];

/** Official names, always in full: "Rostock" alone names two places. Used until the server's list has arrived. */
export const DISTRICT_NAMES: Readonly<Record<string, string>> = {
  "13003": "Hanse- und Universitätsstadt Rostock",
  "13004": "Landeshauptstadt Schwerin",
  "13071": "Landkreis Mecklenburgische Seenplatte",
  "13072": "Landkreis Rostock",
  "13073": "Landkreis Vorpommern-Rügen",
  "13074": "Landkreis Nordwestmecklenburg",
  "13075": "Landkreis Vorpommern-Greifswald",
  "13076": "Landkreis Ludwigslust-Parchim",
};
