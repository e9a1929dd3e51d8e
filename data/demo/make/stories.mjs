// The referrals of the demo: what was sent, by whom, and how far it came. Everybody and everything is invented.
import { consent, discussed, endangers, help, legal, report, tooYoung } from "./bodies.mjs";
import { Referral } from "./cases.mjs";
import { memberId } from "./people.mjs";

const HELP = { kind: "HELP_REFERRAL", gate: "CONSENT", profession: "KKG4_1_NR7" };

/** Puts every referral on the stage, the oldest first. */
export async function tell({ lib, stage, houses }) {
  const house = (name) => houses[`beispiel-${name}`];
  const begin = (fields) => new Referral({ ...fields, lib, stage, from: house(fields.from), to: house(fields.to) });
  await declinedHelp(begin);
  await completedHelp(begin);
  await closedReport(begin);
  await helpInWork(begin);
  await redirectedHelp(begin, house("jugendamt-musterland").id);
  await restingHelp(begin);
  await withdrawnHelp(begin);
  await acknowledgedReport(begin);
  await freshHelp(begin);
  // the newest: the seed takes it as the sign that everything before it is there
  await freshReport(begin);
}

async function declinedHelp(begin) {
  const one = begin({
    ...HELP,
    from: "kita",
    to: "praxis",
    sender: "karla.kita",
    urgency: "NORMAL",
    topic: "HEALTH",
    ageBand: "A3_5",
  });
  await one.send("2026-11-05T09:12:00Z", [
    help({
      name: "Tilda Beispiel-Tanne",
      birthMonth: "2022-03",
      wish: "Tilda spricht wenig. Die Eltern wünschen sich eine Untersuchung des Gehörs.",
      tried: "Gespräch mit den Eltern, Beobachtungsbogen der Kita.",
    }),
    consent("2026-11-04", ["Name und Geburtsmonat", "Beobachtungen zur Sprache"]),
  ]);
  await one.open("petra.praxis", "2026-11-05T10:40:00Z");
  await one.acknowledge("petra.praxis", "2026-11-05T10:44:00Z");
  await one.decline(
    "petra.praxis",
    "2026-11-05T10:52:00Z",
    "NOT_COMPETENT_SUBJECT",
    "Einen Hörtest machen wir nicht. Bitte an eine HNO-Praxis wenden; die Überweisung liegt bei uns bereit.",
  );
}

async function completedHelp(begin) {
  const one = begin({
    ...HELP,
    from: "kontaktstelle",
    to: "praxis",
    sender: "kim.kontakt",
    profession: "KKG4_1_NR6",
    urgency: "SOON",
    topic: "HEALTH",
    ageBand: "A10_13",
  });
  await one.send("2026-11-06T08:30:00Z", [
    help({
      name: "Jonte Beispiel-Birke",
      birthMonth: "2014-07",
      wish: "Jonte klagt seit Wochen über Bauchschmerzen. Er möchte mit einer Ärztin sprechen.",
      tried: "Zwei Gespräche in der Kontaktstelle.",
    }),
    consent("2026-11-06", ["Name", "Beschwerden"]),
  ]);
  await one.open("petra.praxis", "2026-11-06T09:02:00Z");
  await one.acknowledge("petra.praxis", "2026-11-06T09:04:00Z");
  one.step("petra.praxis", "2026-11-06T09:05:00Z", "accept");
  one.step("petra.praxis", "2026-11-06T09:06:00Z", "assign", { member: memberId("petra.praxis") });
  one.step("petra.praxis", "2026-11-09T08:10:00Z", "start");
  await one.write("petra.praxis", "2026-11-09T08:20:00Z", "Termin am Donnerstag um 15 Uhr, gern mit Begleitung.");
  one.step("petra.praxis", "2026-11-12T15:10:00Z", "complete", { outcome: "GOT_HELP" });
}

async function closedReport(begin) {
  const one = begin({
    kind: "SUSPICION_REPORT",
    gate: "KKG4_3",
    profession: "KKG4_1_NR1",
    from: "praxis",
    to: "jugendamt-beispielkreis",
    sender: "petra.praxis",
    urgency: "SOON",
  });
  await one.send("2026-11-13T09:10:00Z", [
    report({
      child: {
        givenName: "Mila",
        familyName: "Beispiel-Ahorn",
        birthDate: "2021-05-17",
        sex: "female",
        address: "Beispielstraße 12, 99993 Beispielstadt",
        whereabouts: "zu Hause bei der Mutter",
      },
      observations: [
        {
          at: "2026-11-13T08:40",
          seenBy: "Petra Praxis-Beispiel",
          kind: "fact",
          text: "Mehrere verschieden alte blaue Flecken an beiden Oberarmen, vermessen und aufgezeichnet.",
        },
        {
          at: "2026-11-13",
          seenBy: "Anmeldung",
          kind: "hearsay",
          text: "Mila sagte im Wartezimmer, sie sei „vom Tisch gefallen, ganz oft“.",
        },
      ],
      dangerSigns: ["PHYSICAL_ABUSE"],
      sourceOfDanger: ["UNKNOWN"],
      soFar: "Gespräch mit der Mutter in der Praxis; sie erklärt die Flecken mit Stürzen.",
      reporter: { name: "Petra Praxis-Beispiel", function: "Kinderärztin", contact: "0000 99001 40" },
    }),
    legal("KKG4_3", { parents: discussed, child: tooYoung }),
  ]);
  await one.open("ines.eingang", "2026-11-13T09:25:00Z");
  await one.acknowledge("ines.eingang", "2026-11-13T09:31:00Z");
  one.step("leo.leitung", "2026-11-13T10:02:00Z", "accept");
  one.step("ines.eingang", "2026-11-13T10:10:00Z", "assign", { member: memberId("frida.fall") });
  one.step("frida.fall", "2026-11-13T10:40:00Z", "start");
  await one.write("petra.praxis", "2026-11-16T07:45:00Z", "Nachtrag: Die Mutter hat den Kontrolltermin abgesagt.");
  one.step("leo.leitung", "2026-11-19T13:20:00Z", "coSignClose");
  one.step("frida.fall", "2026-11-19T14:00:00Z", "complete", { outcome: "PROCESSED" });
  await one.giveFeedback("leo.leitung", "2026-11-19T14:20:00Z", {
    signsConfirmed: true,
    acted: true,
    stillActing: true,
  });
}

