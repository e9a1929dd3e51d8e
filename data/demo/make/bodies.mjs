// What stands in the sealed parts. Nobody in it exists.

const contact = { how: "PHONE", when: "werktags zwischen 9 und 12 Uhr", never: [] };

/** A wish for help: who, what for, what was tried. */
export const help = ({ name, birthMonth, wish, tried, contact: how = contact }) => [
  "help",
  { person: { name, birthMonth }, wish, tried, contact: how },
];

/** The consent of the parents, in writing. */
export const consent = (at, scope) => [
  "consent",
  {
    gate: "CONSENT",
    scope,
    subject: "both",
    givenBy: ["Mutter"],
    form: "written",
    at,
    languageUsed: "de",
    interpreter: false,
  },
];

/** What a report says. */
export const report = ({ child, observations, dangerSigns, sourceOfDanger, soFar, reporter, urgencyReason }) => [
  "report",
  {
    child,
    persons: [{ role: "Mutter", contact: "0000 99001 90" }],
    observations,
    dangerSigns,
    sourceOfDanger,
    soFar,
    ...(urgencyReason ? { urgencyReason } : {}),
    reporter,
    identityProtected: false,
  },
];

const told = (yes, why) => ({ yes, why });

/** Who was informed of a report, and that advice was taken. */
export const legal = (gate, { parents, child }) => [
  "consent",
  { gate, informed: { parents, child, management: told(true, "DISCUSSED") }, insofaConsulted: true },
];

export const discussed = told(true, "DISCUSSED");
export const endangers = told(false, "ENDANGERS_PROTECTION");
export const tooYoung = told(false, "TOO_YOUNG");
