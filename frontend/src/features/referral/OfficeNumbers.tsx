import { type ReactNode, useMemo } from "react";
import { NumberList } from "@/features/territory/NumberList";
import { useResponsible, type Where } from "@/features/territory/queries";
import type { ReferralKind } from "@/gql/referral/graphql";
import { T, useVoice } from "@/i18n";
import { HOTLINE } from "@/shared/lines";
import { CallLink } from "@/ui/CallLink";
import { NumberRow } from "@/ui/NumberRow";
import { Skeleton } from "@/ui/Skeleton";
import type { Destination } from "./queries";

interface Props {
  destination: Destination;
  kind: ReferralKind;
  /** Whether only the first number is in sight, where the body is one of many. */
  short?: boolean;
}

/**
 * The numbers of a body in the order to try: what is known to answer now first, else the hotline. For a report that is
 * the order of who is responsible, with the lines of other bodies that stand in; else the body's own numbers.
 */
export function OfficeNumbers({ destination, kind, short = false }: Props) {
  const { district } = destination.organisation;
  const where = useMemo<Where | null>(
    () =>
      kind === "SUSPICION_REPORT" && district ? { words: district.fullName, place: { district: district.key } } : null,
    [kind, district],
  );
  const { data, isLoading } = useResponsible(where, NO_ANSWERS);
  if (isLoading) return <Skeleton rows={1} />;
  const office = data?.responsible.candidates.find(({ body }) => body.id === destination.id);
  return office && office.numbers.length > 0 ? (
    <Folded numbers={office.numbers} short={short}>
      {(numbers) => <NumberList numbers={numbers} />}
    </Folded>
  ) : (
    <OwnNumbers destination={destination} short={short} />
  );
}

type Phone = Destination["phones"][number];

const NO_ANSWERS = [] as const;

/** A body's own numbers, those that answer now first. Where none is known to, the hotline comes before them. */
function OwnNumbers({ destination, short }: { destination: Destination; short: boolean }) {
  const { t } = useVoice();
  const phones = openFirst(destination.phones);
  const answers = phones[0]?.openNow.state === "OPEN";
  return (
    <>
      {!answers && (
        <p className="sn-calls">
          <CallLink display={HOTLINE.display} href={HOTLINE.href} of={t("core.lines.hotline")} named />
          <T id="core.lines.round" />
        </p>
      )}
      <Folded numbers={phones} short={short && answers}>
        {(numbers) => <PhoneRows phones={numbers} />}
      </Folded>
    </>
  );
}

const PhoneRows = ({ phones }: { phones: readonly Phone[] }) => (
  <ol className="sn-phones">
    {phones.map(({ id, purpose, purposeText, label, display, href, openNow }) => (
      <NumberRow
        key={id}
        name={label ?? purposeText}
        what={purposeText}
        display={display}
        href={href}
        opening={openNow}
        emergency={purpose === "EMERGENCY"}
      />
    ))}
  </ol>
);

interface FoldedProps<N> {
  numbers: readonly N[];
  short: boolean;
  children: (numbers: readonly N[]) => ReactNode;
}

/** The first number in sight, the others one press away. */
function Folded<N>({ numbers, short, children }: FoldedProps<N>) {
  if (numbers.length === 0) return null;
  if (!short || numbers.length === 1) return children(numbers);
  return (
    <>
      {children(numbers.slice(0, 1))}
      <details className="sn-more">
        <summary>
          <T id="write.to.more" values={{ count: numbers.length - 1 }} />
        </summary>
        {children(numbers.slice(1))}
      </details>
    </>
  );
}

/** Stable: among those that answer, and among the others, the order of the body stays. */
const openFirst = (phones: readonly Phone[]): Phone[] =>
  phones.toSorted((one, other) => Number(other.openNow.state === "OPEN") - Number(one.openNow.state === "OPEN"));