async function helpInWork(begin) {
  const one = begin({
    ...HELP,
    from: "schule",
    to: "kontaktstelle",
    sender: "sven.schule",
    urgency: "SOON",
    topic: "FAMILY",
    ageBand: "A6_9",
  });
  await one.send("2026-11-16T12:05:00Z", [
    help({
      name: "Ben Beispiel-Buche",
      birthMonth: "2018-01",
      wish: "Die Mutter sucht Rat nach der Trennung. Ben schläft schlecht und kommt oft zu spät.",
      tried: "Drei Gespräche mit der Klassenleitung.",
    }),
    consent("2026-11-13", ["Name", "Klasse", "Was die Schule beobachtet hat"]),
  ]);
  await one.open("kim.kontakt", "2026-11-16T13:30:00Z");
  await one.acknowledge("kim.kontakt", "2026-11-16T13:33:00Z");
  one.step("kim.kontakt", "2026-11-16T13:40:00Z", "accept");
  one.step("kim.kontakt", "2026-11-16T13:41:00Z", "assign", { member: memberId("kim.kontakt") });
  one.step("kim.kontakt", "2026-11-17T08:00:00Z", "start");
  await one.write("kim.kontakt", "2026-11-17T08:15:00Z", "Passt der Mutter der Freitagvormittag?");
  await one.write("sven.schule", "2026-11-17T10:50:00Z", "Ja, ab 9 Uhr. Sie bringt die kleine Schwester mit.");
}

async function redirectedHelp(begin, musterland) {
  const common = {
    ...HELP,
    from: "praxis",
    sender: "petra.praxis",
    profession: "KKG4_1_NR1",
    urgency: "NORMAL",
    topic: "HOUSING_MONEY",
    ageBand: "A0_2",
  };
  const parts = [
    help({
      name: "Familie Beispiel-Linde",
      birthMonth: "2025-09",
      wish: "Die Wohnung in Musterdorf ist gekündigt. Die Familie sucht Hilfe, bevor das Baby krank wird.",
      tried: "Hinweis auf die Sprechstunde der Gemeinde.",
    }),
    consent("2026-11-17", ["Name", "Anschrift", "Wohnungslage"]),
  ];
  const first = begin({ ...common, to: "kontaktstelle" });
  await first.send("2026-11-17T14:00:00Z", parts);
  await first.open("kim.kontakt", "2026-11-17T14:20:00Z");
  await first.acknowledge("kim.kontakt", "2026-11-17T14:22:00Z");
  first.step("kim.kontakt", "2026-11-17T14:30:00Z", "redirect", { proposedDestination: musterland });
  const anew = begin({ ...common, to: "jugendamt-musterland", predecessor: first });
  await anew.send("2026-11-18T08:05:00Z", parts);
  await anew.open("mia.muster", "2026-11-18T09:00:00Z");
  await anew.acknowledge("mia.muster", "2026-11-18T09:03:00Z");
  anew.step("max.muster", "2026-11-18T09:30:00Z", "accept");
}

async function restingHelp(begin) {
  const one = begin({
    ...HELP,
    from: "schule",
    to: "jugendamt-musterland",
    sender: "sven.schule",
    urgency: "NORMAL",
    topic: "SCHOOL",
    ageBand: "A14_17",
  });
  await one.send("2026-11-18T11:15:00Z", [
    help({
      name: "Alex Beispiel-Kiefer",
      birthMonth: "2011-10",
      wish: "Alex kommt seit den Ferien kaum zur Schule. Der Vater bittet um eine Hilfe zur Erziehung.",
      tried: "Elternabend, Schulsozialarbeit.",
    }),
    consent("2026-11-17", ["Name", "Fehlzeiten"]),
  ]);
  await one.open("mia.muster", "2026-11-18T13:00:00Z");
  await one.acknowledge("mia.muster", "2026-11-18T13:02:00Z");
  one.step("max.muster", "2026-11-18T14:00:00Z", "accept");
  one.step("mia.muster", "2026-11-18T14:05:00Z", "assign", { member: memberId("mia.muster") });
  one.step("mia.muster", "2026-11-19T09:00:00Z", "start");
  one.step("mia.muster", "2026-11-20T09:00:00Z", "hold", { reason: "WAITING_FOR_FAMILY", until: "2026-12-11" });
}

