import type { ReferralAction } from "@/gql/referral/graphql";
import { AssignForm } from "./AssignForm";
import type { Act } from "./act";
import { CoSignForm, WithdrawForm } from "./ConfirmForms";
import { DeclineForm } from "./DeclineForm";
import { FeedbackForm } from "./FeedbackForm";
import { HoldForm } from "./HoldForm";
import { OtherChannelForm } from "./OtherChannelForm";
import type { Case } from "./queries";
import { CompleteForm, FailForm } from "./ReasonForms";
import { RedirectForm } from "./RedirectForm";

export interface ActionFormProps {
  readonly referral: Case;
  readonly busy: boolean;
  readonly onAct: (act: Act) => void;
}

/** Actions that ask for something, or ask again because they cannot be taken back. */
const FORMS = {
  ASSIGN: AssignForm,
  DECLINE: DeclineForm,
  REDIRECT: RedirectForm,
  HOLD: HoldForm,
  FAIL: FailForm,
  COMPLETE: CompleteForm,
  FEEDBACK: FeedbackForm,
  CONFIRM_OTHER_CHANNEL: OtherChannelForm,
  WITHDRAW: WithdrawForm,
  CO_SIGN_CLOSE: CoSignForm,
} as const;

export type FormAction = keyof typeof FORMS;
export const isFormAction = (action: ReferralAction): action is FormAction => action in FORMS;

export function ActionForm({ action, ...props }: ActionFormProps & { action: FormAction }) {
  const Form = FORMS[action];
  return <Form {...props} />;
}
