import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type Document, request } from "@/api/request";
import { type FragmentType, readFragment } from "@/gql/referral/fragment-masking";
import { Case_ReferralFragmentDoc } from "@/gql/referral/graphql";
import { type Case, caseKey } from "./queries";

interface Payload {
  readonly referral?: FragmentType<typeof Case_ReferralFragmentDoc> | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly current?: FragmentType<typeof Case_ReferralFragmentDoc> | null;
  }[];
}

/** A refusal in words of the server; `conflict` where somebody else was faster. */
export class ActRefused extends Error {
  override readonly name = "ActRefused";
  readonly conflict: boolean;

  constructor(message: string, conflict: boolean) {
    super(message);
    this.conflict = conflict;
  }
}

export interface Act {
  readonly run: (idempotencyKey: string) => Promise<unknown>;
  /** Same key, same act, same sealed bytes: for a repeated try. */
  readonly idempotencyKey: string;
}

/** An act prepared once: repeating it sends the very same variables under the very same key. */
export function actOf<Variables>(document: Document<unknown, Variables>, variables: Variables): Act {
  return {
    run: (idempotencyKey) => request(document, variables, { idempotencyKey }),
    idempotencyKey: crypto.randomUUID(),
  };
}

/** Runs acts on a case and shows the case as it is afterwards, whoever was faster. */
export function useAct(id: string) {
  const client = useQueryClient();
  const show = (referral: FragmentType<typeof Case_ReferralFragmentDoc>) =>
    client.setQueryData<Case | null>(caseKey(id), readFragment(Case_ReferralFragmentDoc, referral));
  return useMutation({
    mutationFn: async ({ run, idempotencyKey }: Act) => {
      const data = await run(idempotencyKey);
      const payload = Object.values(data as Record<string, Payload>)[0];
      if (!payload) throw new Error("an answer without payload");
      const refusal = payload.userErrors[0];
      if (refusal) {
        if (refusal.current) show(refusal.current);
        throw new ActRefused(refusal.message, refusal.code === "VERSION_CONFLICT");
      }
      if (payload.referral) show(payload.referral);
      await client.invalidateQueries({ queryKey: ["referrals"] });
    },
    gcTime: 0,
  });
}
