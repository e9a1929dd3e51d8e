import { CoSignCloseReferralDocument, WithdrawReferralDocument } from "@/gql/referral/graphql";
import { T } from "@/i18n";
import type { ActionFormProps } from "./ActionForm";
import { actOf } from "./act";
import { useContents } from "./contents";
import { FormFrame } from "./FormFrame";

/* Steps that ask for nothing, but cannot be taken back: what happens is said, and done at the second press. */

/** Takes back what was sent; it cannot be sent again. */
export function WithdrawForm({ referral, busy, onAct }: ActionFormProps) {
  const { id, version: expectedVersion } = referral;
  return (
    <FormFrame
      title={<T id="referral.confirm.withdraw" />}
      submit={<T id="referral.confirm.withdrawGo" />}
      busy={busy}
      onSubmit={() => onAct(actOf(WithdrawReferralDocument, { id, expectedVersion }))}
    >
      <p>
        <T id="referral.confirm.withdrawText" />
      </p>
    </FormFrame>
  );
}

/** Agrees as the second person to the closing of a report. */
export function CoSignForm({ referral, busy, onAct }: ActionFormProps) {
  const unread = useContents(referral.id) === null;
  const { id, version: expectedVersion } = referral;
  return (
    <FormFrame
      title={<T id="referral.confirm.coSign" />}
      submit={<T id="referral.confirm.coSignGo" />}
      busy={busy}
      onSubmit={() => onAct(actOf(CoSignCloseReferralDocument, { id, expectedVersion }))}
    >
      <p>
        <T id="referral.confirm.coSignText" />
      </p>
      {unread && (
        <p>
          <strong>
            <T id="referral.confirm.unread" />
          </strong>
        </p>
      )}
    </FormFrame>
  );
}
