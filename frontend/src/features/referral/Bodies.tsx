import type { ReactNode } from "react";
import { bodyOf, type ConsentBody, type HelpBody, type ReportBody } from "@/crypto";
import { type MessageId, T, useVoice } from "@/i18n";
import { formatWritten } from "@/shared/time";
import { Facts } from "@/ui/Facts";
import { HandLine } from "./HandLine";
import { givenConsent, helpBodies, reportBodies } from "./writeBodies";
import type { WriteValues } from "./writeValues";

interface Part {
  readonly id: string;
  readonly role: string;
  readonly body: unknown;
}

/** What an opened submission says, part by part. */
export function Bodies({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ id, role, body }) => {
    if (role === "report") return <Report key={id} body={bodyOf("report", body)} />;
    if (role === "help") return <Help key={id} body={bodyOf("help", body)} />;
    if (role === "consent") return <Basis key={id} body={bodyOf("consent", body)} />;
    return null;
  });
}

/** What oneself is about to send or to print. On paper a gap that the receiver needs filled becomes a line to write on. */
export function OwnBodies({ values, paper }: { values: WriteValues; paper: boolean }) {
  if (values.kind === "SUSPICION_REPORT") {
    const [report, basis] = reportBodies(values);
    return (
      <>
        <Report body={report} />
        <Basis body={basis} />
      </>
    );
  }
  const [help, consent] = helpBodies(values);
  return (
    <>
      <Help body={help} paper={paper} />
      <Basis body={consent} paper={paper} />
    </>
  );
}

interface Line {
  readonly id: MessageId;
  readonly value: ReactNode;
  /** Without it the receiver cannot go on. */
  readonly needed?: boolean;
}

/** Only what was said; an empty answer is left out rather than shown as known. */
function Lines({ lines, paper = false }: { lines: readonly Line[]; paper?: boolean }) {
  const said = lines
    .map((line) => (paper && line.needed && !line.value ? { ...line, value: <HandLine /> } : line))
    .filter(({ value }) => value !== undefined && value !== "" && value !== null);
  return (
    <Facts
      facts={said.map(({ id, value }) => ({
        key: id,
        term: <T id={id} />,
        value: typeof value === "string" ? <Words text={value} /> : value,
      }))}
    />
  );
}

const Words = ({ text }: { text: string }) => (
  <span className="sn-text" dir="auto">
    {text}
  </span>
);

/** A day as it was written down. */
function Written({ day }: { day: string }) {
  const { language } = useVoice();
  return <bdi>{formatWritten(day, language)}</bdi>;
}

const written = (day: string | undefined) => (day ? <Written day={day} /> : "");

function Report({ body }: { body: ReportBody }) {
  const { child, reporter } = body;
  return (
    <section className="sn-card">
      <h3>
        <T id="write.report.child" />
      </h3>
      <Lines
        lines={[
          { id: "write.child.givenName", value: child.givenName },
          { id: "write.child.familyName", value: child.familyName },
          { id: "write.child.birthDate", value: written(child.birthDate ?? child.birthMonth) },
          { id: "write.child.address", value: child.address },
          { id: "write.child.institution", value: child.institution },
          { id: "write.child.whereabouts", value: child.whereabouts },
        ]}
      />
      <h3>
        <T id="write.report.observations" />
      </h3>
      <ul className="sn-stack">
        {body.observations.map(({ at, seenBy, kind, text }) => (
          <li key={`${at}${seenBy}${text}`}>
            <span className="sn-muted">
              <Written day={at} />
              {seenBy && ` · ${seenBy}`} · <T id={`write.observation.kinds.${kind}`} />
            </span>
            <br />
            <Words text={text} />
          </li>
        ))}
      </ul>
      <Lines
        lines={[
          {
            id: "write.report.signs",
            value: (body.dangerSigns.length > 0 && <Codes group="signs" codes={body.dangerSigns} />) || "",
          },
          {
            id: "write.report.source",
            value: (body.sourceOfDanger.length > 0 && <Codes group="sources" codes={body.sourceOfDanger} />) || "",
          },
          { id: "write.report.persons", value: body.persons.map(personLine).join("\n") },
          { id: "write.report.soFar", value: body.soFar },
          { id: "write.report.urgencyReason", value: body.urgencyReason },
        ]}
      />
      <h3>
        <T id="write.reporter.title" />
      </h3>
      <Lines
        lines={[
          { id: "write.reporter.function", value: reporter.function },
          { id: "write.reporter.name", value: reporter.name },
          { id: "write.reporter.contact", value: reporter.contact },
          {
            id: "write.report.identity",
            value: <T id={body.identityProtected ? "write.report.identityYes" : "write.report.identityNo"} />,
          },
        ]}
      />
    </section>
  );
}

