import { DISTRICT_NAMES, DISTRICTS, MAP_BOX } from "@/geo/districts";
import { T, useVoice } from "@/i18n";
import { German } from "@/ui/Content";

interface Props {
  chosen: string | null;
  /** Number of offers per district key; null while it is not known. */
  counts: Readonly<Record<string, number>> | null;
  onChoose: (district: string | null) => void;
}

/**
 * The map is a picture of a filter. The real control is the list of buttons below it, which is its legend too; the
 * shapes can be pressed by pointer and are hidden from assistive technology.
 */
export default function DistrictMap({ chosen, counts, onChoose }: Props) {
  const { t } = useVoice();
  const toggle = (key: string) => onChoose(key === chosen ? null : key);
  return (
    <>
      <figure className="sn-section sn-figure">
        <svg className="sn-map" viewBox={MAP_BOX} aria-hidden="true" focusable="false">
          {DISTRICTS.map((shape) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the buttons below are the control for all others
            <g
              key={shape.key}
              className={shape.key === chosen ? "sn-map__chosen" : undefined}
              onClick={() => toggle(shape.key)}
            >
              <path d={shape.path} />
              <text x={shape.labelX} y={shape.labelY}>
                {shape.label}
              </text>
            </g>
          ))}
        </svg>
        <figcaption className="sn-muted">
          <T id="find.mapNote" />
        </figcaption>
      </figure>
      <ul className="sn-districts" aria-label={t("find.districts")}>
        <li>
          <button type="button" className="sn-district" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
            <T id="find.wholeState" />
          </button>
        </li>
        {Object.entries(DISTRICT_NAMES).map(([key, name]) => (
          <li key={key}>
            <button type="button" className="sn-district" aria-pressed={key === chosen} onClick={() => toggle(key)}>
              <German>{name}</German>
              {counts && (
                <span className="sn-district__count">
                  <span aria-hidden="true">{counts[key] ?? 0}</span>
                  <span className="kern-sr-only">
                    {" "}
                    <T id="find.count" values={{ count: counts[key] ?? 0 }} />
                  </span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
