// @vitest-environment node
import { beforeAll, describe, expect, it } from "vitest";
import { type Anchors, builtInAnchors, readAnchors } from "./anchors";
import { firstAnnouncement, nextAnnouncement } from "./announcements";
import { certify } from "./certificates";
import { endorse } from "./endorsements";
import { keyFingerprint, voiceFingerprint } from "./fingerprint";
import { certifyMember, rotateOrganisation } from "./founding";
import { generateKey, type HeldKey } from "./keys";
import {
  codeOf,
  daysLater,
  INSTANCE,
  KITA,
  LEAD,
  type Member,
  member,
  NOW,
  OFFICE,
  VERIFIER,
  WORKER,
  type World,
  world,
} from "./testing/world";
import {
  certificateAt,
  type PublishedKeys,
  recipientsOf,
  requireTrusted,
  signersOf,
  type TrustQuestion,
  verifyOrganisation,
} from "./trust";

let here: World;
let founder: Member;
const YEAR = daysLater(360);

beforeAll(async () => {
  here = await world();
  founder = here.office.members[0] as Member;
});

const ask = async (published: Partial<PublishedKeys>, change: Partial<TrustQuestion> = {}) => {
  const answer = await verifyOrganisation({
    organisation: OFFICE,
    instanceId: INSTANCE,
    anchors: here.anchors,
    published: { ...here.office.published, ...published },
    now: NOW,
    ...change,
  });
  return answer.trusted ? "trusted" : answer.code;
};
const newId = () => crypto.randomUUID();
const fresh = async () => (await generateKey("ES256")).held;
const freshOek = async () => (await generateKey("ECDH-ES+A256KW")).publicJwk;
const link = () => here.office.epoch.announcement;
const vouch = (key: HeldKey, change: Partial<Parameters<typeof endorse>[0]> = {}) =>
  endorse(
    { issuer: VERIFIER, organisation: OFFICE, osk: here.office.epoch.osk.kid, method: "visit", at: NOW, ...change },
    key,
  );

describe("an organisation with an intact chain", () => {
  it("is trusted, and names who verified it", () => {
    expect(here.office.trusted.verifiedBy).toBe("Geschäftsstelle");
    expect(here.office.trusted.current.oek.kid).toBe(here.office.epoch.oek.kid);
    expect(here.office.trusted.certificates.map(({ subject, keyRole }) => [subject, keyRole])).toEqual([
      [LEAD, "holder"],
      [WORKER, "reader"],
    ]);
  });
});

it("needs nobody's word for the verifying body itself: its first key is the anchor, under its own instance only", async () => {
  const { kid: thumbprint, publicJwk: jwk } = here.office.epoch.osk;
  const anchors = { [INSTANCE]: [{ name: "Prüfstelle", thumbprint, jwk }] };
  expect(await ask({ endorsements: [] }, { anchors })).toBe("trusted");
  expect(await ask({ endorsements: [] }, { anchors, instanceId: "other" })).toBe("no_endorsement");
});

it("is asked about in either spelling that the API gives ids", async () => {
  const organisation = `org_${OFFICE.replaceAll("-", "")}`;
  expect(await ask({}, { organisation })).toBe("trusted");
});

