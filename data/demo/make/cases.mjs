// One referral on the stage: sealed, sent, fetched, opened, acknowledged, worked on, as the pages do it.

export class Referral {
  constructor({ lib, stage, from, to, sender, kind, gate, profession, urgency, topic, ageBand, flags, predecessor }) {
    Object.assign(this, { lib, stage, from, to, sender, kind });
    this.id = crypto.randomUUID();
    this.routing = {
      id: this.id,
      kind,
      gate,
      destination: to.id,
      senderOrganisation: from.id,
      senderProfession: profession,
      urgency,
      ...(topic ? { topic } : {}),
      ...(ageBand ? { ageBand } : {}),
      flags: flags ?? [],
      destinationEpoch: 1,
      predecessor: predecessor?.id ?? null,
      replyKey: null,
    };
  }

  /** Seals and sends `parts`, `[role, body]` each. */
  async send(at, parts) {
    const { lib, from, to, sender, routing } = this;
    const { envelope, parts: sealed } = await lib.sealSubmission({
      routing,
      parts: parts.map(([role, body]) => ({ id: crypto.randomUUID(), role, body })),
      manifestId: crypto.randomUUID(),
      at: new Date(at),
      author: from.pen(sender),
      recipients: [to.oek, from.oek],
    });
    this.envelope = envelope;
    this.sealed = sealed.map(({ id, jwe }) => ({ id, jwe }));
    this.stage.act(sender, at, { send: { referral: this.id, envelope: JSON.stringify(envelope), parts: this.sealed } });
    this.sentAt = at;
  }

  /** Fetches and opens everything, as the office's page does. */
  async open(as, at) {
    const { lib, from, to, envelope, sealed, sentAt } = this;
    const authors = (kid) => from.signer(kid);
    this.opened = await lib.openSubmission(envelope, sealed, [to.epoch.oek], authors, new Date(sentAt));
    this.stage.act(as, at, { read: { referral: this.id, parts: sealed.map(({ id }) => id) } });
  }

  /** Signs the receipt over what was opened. */
  async acknowledge(as, at) {
    const { lib, from, to, opened } = this;
    const { authenticationTags, plainDigests } = opened;
    const facts = {
      referral: this.id,
      recipient: to.id,
      sender: from.id,
      authenticationTags,
      plainDigests,
      epoch: 1,
    };
    const receipt = await lib.makeReceipt(facts, crypto.randomUUID(), new Date(at), to.pen(as));
    this.stage.act(as, at, { acknowledge: { referral: this.id, receipt } });
  }

  /** A step that needs no sealing, such as `accept` or `hold`. */
  step(as, at, name, more = {}) {
    this.stage.act(as, at, { [name]: { referral: this.id, ...more } });
  }

  /** Words to the other end, with a copy for one's own house. */
  async write(as, at, text) {
    this.stage.act(as, at, {
      message: { referral: this.id, part: await this.#later(as, at, "message", { text, kind: "message" }) },
    });
  }

  /** The three facts of § 4 (4) KKG. */
  async giveFeedback(as, at, body) {
    this.stage.act(as, at, {
      feedback: { referral: this.id, part: await this.#later(as, at, "feedback", body) },
    });
  }

  /** A no with a reason and words for the sender. */
  async decline(as, at, reason, text) {
    const decision = await this.#later(as, at, "decision", { text });
    this.step(as, at, "decline", { reason, decision });
  }

  async #later(as, at, role, body) {
    const { lib, from, to } = this;
    const ofSender = from.members.has(as);
    const [own, other] = ofSender ? [from, to] : [to, from];
    const { id, jwe } = await lib.sealPart({
      context: {
        ref: this.id,
        part: crypto.randomUUID(),
        role,
        kind: this.kind,
        to: other.id,
        dir: ofSender ? "to_recipient" : "to_sender",
        epoch: 1,
      },
      body,
      at: new Date(at),
      author: own.pen(as),
      recipients: [other.oek, own.oek],
    });
    return { id, jwe };
  }
}
