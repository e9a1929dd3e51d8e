import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import de from "@/i18n/locales/intern/de.json";
import en from "@/i18n/locales/intern/en.json";
import { DECLINE_REASONS, FAIL_REASONS, gatesOf, HOLD_REASONS, OUTCOMES, REPORTING_PROFESSIONS } from "./codes";

interface Machine {
  states: { name: string }[];
  codes: {
    gates: Record<string, string[]>;
    senderProfession: string[];
    decline: Record<string, string[]>;
    fail: Record<string, string[]>;
    outcome: Record<string, string[]>;
    hold: string[];
  };
}
const machine = JSON.parse(
  readFileSync(join(import.meta.dirname, "../../../../data/referral/referral_state_machine.json"), "utf8"),
) as Machine;

test("reasons and outcomes are those of the state machine", () => {
  expect(DECLINE_REASONS.HELP_REFERRAL).toEqual(machine.codes.decline.HELP_REFERRAL);
  expect(FAIL_REASONS.HELP_REFERRAL).toEqual(machine.codes.fail.HELP_REFERRAL);
  expect(OUTCOMES.HELP_REFERRAL).toEqual(machine.codes.outcome.HELP_REFERRAL);
  expect(OUTCOMES.SUSPICION_REPORT).toEqual(machine.codes.outcome.SUSPICION_REPORT);
  expect([...HOLD_REASONS, "CONSENT_REVOKED"]).toEqual(machine.codes.hold);
});

test("a suspicion report can be neither declined nor failed", () => {
  expect(DECLINE_REASONS.SUSPICION_REPORT).toBeUndefined();
  expect(FAIL_REASONS.SUSPICION_REPORT).toBeUndefined();
});

test("every profession has a gate of the kind, and urgent danger is for health professions alone", () => {
  const gates = machine.codes.gates.SUSPICION_REPORT;
  for (const profession of REPORTING_PROFESSIONS) {
    expect(machine.codes.senderProfession).toContain(profession);
    expect(gatesOf(profession).length).toBeGreaterThan(0);
    for (const gate of gatesOf(profession)) expect(gates).toContain(gate);
    expect(gatesOf(profession).includes("KKG4_3_URGENT")).toBe(profession === "KKG4_1_NR1");
  }
});

test.each([
  ["German", de],
  ["English", en],
])("%s has a word for every state, gate, reason and outcome", (_language, catalogue) => {
  const { states, gates, declines, fails, outcomes, holds } = catalogue.referral;
  expect(Object.keys(states).sort()).toEqual(machine.states.map(({ name }) => name).sort());
  const meant = REPORTING_PROFESSIONS.flatMap(gatesOf);
  for (const gate of meant) expect(catalogue.write.gates).toHaveProperty(gate);
  for (const gate of ["CONSENT", ...(machine.codes.gates.SUSPICION_REPORT ?? [])]) expect(gates).toHaveProperty(gate);
  for (const code of machine.codes.decline.HELP_REFERRAL ?? []) expect(declines).toHaveProperty(code);
  for (const code of machine.codes.fail.HELP_REFERRAL ?? []) expect(fails).toHaveProperty(code);
  for (const code of machine.codes.outcome.HELP_REFERRAL ?? []) expect(outcomes).toHaveProperty(code);
  for (const code of machine.codes.hold) expect(holds).toHaveProperty(code);
});
