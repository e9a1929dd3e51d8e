import { type FragmentType, readFragment } from "@/gql/public/fragment-masking";
import { PhoneRow_PhoneFragmentDoc } from "@/gql/public/graphql";
import { T } from "@/i18n";
import { CallLink } from "@/ui/CallLink";
import { Content } from "@/ui/Content";
import { Source } from "@/ui/Sources";
import { OpenState } from "./OpenState";

/** Each number with what it is for: a switchboard is never shown as more than that, an emergency number as nobody's own. */
export function PhoneList({ phones }: { phones: readonly FragmentType<typeof PhoneRow_PhoneFragmentDoc>[] }) {
  return (
    <ul className="sn-phones">
      {phones.map((masked) => (
        <PhoneRow key={readFragment(PhoneRow_PhoneFragmentDoc, masked).id} phone={masked} />
      ))}
    </ul>
  );
}

function PhoneRow({ phone: masked }: { phone: FragmentType<typeof PhoneRow_PhoneFragmentDoc> }) {
  const phone = readFragment(PhoneRow_PhoneFragmentDoc, masked);
  const emergency = phone.purpose === "EMERGENCY";
  return (
    <li>
      <p>
        <strong>
          {emergency ? (
            <>
              <T id="core.lines.emergency" /> <bdi>{phone.display}</bdi>
            </>
          ) : (
            <Content of={phone.purposeText} />
          )}
        </strong>
        {phone.label && (
          <>
            {" · "}
            <Content of={phone.label} />
          </>
        )}
      </p>
      <CallLink display={phone.display} href={phone.href} of={<Content of={phone.purposeText} />} />
      {/* The hours are those of the body that names it; nobody has to vouch for an emergency call. */}
      {!emergency && <OpenState of={phone.openNow} />}
      {!emergency && phone.statedBy && <Source of={phone.statedBy} />}
    </li>
  );
}