describe("a red stop", () => {
  it("without any endorsement", async () => {
    expect(await ask({ endorsements: [] })).toBe("no_endorsement");
    expect(await ask({ endorsements: ["not.a.token"] })).toBe("no_endorsement");
  });

  it("when the demo's body vouches on another instance", async () => {
    const demo = await fresh();
    const anchors: Anchors = {
      ...here.anchors,
      demo: [{ name: "Übungsstelle", thumbprint: demo.kid, jwk: demo.publicJwk }],
    };
    const published = { endorsements: [await vouch(demo)] };
    expect(await ask(published, { anchors })).toBe("foreign_anchor");
    expect(await ask(published, { anchors, instanceId: "demo" })).toBe("trusted");
    expect(await ask({}, { anchors, instanceId: "demo" })).toBe("foreign_anchor");
    expect(await ask({}, { anchors, instanceId: "toString" })).toBe("foreign_anchor");
  });

  it("when only a stranger vouches", async () => {
    expect(await ask({ endorsements: [await vouch(await fresh())] })).toBe("unknown_signer");
  });

  it("when the endorsement is for another organisation, another key, or was altered", async () => {
    const altered = (await vouch(here.verifier)).replace(/.{4}$/u, "AAAA");
    const others = [
      await vouch(here.verifier, { organisation: KITA }),
      await vouch(here.verifier, { issuer: OFFICE }),
      await vouch(here.verifier, { osk: here.kita.epoch.osk.kid }),
      altered,
    ];
    for (const endorsement of others) expect(await ask({ endorsements: [endorsement] })).toBe("no_endorsement");
    expect(await ask({ endorsements: [...others, await vouch(here.verifier)] })).toBe("trusted");
  });

  it("when the chain is missing, belongs to somebody else or was altered", async () => {
    expect(await ask({ announcements: [] })).toBe("broken_chain");
    expect(await ask({ announcements: here.kita.published.announcements })).toBe("broken_chain");
    const [header, , signature] = link().announcement.split(".");
    const [, payload] = (here.kita.published.announcements[0]?.announcement ?? "").split(".");
    const spliced = `${header}.${payload}.${signature}`;
    expect(await ask({ announcements: [{ announcement: spliced, proof: null }] })).toBe("broken_chain");
  });

  it("when a new key was not signed by the old one: the swapped key", async () => {
    const osk = await fresh();
    const input = {
      organisation: OFFICE,
      epoch: 2,
      oek: await freshOek(),
      osk,
      at: daysLater(1),
      notAfter: daysLater(300),
    };
    const swapped = await nextAnnouncement(input, link(), osk);
    expect(await ask({ announcements: [link(), { ...swapped, proof: null }] })).toBe("broken_chain");
    expect(await ask({ announcements: [link(), swapped] })).toBe("broken_chain");
    const replaced = await firstAnnouncement({ ...input, epoch: 1 });
    expect(await ask({ announcements: [replaced] })).toBe("no_endorsement");
  });

  it("when a link skips an epoch, forgets its proof, or goes back in time", async () => {
    const osk = await fresh();
    const next = async (change: object) =>
      nextAnnouncement(
        {
          organisation: OFFICE,
          epoch: 2,
          oek: await freshOek(),
          osk,
          at: daysLater(1),
          notAfter: daysLater(300),
          ...change,
        },
        link(),
        here.office.epoch.osk,
      );
    const good = await next({});
    expect(await ask({ announcements: [link(), good], certificates: [] })).toBe("trusted");
    const own = { organisation: OFFICE, epoch: 1, oek: here.office.epoch.oek.publicJwk, osk: here.office.epoch.osk };
    const sibling = await firstAnnouncement({ ...own, at: NOW, notAfter: daysLater(10) });
    const input = { organisation: OFFICE, epoch: 2, oek: await freshOek(), osk: here.office.epoch.osk };
    const dates = { at: daysLater(1), notAfter: daysLater(300) };
    const misnamed: HeldKey = { ...here.office.epoch.osk, kid: osk.kid };
    const bad = [
      await nextAnnouncement({ ...input, ...dates }, sibling, here.office.epoch.osk),
      { ...(await nextAnnouncement({ ...input, ...dates }, link(), misnamed)), proof: null },
      await next({ epoch: 3 }),
      await next({ oek: here.office.epoch.oek.publicJwk }),
      await next({ at: daysLater(-1) }),
      await next({ notAfter: daysLater(1) }),
      await next({ organisation: KITA }),
      { ...good, proof: null },
      { ...good, proof: (await next({})).proof },
      { announcement: link().announcement, proof: null },
    ];
    for (const fault of bad) expect(await ask({ announcements: [link(), fault] })).toBe("broken_chain");
    expect(await ask({ announcements: [good, link()] })).toBe("broken_chain");
  });

  it("when the chain differs from the one seen earlier in this session", async () => {
    const { pin } = here.office.trusted;
    expect(await ask({}, { pin })).toBe("trusted");
    expect(await ask({}, { pin: { ...pin, digest: "A".repeat(43) } })).toBe("broken_chain");
    expect(await ask({}, { pin: { ...pin, epoch: 2 } })).toBe("broken_chain");
  });

  it("when rotation is so overdue that the announcement has expired", async () => {
    expect(await ask({}, { now: daysLater(401) })).toBe("announcement_expired");
  });

  it("when a certificate comes from an unknown key, was altered, or claims too much", async () => {
    const stranger = await fresh();
    const forged = await certifyMember(OFFICE, founder.keyMember, NOW, newId(), stranger);
    const publish = (certificate: string) => ask({ certificates: [{ certificate, revokedAt: null }] });
    expect(await publish(forged)).toBe("unknown_signer");
    expect(await publish(here.kita.published.certificates[0]?.certificate ?? "")).toBe("unknown_signer");
    const [own] = here.office.published.certificates;
    expect(await publish((own?.certificate ?? "").replace(/.{4}$/u, "AAAA"))).toBe("certificate_invalid");
    expect(await publish("x")).toBe("certificate_invalid");
    const elsewhere = await certifyMember(KITA, founder.keyMember, NOW, newId(), here.office.epoch.osk);
    expect(await publish(elsewhere)).toBe("certificate_invalid");
    const backdated = await certifyMember(OFFICE, founder.keyMember, daysLater(-10), newId(), here.office.epoch.osk);
    expect(await publish(backdated)).toBe("certificate_invalid");
    const { oek, osk } = here.office.trusted.current;
    const { sig, enc } = founder.keyMember;
    for (const keys of [
      { sig, enc: sig },
      { sig: osk, enc },
      { sig, enc: oek },
    ]) {
      const shared = await certifyMember(
        OFFICE,
        { ...founder.keyMember, ...keys },
        NOW,
        newId(),
        here.office.epoch.osk,
      );
      expect(await publish(shared)).toBe("certificate_invalid");
    }
  });
});

