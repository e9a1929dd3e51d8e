import { T } from "@/i18n";
import { PageLink } from "@/ui/PageLink";

/** The two sheets a professional begins. */
export const WriteLinks = () => (
  <div className="sn-actions">
    <PageLink page="report" look="primary">
      <T id="core.sheets.report" />
    </PageLink>
    <PageLink page="referralNew" look="secondary">
      <T id="core.sheets.help" />
    </PageLink>
  </div>
);
