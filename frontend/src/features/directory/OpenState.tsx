import { type FragmentType, readFragment } from "@/gql/find/fragment-masking";
import { OpenBadge_OpenNowFragmentDoc } from "@/gql/find/graphql";
import { T } from "@/i18n";
import { CallLink } from "@/ui/CallLink";
import { Content } from "@/ui/Content";
import { OpenBadge } from "@/ui/OpenBadge";

interface Props {
  of: FragmentType<typeof OpenBadge_OpenNowFragmentDoc>;
  /** Offers what is known to answer now, where this does not. */
  instead?: boolean;
}

export function OpenState({ of, instead = false }: Props) {
  const opening = readFragment(OpenBadge_OpenNowFragmentDoc, of);
  return (
    <>
      <OpenBadge opening={opening} />
      {instead && opening.instead.length > 0 && (
        <div className="sn-section">
          <p>
            <strong>
              <T id="offer.instead" />
            </strong>
          </p>
          <div className="sn-actions">
            {opening.instead.map((number) => (
              <CallLink
                key={number.href}
                display={number.display}
                href={number.href}
                of={<Content of={number.name} />}
                named
                quiet
              />
            ))}
          </div>
        </div>
      )}
    </>
  );
}
