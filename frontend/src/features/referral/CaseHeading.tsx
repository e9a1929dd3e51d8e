import { T } from "@/i18n";
import { useCase } from "./queries";

/** A case is named by its reference, never by a person. */
export function CaseHeading({ id }: { id: string }) {
  const { data } = useCase(id);
  return data ? (
    <>
      <T id="referral.case.heading" /> <bdi className="sn-reference">{data.reference}</bdi>
    </>
  ) : (
    <T id="referral.case.heading" />
  );
}