describe("a certificate", () => {
  const kid = () => founder.keys.sig.kid;

  it("lasts at most 400 days, and afterwards nobody signs with it", async () => {
    expect(certificateAt(here.office.trusted, kid(), daysLater(399)).subject).toBe(LEAD);
    expect(await codeOf(() => certificateAt(here.office.trusted, kid(), daysLater(400)))).toBe("certificate_expired");
    expect(await codeOf(() => certificateAt(here.office.trusted, kid(), daysLater(-1)))).toBe("certificate_expired");
    const { sig, enc } = founder.keyMember;
    const tooLong = {
      organisation: OFFICE,
      subject: LEAD,
      kind: "member",
      keyRole: "holder",
      sig: sig.jwk,
      enc: enc.jwk,
    } as const;
    const work = () => certify({ ...tooLong, at: NOW, expiresAt: daysLater(401), jti: newId() }, here.office.epoch.osk);
    expect(await codeOf(work)).toBe("certificate_invalid");
  });

  it("ends with removal, while older signatures keep their meaning", async () => {
    const certificates = here.office.published.certificates.map((one) => ({
      ...one,
      revokedAt: daysLater(5).toISOString(),
    }));
    const question = { organisation: OFFICE, instanceId: INSTANCE, anchors: here.anchors, now: NOW };
    const trusted = await requireTrusted({ ...question, published: { ...here.office.published, certificates } });
    expect(signersOf(trusted)(kid(), daysLater(4))).toEqual(founder.keys.sig.publicJwk);
    expect(await codeOf(() => signersOf(trusted)(kid(), daysLater(5)))).toBe("certificate_expired");
  });

  it("is unknown for keys of another organisation", async () => {
    const stranger = here.kita.members[0]?.keys.sig.kid ?? "";
    expect(await codeOf(() => signersOf(here.office.trusted)(stranger, NOW))).toBe("unknown_signer");
  });
});

describe("rotation", () => {
  it("keeps the chain trusted, changes the recipient, and lets a departed member's key certify nobody", async () => {
    const rotated = await rotateOrganisation(
      { organisation: OFFICE, granter: founder, members: [founder.keyMember], sheets: [], at: YEAR, newId },
      { epoch: 1, link: link(), osk: here.office.epoch.osk },
    );
    const late = await certifyMember(
      OFFICE,
      (await member(crypto.randomUUID())).keyMember,
      daysLater(370),
      newId(),
      here.office.epoch.osk,
    );
    const published: PublishedKeys = {
      announcements: [link(), rotated.announcement],
      endorsements: here.office.published.endorsements,
      certificates: [
        ...here.office.published.certificates,
        ...rotated.certificates.map(({ certificate }) => ({ certificate, revokedAt: null })),
      ],
    };
    const question = { organisation: OFFICE, instanceId: INSTANCE, anchors: here.anchors, now: daysLater(370) };
    const trusted = await requireTrusted({ ...question, published, pin: here.office.trusted.pin });
    expect(recipientsOf(trusted, { now: daysLater(370) }).map(({ kid }) => kid)).toEqual([rotated.oek.kid]);
    expect(trusted.chain.map(({ epoch }) => epoch)).toEqual([1, 2]);
    const departed = here.office.members[1]?.keys.sig.kid ?? "";
    expect(signersOf(trusted)(departed, daysLater(10))).toBeDefined();
    expect(await codeOf(() => signersOf(trusted)(departed, daysLater(365)))).toBe("certificate_expired");
    const withLate = {
      ...published,
      certificates: [...published.certificates, { certificate: late, revokedAt: null }],
    };
    expect(await codeOf(() => requireTrusted({ ...question, published: withLate }))).toBe("certificate_invalid");
  });
});

