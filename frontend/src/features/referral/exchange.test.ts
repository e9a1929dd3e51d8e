// @vitest-environment node
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { recipientsOf, sealSubmission } from "@/crypto";
import {
  EDUCATOR,
  KITA,
  LEAD,
  NOW,
  OFFICE,
  type Organisation,
  REFERRAL,
  REPORT,
  ROUTING,
  type World,
  world,
} from "@/crypto/testing/world";
import { ring } from "@/features/keys/ring";
import { openAll } from "./contents";
import type { Case } from "./queries";
import { recipientsFor, sealLater } from "./sealing";

/* The two ends of one case with real keys; only the way to the published keys is short-circuited. */
let here: World;
vi.mock("@/features/keys/trust", () => ({
  trustOrStop: (id: string) => Promise.resolve(id === OFFICE ? here.office.trusted : here.kita.trusted),
}));

beforeAll(async () => {
  here = await world(NOW);
});

const asMember = (organisation: Organisation, member: string) => {
  const found = organisation.members.find(({ id }) => id === member);
  if (!found) throw new Error("no such member");
  ring.unlock({
    organisation: organisation.id,
    member,
    keys: found.keys,
    epochs: [{ epoch: 1, oek: organisation.epoch.oek, osk: null }],
  });
};
const asOffice = () => asMember(here.office, LEAD);
const asKita = () => asMember(here.kita, EDUCATOR);

let sealed: Awaited<ReturnType<typeof sealSubmission>>;
beforeEach(async () => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
  sealed ??= await sealSubmission({
    routing: ROUTING,
    parts: [{ id: "22222222-2222-4222-8222-222222222222", role: "report", body: REPORT }],
    manifestId: "33333333-3333-4333-8333-333333333333",
    at: NOW,
    author: here.kita.members[0]?.keys.sig ?? null,
    recipients: recipientsOf(here.office.trusted, { now: NOW, ownCopy: here.kita.trusted.current.oek }),
  });
  return () => vi.useRealTimers();
});

type Later = { id: string; jwe: string; role: string };
const referral = (direction: Case["direction"], later: Later[] = []): Case =>
  ({
    id: REFERRAL,
    kind: "SUSPICION_REPORT",
    direction,
    flags: [],
    createdAt: NOW.toISOString(),
    senderOrganisation: { id: KITA },
    destination: { id: OFFICE },
    envelope: JSON.stringify(sealed.envelope),
    parts: later.map(({ id, role }) => ({ id, role, at: NOW.toISOString() })),
  }) as unknown as Case;

const read = (direction: Case["direction"], later: Later[] = []) =>
  openAll(referral(direction, later), [...sealed.parts.map(({ id, jwe }) => ({ id, jwe, role: "report" })), ...later], {
    sender: here.kita.trusted,
    recipient: here.office.trusted,
  });

test("the office reads the report, and the sender reads the own copy", async () => {
  asOffice();
  expect((await read("RECEIVED")).submission.parts[0]?.body).toEqual(REPORT);
  asKita();
  expect((await read("SENT")).submission.parts[0]?.body).toEqual(REPORT);
});

test("a message of either end opens at both, and says from where it came", async () => {
  asOffice();
  const body = { text: "Wann haben Sie es gesehen?", kind: "question" } as const;
  const question = await sealLater({ referral: referral("RECEIVED"), role: "message", body, to: "other" });
  asKita();
  const reply = { text: "Heute früh.", kind: "message" } as const;
  const answer = await sealLater({ referral: referral("SENT"), role: "message", body: reply, to: "other" });
  const later = [question, answer].map((part) => ({ ...part, role: "message" }));
  for (const [act, direction] of [
    [asOffice, "RECEIVED"],
    [asKita, "SENT"],
  ] as const) {
    act();
    const { messages } = await read(direction, later);
    expect(messages.map(({ from, body: text }) => [from, text?.text])).toEqual([
      ["recipient", body.text],
      ["sender", reply.text],
    ]);
  }
});

test("the three facts open at the sender; what the family was told does not", async () => {
  asOffice();
  const facts = { signsConfirmed: true, acted: true, stillActing: false };
  const note = { familyInformedOfFeedback: true } as const;
  const one = referral("RECEIVED");
  const feedback = await sealLater({ referral: one, role: "feedback", body: facts, to: "other" });
  const decision = await sealLater({ referral: one, role: "decision", body: note, to: "self" });
  const later = [
    { ...feedback, role: "feedback" },
    { ...decision, role: "decision" },
  ];
  expect((await read("RECEIVED", later)).decisions[0]?.body).toEqual(note);
  asKita();
  const atSender = await read("SENT", later);
  expect(atSender.feedback[0]?.body).toEqual(facts);
  expect(atSender.decisions[0]?.body).toBeNull();
});

test("a part moved under another id is not shown", async () => {
  asOffice();
  const body = { text: "verschoben", kind: "message" } as const;
  const part = await sealLater({ referral: referral("RECEIVED"), role: "message", body, to: "other" });
  const moved = { id: "99999999-9999-4999-8999-999999999999", jwe: part.jwe, role: "message" };
  expect((await read("RECEIVED", [moved])).messages[0]?.body).toBeNull();
});

test("a locked ring seals nothing", async () => {
  ring.lock("person");
  const body = { text: "x", kind: "message" } as const;
  await expect(sealLater({ referral: referral("SENT"), role: "message", body, to: "other" })).rejects.toMatchObject({
    code: "ring_locked",
  });
});

test("the own copy comes last and never twice", () => {
  const { office, kita } = here;
  const kids = recipientsFor(office.trusted, kita.trusted, false).map(({ kid }) => kid);
  expect(kids).toEqual([office.trusted.current.oek.kid, kita.trusted.current.oek.kid]);
  expect(recipientsFor(office.trusted, office.trusted, true)).toHaveLength(1);
});
