import { type FragmentType, readFragment } from "@/gql/public/fragment-masking";
import { Hours_HoursFragmentDoc } from "@/gql/public/graphql";
import { T } from "@/i18n";
import { Content, type LocalizedText } from "@/ui/Content";
import { Source } from "@/ui/Sources";

interface Props {
  hours: readonly FragmentType<typeof Hours_HoursFragmentDoc>[];
  /** What is promised where no times are known. */
  commitment: LocalizedText | null | undefined;
}

/** Hours by channel as they were stated; statements that differ stand side by side, each with its source. */
export function HoursList({ hours, commitment }: Props) {
  if (hours.length === 0) {
    return <p>{commitment ? <Content of={commitment} /> : <T id="offer.noHours" />}</p>;
  }
  return (
    <ul className="sn-phones">
      {hours.map((masked) => {
        const statement = readFragment(Hours_HoursFragmentDoc, masked);
        return (
          <li key={`${statement.channel}-${statement.text.value}-${statement.statedBy?.title ?? ""}`}>
            <p>
              <strong>
                <T id={`offer.channels.${statement.channel}`} />:
              </strong>{" "}
              <Content of={statement.text} />
            </p>
            {statement.note && (
              <p>
                <Content of={statement.note} />
              </p>
            )}
            {statement.statedBy && <Source of={statement.statedBy} />}
          </li>
        );
      })}
    </ul>
  );
}