const personLine = ({ role, name, contact, note }: ReportBody["persons"][number]): string =>
  [role, name, contact, note].filter(Boolean).join(", ");

function Codes({ group, codes }: { group: "signs" | "sources"; codes: readonly string[] }) {
  return (
    <ul className="sn-tags">
      {codes.map((code) => (
        <li key={code}>
          <T id={`write.${group}.${code}` as MessageId} />
        </li>
      ))}
    </ul>
  );
}

function Help({ body, paper = false }: { body: HelpBody; paper?: boolean }) {
  const { person, contact } = body;
  return (
    <section className="sn-card">
      <h3>
        <T id="write.help.person" />
      </h3>
      <Lines
        paper={paper}
        lines={[
          { id: "write.help.name", value: person.name, needed: true },
          { id: "write.child.birthDate", value: written(person.birthDate ?? person.birthMonth) },
          { id: "write.help.wish", value: body.wish, needed: true },
          { id: "write.help.tried", value: body.tried },
          { id: "write.help.how", value: contact.how && <T id={`write.help.hows.${contact.how}`} />, needed: true },
          { id: "write.help.reach", value: person.address, needed: true },
          { id: "write.help.when", value: contact.when },
          { id: "write.help.coverWord", value: contact.coverWord },
          { id: "write.help.never", value: contact.never.join("\n") },
        ]}
      />
    </section>
  );
}

function Basis({ body, paper = false }: { body: ConsentBody; paper?: boolean }) {
  const { informed } = body;
  const one = (who: "parents" | "child" | "management") => {
    const said = informed?.[who];
    return said ? (
      <>
        <T id={said.yes === undefined ? "write.unanswered" : said.yes ? "write.yes" : "write.no"} />
        {said.why && (
          <>
            , <T id={`write.reasons.${said.why}`} />
          </>
        )}{" "}
        {said.text && <Words text={said.text} />}
      </>
    ) : (
      ""
    );
  };
  const given = givenConsent(body);
  // A legal basis beside which nothing was said is in the head of the case already.
  if (Object.keys(body).length === 1) return null;
  return (
    <section className="sn-card">
      <h3>
        <T id={given ? "write.consent.title" : "write.basis.title"} />
      </h3>
      <Lines
        paper={paper}
        lines={[
          { id: "write.consent.scope", value: given?.scope.join("\n"), needed: true },
          {
            id: "write.consent.subject",
            value: given?.subject && <T id={`write.consent.subjects.${given.subject}`} />,
            needed: true,
          },
          { id: "write.consent.givenBy", value: given?.givenBy.join("\n"), needed: true },
          {
            id: "write.consent.form",
            value: given?.form && <T id={`write.consent.forms.${given.form}`} />,
            needed: true,
          },
          { id: "write.consent.at", value: written(given?.at), needed: true },
          { id: "write.informed.parents", value: one("parents") },
          { id: "write.informed.child", value: one("child") },
          { id: "write.informed.management", value: one("management") },
          {
            id: "write.insofa",
            value: body.insofaConsulted === undefined ? "" : <T id={body.insofaConsulted ? "write.yes" : "write.no"} />,
          },
          { id: "write.guideNote", value: body.guideNote },
        ]}
      />
    </section>
  );
}