async function withdrawnHelp(begin) {
  const one = begin({
    ...HELP,
    from: "kita",
    to: "kontaktstelle",
    sender: "karla.kita",
    urgency: "NORMAL",
    topic: "FAMILY",
    ageBand: "A3_5",
  });
  await one.send("2026-11-20T10:00:00Z", [
    help({
      name: "Luca Beispiel-Erle",
      birthMonth: "2023-02",
      wish: "Die Eltern möchten über den Umgang nach der Trennung sprechen.",
      tried: "Gespräch in der Kita.",
    }),
    consent("2026-11-19", ["Name"]),
  ]);
  one.step("karla.kita", "2026-11-20T11:30:00Z", "withdraw");
}

async function acknowledgedReport(begin) {
  const one = begin({
    kind: "SUSPICION_REPORT",
    gate: "SGB8A_4",
    profession: "SGB8_PROVIDER",
    from: "kita",
    to: "jugendamt-beispielkreis",
    sender: "karla.kita",
    urgency: "SOON",
    flags: ["do_not_contact_family"],
  });
  await one.send("2026-11-23T13:20:00Z", [
    report({
      child: {
        givenName: "Emil",
        familyName: "Beispiel-Weide",
        birthDate: "2022-08-02",
        sex: "male",
        institution: "Kita Beispielwiese",
        whereabouts: "bis 16 Uhr in der Kita",
      },
      observations: [
        {
          at: "2026-11-23T07:50",
          seenBy: "Gruppenleitung",
          kind: "fact",
          text: "Emil kam zum vierten Mal in zwei Wochen ohne Frühstück, in nasser Kleidung.",
        },
        {
          at: "2026-11-20T16:30",
          seenBy: "Spätdienst",
          kind: "interpretation",
          text: "Die abholende Person wirkte nicht nüchtern.",
        },
      ],
      dangerSigns: ["NEGLECT"],
      sourceOfDanger: ["PARENT"],
      soFar: "Zwei Gespräche mit der Mutter, Fallberatung mit einer insoweit erfahrenen Fachkraft.",
      reporter: { function: "Kita-Leitung", contact: "0000 99001 50" },
    }),
    legal("SGB8A_4", { parents: endangers, child: tooYoung }),
  ]);
  await one.open("ines.eingang", "2026-11-23T13:45:00Z");
  await one.acknowledge("ines.eingang", "2026-11-23T13:50:00Z");
}

async function freshHelp(begin) {
  const one = begin({
    ...HELP,
    from: "praxis",
    to: "kontaktstelle",
    sender: "petra.praxis",
    profession: "KKG4_1_NR1",
    urgency: "NORMAL",
    topic: "EARLY_HELP",
    ageBand: "UNBORN",
  });
  await one.send("2026-11-25T15:30:00Z", [
    help({
      name: "Nele Beispiel-Pappel",
      birthMonth: "2006-04",
      wish: "Erste Schwangerschaft, allein in Beispielstadt. Sie wünscht sich Begleitung durch eine Familienhebamme.",
      tried: "Broschüre der Frühen Hilfen mitgegeben.",
    }),
    consent("2026-11-25", ["Name", "Entbindungstermin"]),
  ]);
}

async function freshReport(begin) {
  const one = begin({
    kind: "SUSPICION_REPORT",
    gate: "KKG4_3_URGENT",
    profession: "KKG4_1_NR1",
    from: "praxis",
    to: "jugendamt-beispielkreis",
    sender: "petra.praxis",
    urgency: "URGENT",
  });
  await one.send("2026-11-26T15:38:00Z", [
    report({
      child: {
        givenName: "Ida",
        familyName: "Beispiel-Esche",
        birthMonth: "2026-08",
        sex: "female",
        address: "Beispielplatz 4, 99993 Beispielstadt",
        whereabouts: "in der Praxis, Untersuchungszimmer 2",
      },
      observations: [
        {
          at: "2026-11-26T15:10",
          seenBy: "Petra Praxis-Beispiel",
          kind: "fact",
          text: "Gewichtsabnahme seit der letzten Vorsorge um 600 Gramm, ausgetrocknet, kaum ansprechbar.",
        },
      ],
      dangerSigns: ["NEGLECT"],
      sourceOfDanger: ["PARENT"],
      soFar: "Rettungswagen ist gerufen. Der Vater will das Kind mitnehmen.",
      urgencyReason: "Das Kind darf die Praxis nicht ohne ärztliche Begleitung verlassen.",
      reporter: { name: "Petra Praxis-Beispiel", function: "Kinderärztin", contact: "0000 99001 40" },
    }),
    legal("KKG4_3_URGENT", { parents: discussed, child: tooYoung }),
  ]);
}
