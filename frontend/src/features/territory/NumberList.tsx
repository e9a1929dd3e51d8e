import { type FragmentType, readFragment } from "@/gql/public/fragment-masking";
import { ResponsibleNumber_NumberFragmentDoc } from "@/gql/public/graphql";
import { T } from "@/i18n";
import { NumberRow } from "@/ui/NumberRow";
import { Source } from "@/ui/Sources";

/** Numbers in the order to try, each with what it is, whether it answers now, and who says so. */
export function NumberList({
  numbers,
}: {
  numbers: readonly FragmentType<typeof ResponsibleNumber_NumberFragmentDoc>[];
}) {
  return (
    <ol className="sn-phones">
      {numbers.map((masked) => {
        const number = readFragment(ResponsibleNumber_NumberFragmentDoc, masked);
        return (
          <NumberRow
            key={`${number.href}-${number.purpose}-${number.source?.date ?? ""}`}
            name={number.name}
            what={number.purposeText}
            display={number.display}
            href={number.href}
            opening={number.openNow}
            emergency={number.purpose === "EMERGENCY"}
          >
            {/* Nobody has to vouch for an emergency call. */}
            {number.purpose !== "EMERGENCY" && (
              <p className="sn-muted">
                {!number.confirmed && (
                  <>
                    <T id="worry.notConfirmed" />
                    {number.source && " · "}
                  </>
                )}
                {number.source && <Source of={number.source} />}
              </p>
            )}
          </NumberRow>
        );
      })}
    </ol>
  );
}
