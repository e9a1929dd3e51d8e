import type { ReactNode } from "react";
import { T, useVoice } from "@/i18n";
import { Content } from "@/ui/Content";
import { PageLink } from "@/ui/PageLink";
import type { Row } from "./queries";

/** A case in a list of Today: its reference, which leads there, the body at the other end, and what is to be said of it. */
export function CaseLine({ row, children }: { row: Row; children: ReactNode }) {
  const { t } = useVoice();
  const other = row.direction === "RECEIVED" ? row.senderOrganisation : row.destination;
  return (
    <li>
      <div>
        <PageLink page="case" params={{ id: row.id }} label={t("referral.list.openOf", { reference: row.reference })}>
          <bdi className="sn-reference">{row.reference}</bdi>
        </PageLink>{" "}
        {other ? <Content of={other.name} /> : <T id="referral.list.noOrganisation" />}
      </div>
      <div>{children}</div>
    </li>
  );
}
