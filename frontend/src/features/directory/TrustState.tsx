import { type FragmentType, readFragment } from "@/gql/find/fragment-masking";
import { TrustLine_TrustFragmentDoc } from "@/gql/find/graphql";
import { TrustLine } from "@/ui/TrustLine";

export const TrustState = ({ of }: { of: FragmentType<typeof TrustLine_TrustFragmentDoc> }) => (
  <TrustLine trust={readFragment(TrustLine_TrustFragmentDoc, of)} />
);