describe("recipients", () => {
  it("are the office's key, its client keys unless restricted, and the sender's copy last", async () => {
    const [sig, enc] = [await generateKey("ES256"), await generateKey("ECDH-ES+A256KW")];
    const claims = {
      organisation: OFFICE,
      subject: crypto.randomUUID(),
      kind: "client",
      keyRole: "client",
      at: NOW,
      jti: newId(),
    } as const;
    const certificate = await certify(
      { ...claims, sig: sig.publicJwk, enc: enc.publicJwk, expiresAt: daysLater(30) },
      here.office.epoch.osk,
    );
    const certificates = [...here.office.published.certificates, { certificate, revokedAt: null }];
    const question = { organisation: OFFICE, instanceId: INSTANCE, anchors: here.anchors, now: NOW };
    const trusted = await requireTrusted({ ...question, published: { ...here.office.published, certificates } });
    const kids = (options: Parameters<typeof recipientsOf>[1]) => recipientsOf(trusted, options).map(({ kid }) => kid);
    const ownCopy = here.kita.trusted.current.oek;
    const oek = here.office.epoch.oek.kid;
    expect(kids({ now: NOW, ownCopy })).toEqual([oek, enc.kid, ownCopy.kid]);
    expect(kids({ now: NOW, ownCopy, restricted: true })).toEqual([oek, ownCopy.kid]);
    expect(kids({ now: daysLater(31), ownCopy })).toEqual([oek, ownCopy.kid]);
    expect(kids({ now: daysLater(31), ownCopy: trusted.current.oek })).toEqual([oek]);
  });
});

describe("anchors", () => {
  it("are read at build time, and every thumbprint must be that of its key", async () => {
    expect(Object.keys(await builtInAnchors())).toContain("demo");
    const key = await fresh();
    const entry = { name: "x", thumbprint: key.kid, jwk: { ...key.publicJwk } };
    expect((await readAnchors({ mv: [entry] })).mv).toHaveLength(1);
    for (const fault of [{ ...entry, thumbprint: "A".repeat(43) }, { ...entry, more: 1 }, { name: "x" }]) {
      expect(await codeOf(() => readAnchors({ mv: [fault] }))).toBe("key_invalid");
    }
  });
});

it("gives a fingerprint to read out that changes with either key", async () => {
  const [one, two] = [founder.keys, (await member(crypto.randomUUID())).keys];
  const groups = await voiceFingerprint(one.sig.publicJwk, one.enc.publicJwk);
  expect(groups).toHaveLength(8);
  expect(groups.join("")).toMatch(/^[0-9A-HJKMNP-TV-Z]{32}$/u);
  expect(await voiceFingerprint(two.sig.publicJwk, one.enc.publicJwk)).not.toEqual(groups);
  expect(await voiceFingerprint(one.sig.publicJwk, two.enc.publicJwk)).not.toEqual(groups);
  expect(await voiceFingerprint(one.enc.publicJwk, one.sig.publicJwk)).not.toEqual(groups);
});

it("gives the fingerprint of a signing key in eight groups of four, out of its thumbprint alone", async () => {
  const { kid } = (await generateKey("ES256")).held;
  expect(keyFingerprint(kid).map((group) => group.length)).toEqual([4, 4, 4, 4, 4, 4, 4, 4]);
  expect(keyFingerprint("A".repeat(43))).toEqual(Array(8).fill("0000"));
  expect(keyFingerprint((await generateKey("ES256")).held.kid)).not.toEqual(keyFingerprint(kid));
});
