import { expect, test } from "vitest";
import { generateKey } from "@/crypto";
import { readEnrolment, writeEnrolment } from "./enrol";

const MEMBER = "1ead0000-0000-4000-8000-000000000011";

async function enrolment() {
  const pair = async (alg: "ES256" | "ECDH-ES+A256KW") => {
    const { kid, publicJwk: jwk } = (await generateKey(alg)).held;
    return { kid, jwk };
  };
  return { member: MEMBER, sig: await pair("ES256"), enc: await pair("ECDH-ES+A256KW") };
}

test("what a member copies is what a holder reads, broken lines of a mail included", async () => {
  const given = await enrolment();
  const line = writeEnrolment(given);
  expect(await readEnrolment(line.replace(/(.{40})/g, "$1\n"))).toEqual(given);
});

test("a line with a changed symbol is no enrolment of the same keys", async () => {
  const given = await enrolment();
  const line = writeEnrolment(given);
  const at = line.length - 20;
  const other = line.slice(0, at) + (line[at] === "A" ? "B" : "A") + line.slice(at + 1);
  expect(await readEnrolment(other)).not.toEqual(given);
});

test("other texts are refused", async () => {
  expect(await readEnrolment("")).toBeNull();
  expect(await readEnrolment("SNK1.e30")).toBeNull();
  expect(await readEnrolment("Guten Tag")).toBeNull();
});
