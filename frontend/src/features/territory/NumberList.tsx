import { type FragmentType, readFragment } from "@/gql/public/fragment-masking";
import { ResponsibleNumber_NumberFragmentDoc } from "@/gql/public/graphql";
import { T } from "@/i18n";
import { CallLink } from "@/ui/CallLink";
import { Content } from "@/ui/Content";
import { OpenBadge } from "@/ui/OpenBadge";
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
          <li key={`${number.href}-${number.purpose}-${number.source?.date ?? ""}`}>
            <p>
              <strong>
                <Content of={number.name} />
              </strong>
              {number.purposeText.value !== number.name.value && (
                <>
                  {" · "}
                  <Content of={number.purposeText} />
                </>
              )}
            </p>
            <CallLink
              display={number.display}
              href={number.href}
              of={number.name.value}
              quiet={number.openNow.state !== "OPEN"}
            />
            <OpenBadge opening={number.openNow} />
            <p className="sn-muted">
              {!number.confirmed && (
                <>
                  <T id="worry.notConfirmed" />
                  {number.source && " · "}
                </>
              )}
              {number.source && <Source of={number.source} />}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
