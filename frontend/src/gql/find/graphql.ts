/* eslint-disable */
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
export type MakeOptional<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]?: Maybe<T[SubKey]> };
export type MakeMaybe<T, K extends keyof T> = Omit<T, K> & { [SubKey in K]: Maybe<T[SubKey]> };
export type MakeEmpty<T extends { [key: string]: unknown }, K extends keyof T> = { [_ in K]?: never };
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day in Europe/Berlin, ISO 8601, such as `2026-11-20`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339, written in UTC, such as `2026-11-20T15:40:00Z`; any offset is read. */
  DateTime: { input: string; output: string; }
  /** The JSON text of a JWE in general serialisation (RFC 7516), stored and returned byte for byte. */
  JWE: { input: string; output: string; }
};

/** What is known of one feature of a building. */
export type Accessibility = {
  __typename?: 'Accessibility';
  /** The feature's key, such as `step_free_entrance`. */
  feature: Scalars['String']['output'];
  /** The feature in words, such as "Stufenloser Eingang". */
  label: LocalizedText;
  /** More about it. */
  note?: Maybe<LocalizedText>;
  /** Whether it is there. */
  value: Answer;
};

/** A postal address; every part may be unknown. */
export type Address = {
  __typename?: 'Address';
  /** Floor, house or c/o. */
  addition?: Maybe<Scalars['String']['output']>;
  /** The town, such as "Rostock". */
  city?: Maybe<Scalars['String']['output']>;
  /** The number in the street, as written, such as `5-8`. */
  houseNumber?: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  kind: AddressKind;
  /** The address as it is written on a letter, line by line. */
  lines: Array<Scalars['String']['output']>;
  /** The key of the municipality (AGS): eight digits, such as `13003000`. */
  municipality?: Maybe<Scalars['String']['output']>;
  /** The postcode: five digits, such as `18055`. */
  postcode?: Maybe<Scalars['String']['output']>;
  /** The street, such as "Friedrich-Engels-Platz". */
  street?: Maybe<Scalars['String']['output']>;
};

/** What an address is for. */
export type AddressKind =
  /** Visitors. */
  | 'PHYSICAL'
  /** Letters. */
  | 'POSTAL';

/** How much of an address is published. */
export type AddressVisibility =
  /** All of it. */
  | 'EXACT'
  /** Nothing, not even that there is one. */
  | 'HIDDEN'
  /** The municipality alone, because people in need live there. */
  | 'MUNICIPALITY_ONLY';

/** An answer that may be unknown. */
export type Answer =
  /** No. */
  | 'NO'
  /** Partly, or on request. */
  | 'PARTLY'
  /** Nobody has said; never read as no. */
  | 'UNKNOWN'
  /** Yes. */
  | 'YES';

/** The answer to a question that came with an earlier answer. */
export type AnswerInput = {
  /** The id of the question, such as `place`. */
  questionId: Scalars['String']['input'];
  /** The value of the option that was chosen, such as `13003000`. */
  value: Scalars['String']['input'];
};

/** What a call costs the caller. */
export type CallCost =
  /** Nothing. */
  | 'FREE'
  /** As a call to a mobile network. */
  | 'MOBILE_RATE'
  /** As a call within the country. */
  | 'NATIONAL'
  /** More than that. */
  | 'PAID';

/** A body that answers, or may. */
export type Candidate = {
  __typename?: 'Candidate';
  /** The area it answers for here. */
  area: ResponsibleArea;
  /** What led to it, such as "Postleitzahl 18107". */
  because: Array<LocalizedText>;
  /** The body. */
  body: ResponsibleBody;
  /** How sure it is that this body is meant. */
  certainty: CandidateCertainty;
  /** The numbers to call, in the order in which to call them. */
  numbers: Array<ResponsibleNumber>;
  /** Since when it answers here. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** Until when, inclusive. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** How sure it is that a body is meant. */
export type CandidateCertainty =
  /** Nothing else fits. */
  | 'CERTAIN'
  /** What is meant in most cases. */
  | 'LIKELY'
  /** One of several that fit alike. */
  | 'POSSIBLE';

/** Room, as stated on a day. */
export type Capacity = {
  __typename?: 'Capacity';
  /** On which day this was stated. */
  asOf: Scalars['Date']['output'];
  /** More about it. */
  note?: Maybe<LocalizedText>;
  /** Whether that is more than 14 days ago. */
  stale: Scalars['Boolean']['output'];
  /** Whether there is room. */
  status: CapacityStatus;
  /** How long people wait, in days; absent when it is not known, and for the public. */
  waitingTimeDays?: Maybe<Scalars['Int']['output']>;
};

/** Room, as stated on a day. */
export type CapacityInput = {
  /** On which day this is stated: today or before. */
  asOf: Scalars['Date']['input'];
  /** More about it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Whether there is room. */
  status: CapacityStatus;
  /** How long people wait, in days, 0 to 3650; unknown when absent. */
  waitingTimeDays?: InputMaybe<Scalars['Int']['input']>;
};

/** Whether there is room. */
export type CapacityStatus =
  /** New people are accepted. */
  | 'ACCEPTING'
  /** Somebody looks at the case first. */
  | 'ASSESSMENT_REQUIRED'
  /** There is none. */
  | 'FULL'
  /** There is a waiting list. */
  | 'WAITLIST';

/** How sure a record is. */
export type Certainty =
  /** Two sources differ. */
  | 'CONFLICTING'
  /** Read in a source from before 2020. */
  | 'OLD'
  /** Stated by the organisation itself in this service. */
  | 'OWN'
  /** Read in a source. */
  | 'SEEN';

/** By which way people reach an institution. */
export type Channel =
  /** Chatting. */
  | 'CHAT'
  /** Writing a mail. */
  | 'MAIL'
  /** Calling the service that answers outside office hours. */
  | 'ON_CALL'
  /** Calling. */
  | 'PHONE'
  /** Coming in person. */
  | 'VISIT';

/** A function of an institution that can be reached: what somebody does, never who it is. */
export type Contact = {
  __typename?: 'Contact';
  /** The department. */
  department?: Maybe<LocalizedText>;
  /** Its mail address, such as `kinderschutz@example.org`. */
  email?: Maybe<Scalars['String']['output']>;
  /** What it is for. */
  function: ContactFunction;
  /** Names the contact, such as `con_018f…`. */
  id: Scalars['ID']['output'];
  /** How it is called. */
  label?: Maybe<LocalizedText>;
  /** Its telephones. */
  phones: Array<Phone>;
};

/** What a contact is for: a function, never a person. */
export type ContactFunction =
  /** Data protection. */
  | 'DATA_PROTECTION'
  /** An experienced child-protection professional (insoweit erfahrene Fachkraft). */
  | 'INSOFA'
  /** Takes in new matters. */
  | 'INTAKE'
  /** Leads the institution. */
  | 'MANAGEMENT'
  /** Coordinates a network. */
  | 'NETWORK_COORDINATION'
  /** Answers outside office hours. */
  | 'ON_CALL'
  /** Anything else. */
  | 'OTHER'
  /** Press. */
  | 'PRESS'
  /** The front desk. */
  | 'RECEPTION';

/** What a service costs. */
export type Cost = {
  __typename?: 'Cost';
  /** Whether it costs something. */
  kind: CostKind;
  /** The prices. */
  options: Array<CostOption>;
  /** All this in one phrase, such as "kostenlos" or "Kosten: bitte fragen". */
  text: LocalizedText;
};

/** What a service costs. */
export type CostInput = {
  /** Whether it costs something. */
  kind: CostKind;
  /** The prices, at most 50. */
  options?: InputMaybe<Array<CostOptionInput>>;
};

/** Whether something costs money. */
export type CostKind =
  /** It costs nothing. */
  | 'FREE'
  /** It costs something. */
  | 'PAID'
  /** Some of it costs something. */
  | 'PARTLY'
  /** Nobody has said: "Kosten: bitte fragen". Never read as free. */
  | 'UNKNOWN';

/** One price. */
export type CostOption = {
  __typename?: 'CostOption';
  /** The amount in cents of a euro, such as `1250` for 12,50 €. */
  amountCents: Scalars['Int']['output'];
  /** More about it. */
  note?: Maybe<LocalizedText>;
  /** For what, such as "Stunde". */
  per?: Maybe<LocalizedText>;
};

/** One price. */
export type CostOptionInput = {
  /** The amount in cents of a euro, 0 or more, such as `1250` for 12,50 €. */
  amountCents: Scalars['Int']['input'];
  /** More about it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** For what, such as "Stunde". */
  per?: InputMaybe<Scalars['String']['input']>;
};

/** A body something can be addressed to, and how its keys stand. */
export type Destination = {
  __typename?: 'Destination';
  /** Its chain of keys, from the first link on. */
  announcements: Array<KeyLink>;
  /**
   * The certificates of its members, past and revoked ones included, oldest first: an old signature
   * keeps its meaning.
   */
  certificates: Array<MemberCertificate>;
  /** What verifying bodies say of its first key, as tokens. */
  endorsements: Array<Scalars['String']['output']>;
  /** The id of the organisation, such as `org_018f…`. */
  id: Scalars['ID']['output'];
  /** When its keys were last shown to open. */
  keysVerifiedOn?: Maybe<Scalars['Date']['output']>;
  /** The kinds it can receive now. */
  kinds: Array<ReferralKind>;
  /** When it or one of its services opens next; absent when one is open, or when no hours are known. */
  nextOpening?: Maybe<Scalars['DateTime']['output']>;
  /** The organisation. */
  organisation: Organisation;
  /** Its telephones and those of its services, those that take reports first; every number once. */
  phones: Array<Phone>;
  /** Why it does not, such as `NOT_ENOUGH_WAYS`. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Whether it receives now what was asked for; without such a question, anything at all. */
  receives: Scalars['Boolean']['output'];
  /** The keys to seal to; none while it cannot receive anything. */
  recipients: Array<RecipientKey>;
  /** How many ways to open its mail count now. */
  ways: Scalars['Int']['output'];
};

/** A district of the state: a Landkreis or an independent city. */
export type District = {
  __typename?: 'District';
  /** Its full name, such as "Landkreis Rostock". */
  fullName: Scalars['String']['output'];
  /** Its key (AGS): five digits, such as `13072`. */
  key: Scalars['String']['output'];
  /** What it is. */
  kind: DistrictKind;
  /** A short label that is still its own, such as "Rostock (Landkreis)". */
  shortLabel: Scalars['String']['output'];
};

/** What a district is. */
export type DistrictKind =
  /** A Landkreis of many municipalities. */
  | 'DISTRICT'
  /** A city that is its own district. */
  | 'INDEPENDENT_CITY';

/** What came of a change to a draft. */
export type DraftPayload = {
  __typename?: 'DraftPayload';
  /** The draft after the change; absent when it was deleted or refused. */
  draft?: Maybe<ReferralDraft>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<ReferralError>;
};

/** A deadline that runs. */
export type DueDate = {
  __typename?: 'DueDate';
  /** When it ends. */
  at: Scalars['DateTime']['output'];
  /** Which one, such as `acknowledge`. */
  name: Scalars['String']['output'];
  /** Whether it has ended. */
  overdue: Scalars['Boolean']['output'];
};

/** Whom a service is for. Ages are months, from inclusive, to exclusive: "0-3 years" is 0 to 36. */
export type Eligibility = {
  __typename?: 'Eligibility';
  /** From this age in months; no lower bound when absent and `ageKnown`. */
  ageFromMonths?: Maybe<Scalars['Int']['output']>;
  /** Whether ages are stated at all; when not, the service may be for anybody. */
  ageKnown: Scalars['Boolean']['output'];
  /** Below this age in months; no upper bound when absent and `ageKnown`. */
  ageToMonths?: Maybe<Scalars['Int']['output']>;
  /** For whom it is not, in words. */
  notFor: Array<LocalizedText>;
  /** More, in words. */
  note?: Maybe<LocalizedText>;
  /** Whether it is for pregnancy. */
  pregnancy: Scalars['Boolean']['output'];
  /** The ages in one phrase, such as "bis 3 Jahre" or "Alter: bitte fragen". */
  text: LocalizedText;
};

/** Whom a service is for. Ages are months, from inclusive, to exclusive. */
export type EligibilityInput = {
  /** From this age in months, 0 to 1200; no lower bound when absent. */
  ageFromMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Whether ages are stated at all. */
  ageKnown: Scalars['Boolean']['input'];
  /** Below this age in months, 1 to 1200; no upper bound when absent. */
  ageToMonths?: InputMaybe<Scalars['Int']['input']>;
  /** For whom it is not, in words. */
  notFor?: InputMaybe<Array<Scalars['String']['input']>>;
  /** More, in words. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is for pregnancy. */
  pregnancy?: Scalars['Boolean']['input'];
};

/** Services that you may edit. */
export type EntryConnection = {
  __typename?: 'EntryConnection';
  /** The slice. */
  edges: Array<EntryEdge>;
  /** The services of the slice. */
  nodes: Array<Service>;
  /** Where the slice lies. */
  pageInfo: PageInfo;
  /** How many there are in all, exactly. */
  totalCount: Scalars['Int']['output'];
};

/** One service that you may edit. */
export type EntryEdge = {
  __typename?: 'EntryEdge';
  /** Its place in the list: opaque, good for `after`. */
  cursor: Scalars['String']['output'];
  /** The service. */
  node: Service;
};

/** Counts beside the list. */
export type Facet = {
  __typename?: 'Facet';
  /** The counts, largest first. */
  counts: Array<FacetCount>;
  /** What is counted, such as `district`, `kind`, `topic`, `cost`. */
  field: Scalars['String']['output'];
};

/** One value of a facet. */
export type FacetCount = {
  __typename?: 'FacetCount';
  /** How many services that fit have it. */
  count: Scalars['Int']['output'];
  /** The value in words. */
  label: LocalizedText;
  /** The value: a term's key, a district's key, `unknown`. */
  value: Scalars['String']['output'];
};

/** What may be said back to the sender. */
export type FeedbackVocabulary =
  /** Free messages both ways. */
  | 'DIALOGUE'
  /** How the handover stands. */
  | 'HANDOVER_STATUS'
  /** The three facts of § 4 (4) KKG. */
  | 'KKG_ECHO'
  /** The receipt of transport alone. */
  | 'NONE'
  /** The outcome code of a help referral. */
  | 'OUTCOME_CODE';

/** How fresh a record is. */
export type Freshness =
  /** Something was confirmed and is still trusted. */
  | 'CONFIRMED'
  /** Something was confirmed, too long ago. */
  | 'OVERDUE'
  /** Nobody has confirmed it yet. */
  | 'UNCONFIRMED';

/** A span of funding: history only. */
export type FundingPeriod = {
  __typename?: 'FundingPeriod';
  /** The first year or day, as precise as the source is, such as `2019`. */
  from?: Maybe<Scalars['String']['output']>;
  /** What it was. */
  label: LocalizedText;
  /** Who states it. */
  source?: Maybe<StatedBy>;
  /** The last year or day, such as `2022`. */
  to?: Maybe<Scalars['String']['output']>;
};

/**
 * One statement of hours for one channel: a sentence, its blocks, and who states it. Statements of
 * several sources may differ; they stand side by side, newest first.
 */
export type Hours = {
  __typename?: 'Hours';
  /** Whether it is open round the clock on every day. */
  alwaysOpen: Scalars['Boolean']['output'];
  /** The spans of the ordinary week; empty when it is always open or only a sentence is known. */
  blocks: Array<HoursBlock>;
  /** For which way of reaching the owner. */
  channel: Channel;
  /** More about it. */
  note?: Maybe<LocalizedText>;
  /** Who states it. */
  statedBy?: Maybe<StatedBy>;
  /** The ordinary week in words, such as "Mo–Fr 09:00–12:00; Do 14:00–18:00". */
  text: LocalizedText;
  /** From which day it may be trusted. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** Until which day, inclusive. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** A span of one weekday, in the civil time of Europe/Berlin. */
export type HoursBlock = {
  __typename?: 'HoursBlock';
  /** Whether one needs an appointment. */
  byAppointment: Scalars['Boolean']['output'];
  /** Until when, such as `16:00` or `24:00`; before `start` when it ends on the next day. */
  end: Scalars['String']['output'];
  /** More about it. */
  note?: Maybe<LocalizedText>;
  /** From when, such as `09:00`. */
  start: Scalars['String']['output'];
  /** The weekday: 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['output'];
};

/** A span of one weekday, in the civil time of Europe/Berlin. */
export type HoursBlockInput = {
  /** Whether one needs an appointment. */
  byAppointment?: Scalars['Boolean']['input'];
  /** Until when, such as `16:00` or `24:00`; before `start` when it ends on the next day. */
  end: Scalars['String']['input'];
  /** More about it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** From when, such as `09:00`. */
  start: Scalars['String']['input'];
  /** The weekday: 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['input'];
};

/** The hours of one channel. */
export type HoursInput = {
  /** Whether it is open round the clock on every day; then no blocks are needed. */
  alwaysOpen?: Scalars['Boolean']['input'];
  /** The spans of the ordinary week, at most 50. */
  blocks?: InputMaybe<Array<HoursBlockInput>>;
  /** For which way of reaching the service. */
  channel: Channel;
  /** More about it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** From which day they hold. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Until which day, inclusive; not before `validFrom`. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** A number that is known to answer. */
export type InsteadNumber = {
  __typename?: 'InsteadNumber';
  /** As it is printed, such as `0800 14 14 007`. */
  display: Scalars['String']['output'];
  /** The address of a link that calls it, such as `tel:+498001414007`. */
  href: Scalars['String']['output'];
  /** What is at its other end. */
  name: LocalizedText;
};

/** The organisation's keys of one epoch, sealed to one member or one sheet. */
export type KeyGrant = {
  __typename?: 'KeyGrant';
  /** The epoch. */
  epoch: Scalars['Int']['output'];
  /** The compact JWE, byte for byte. */
  grant: Scalars['String']['output'];
  /** For whom: `mem_018f…`, or `sheet:` and its number. */
  member: Scalars['String']['output'];
  /** When it was last shown to open. */
  provedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** How the keys of your organisation stand. */
export type KeyHealth = {
  __typename?: 'KeyHealth';
  /** The newest epoch; 0 before the first key. */
  epoch: Scalars['Int']['output'];
  /** How many members may grant keys. */
  holders: Scalars['Int']['output'];
  /** Whether you manage the keys. */
  mayManage: Scalars['Boolean']['output'];
  /** Your own membership, such as `mem_018f…`. */
  member: Scalars['ID']['output'];
  /** The recovery sheets that are good, by number. */
  sheets: Array<RecoverySheet>;
  /** How they stand: `READY`, `WARNING`, `DEGRADED` or `CLOSED`. */
  state: Scalars['String']['output'];
  /** How many ways to open count; two are needed to receive. */
  ways: Scalars['Int']['output'];
};

/** One link of a chain of keys. */
export type KeyLink = {
  __typename?: 'KeyLink';
  /** The announcement (`orgkey+jwt`), byte for byte. */
  announcement: Scalars['String']['output'];
  /** The proof that a new signing key exists; there exactly where that key changed. */
  proof?: Maybe<Scalars['String']['output']>;
};

/** What came of a change to keys. */
export type KeyPayload = {
  __typename?: 'KeyPayload';
  /** Why it was refused; empty when it was not. */
  userErrors: Array<ReferralError>;
};

/** A language a service is given in. */
export type LanguageInput = {
  /** A BCP 47 tag of a language that exists, such as `uk` or `gsg` (German Sign Language). */
  code: Scalars['String']['input'];
  /** In which ways. */
  modes: Array<LanguageMode>;
  /** More about it. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** How a language is served. */
export type LanguageMode =
  /** Through an interpreter. */
  | 'INTERPRETER'
  /** Signed. */
  | 'SIGN'
  /** Spoken. */
  | 'SPOKEN'
  /** Written. */
  | 'WRITTEN';

/** A text that people wrote or read, with the language it is in. */
export type LocalizedText = {
  __typename?: 'LocalizedText';
  /** Its language as a BCP 47 tag: `de`, `de-simple`, `en`, `uk`, `ar`. */
  lang: Scalars['String']['output'];
  /** The text itself, plain, in Unicode. */
  value: Scalars['String']['output'];
};

/** A location of an organisation: a house, an address for letters, a place on the web. */
export type Location = Node & {
  __typename?: 'Location';
  /** What is known of its accessibility; a feature that is not listed is not known. */
  accessibility: Array<Accessibility>;
  /** How far off the point may be, in metres: the label point of a municipality is off by kilometres. */
  accuracyM?: Maybe<Scalars['Int']['output']>;
  /** How much of the address is published. */
  addressVisibility: AddressVisibility;
  /** Its addresses; empty when none is known or published. */
  addresses: Array<Address>;
  /** Names the location, such as `loc_018f…`. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: LocationKind;
  /** Latitude in degrees, WGS 84, such as `53.6288`; absent when not known or not published. */
  lat?: Maybe<Scalars['Float']['output']>;
  /** Longitude in degrees, WGS 84, such as `11.4148`. */
  lon?: Maybe<Scalars['Float']['output']>;
  /** How it is called. */
  name?: Maybe<LocalizedText>;
  /** How to get there, in words. */
  transportNote?: Maybe<LocalizedText>;
  /** How often it was saved; starts at 1. */
  version: Scalars['Int']['output'];
};

/** What a location is. */
export type LocationKind =
  /** A house one can go to. */
  | 'PHYSICAL'
  /** An address for letters. */
  | 'POSTAL'
  /** A place on the web. */
  | 'VIRTUAL';

/** A task an organisation holds for a time, such as running the alliance's office. */
export type Mandate = {
  __typename?: 'Mandate';
  /** Who states it. */
  source?: Maybe<StatedBy>;
  /** What the task is. */
  title: LocalizedText;
  /** Since when; unknown when absent. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** Until when; open or unknown when absent. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** A member's certificate. */
export type MemberCertificate = {
  __typename?: 'MemberCertificate';
  /** The token, byte for byte. */
  certificate: Scalars['String']['output'];
  /**
   * When it was ended before its time: the member left, or was certified anew. What was signed
   * before keeps its meaning.
   */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** What this installation is. */
export type Meta = {
  __typename?: 'Meta';
  /** Of which date the territory's data are, such as `2021-01-01`. */
  dataAsOf?: Maybe<Scalars['String']['output']>;
  /** Names the installation, such as `mv` or `demo`. */
  instanceId: Scalars['String']['output'];
  /** What the service is called, such as "MV-Netz". */
  name: Scalars['String']['output'];
  /** Whether this is an installation for trying things out, with invented organisations. */
  practice: Scalars['Boolean']['output'];
  /** The instant of the answer. */
  time: Scalars['DateTime']['output'];
  /** The version of the software, such as `0.1.0`. */
  version: Scalars['String']['output'];
};

/** Everything that can be changed. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Takes a referral on. */
  acceptReferral: ReferralPayload;
  /** Confirms with a signed receipt that a human took note. */
  acknowledgeReferral: ReferralPayload;
  /** Announces the next key of your organisation. */
  announceOrganisationKey: KeyPayload;
  /** Hands a case to a colleague and lets that member in. */
  assignReferral: ReferralPayload;
  /** Certifies the keys of a colleague. */
  certifyMember: KeyPayload;
  /** Agrees, as another member than the assignee, that a suspicion report may be closed. */
  coSignCloseReferral: ReferralPayload;
  /** Ends it with an outcome; a suspicion report needs a second member to agree first. */
  completeReferral: ReferralPayload;
  /** Says on which other way, and on which day, a report reached the office. */
  confirmOtherChannelReferral: ReferralPayload;
  /** Announces a referral, stores its parts and, when all of them are there, sends it off. */
  createReferral: ReferralPayload;
  /** Refuses a referral with a reason. */
  declineReferral: ReferralPayload;
  /** Deletes a draft of yours. */
  deleteReferralDraft: DraftPayload;
  /** Throws away a referral that was never sent. */
  discardReferral: ReferralPayload;
  /** Vouches, as a verifying body, for the first signing key of an organisation. */
  endorseOrganisation: KeyPayload;
  /** Ends it without an outcome. */
  failReferral: ReferralPayload;
  /** Gives the sender the three facts of § 4 (4) KKG, where the law says so. */
  giveFeedback: ReferralPayload;
  /** Lets it rest until the end of a day within 30 days. */
  holdReferral: ReferralPayload;
  /** Hands the organisation's keys of one epoch to a member or to a recovery sheet. */
  postGrant: KeyPayload;
  /** Writes to the other end. */
  postMessage: ReferralPayload;
  /** Shows that a grant really opens. */
  proveGrant: KeyPayload;
  /**
   * Fetches parts of a referral: the only way ciphertext leaves. Every fetch stands in the audit;
   * the first one by the recipient opens the referral.
   */
  readReferralParts: ReadPartsPayload;
  /** Proposes another destination; the sender seals it anew. */
  redirectReferral: ReferralPayload;
  /** Refuses what cannot be read; the sender is told and sends it again. */
  rejectTechnicalReferral: ReferralPayload;
  /** Goes on after a rest. */
  resumeReferral: ReferralPayload;
  /** Saves a draft, sealed to your own member key alone. */
  saveReferralDraft: DraftPayload;
  /** Keeps your private keys, sealed under your passphrase. */
  saveVault: KeyPayload;
  /** Begins to work on it. */
  startReferral: ReferralPayload;
  /** Sends off a referral whose parts have all arrived. */
  submitReferral: ReferralPayload;
  /** Lets you, a lead of the sending organisation, into a case of it. The reason stands in the audit. */
  takeSenderGrant: ReferralPayload;
  /**
   * Changes a service if nobody else did since you read it. Needs a session of somebody who may
   * edit it. The next read of the same client sees the change. A patch without a field changes
   * nothing, not even the version.
   */
  updateService: UpdateServicePayload;
  /**
   * Shows that a recovery sheet was typed in whole and opens, in another session than the one
   * that printed it.
   */
  verifyRecoverySheet: KeyPayload;
  /** Takes a referral back; a suspicion report only before it was delivered. */
  withdrawReferral: ReferralPayload;
};


/** Everything that can be changed. */
export type MutationAcceptReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationAcknowledgeReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  receipt: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationAnnounceOrganisationKeyArgs = {
  announcement: Scalars['String']['input'];
  proof?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be changed. */
export type MutationAssignReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  member: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationCertifyMemberArgs = {
  certificate: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationCoSignCloseReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationCompleteReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  outcome: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationConfirmOtherChannelReferralArgs = {
  channel: OtherChannelKind;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
};


/** Everything that can be changed. */
export type MutationCreateReferralArgs = {
  envelope: Scalars['String']['input'];
  parts: Array<PartInput>;
};


/** Everything that can be changed. */
export type MutationDeclineReferralArgs = {
  decision?: InputMaybe<PartInput>;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationDeleteReferralDraftArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationDiscardReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationEndorseOrganisationArgs = {
  endorsement: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationFailReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationGiveFeedbackArgs = {
  decisionPart?: InputMaybe<PartInput>;
  id: Scalars['ID']['input'];
  part: PartInput;
};


/** Everything that can be changed. */
export type MutationHoldReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  until: Scalars['Date']['input'];
};


/** Everything that can be changed. */
export type MutationPostGrantArgs = {
  epoch: Scalars['Int']['input'];
  grant: Scalars['String']['input'];
  member: Scalars['String']['input'];
  proofDigest: Scalars['String']['input'];
  sheetKey?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be changed. */
export type MutationPostMessageArgs = {
  id: Scalars['ID']['input'];
  part: PartInput;
};


/** Everything that can be changed. */
export type MutationProveGrantArgs = {
  epoch: Scalars['Int']['input'];
  member: Scalars['String']['input'];
  proof: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationReadReferralPartsArgs = {
  id: Scalars['ID']['input'];
  partIds: Array<Scalars['ID']['input']>;
};


/** Everything that can be changed. */
export type MutationRedirectReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  proposedDestination: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationRejectTechnicalReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  problems: Array<Scalars['String']['input']>;
};


/** Everything that can be changed. */
export type MutationResumeReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationSaveReferralDraftArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  jwe: Scalars['JWE']['input'];
};


/** Everything that can be changed. */
export type MutationSaveVaultArgs = {
  vault: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationStartReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationSubmitReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. */
export type MutationTakeSenderGrantArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationUpdateServiceArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  patch: ServicePatch;
};


/** Everything that can be changed. */
export type MutationVerifyRecoverySheetArgs = {
  no: Scalars['Int']['input'];
  proof: Scalars['String']['input'];
};


/** Everything that can be changed. */
export type MutationWithdrawReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

/** A circle on the earth. */
export type NearInput = {
  /** Latitude in degrees, WGS 84, -90 to 90. */
  lat: Scalars['Float']['input'];
  /** Longitude in degrees, WGS 84, -180 to 180. */
  lon: Scalars['Float']['input'];
  /** Radius in metres, 1 to 200,000. */
  radiusM: Scalars['Int']['input'];
};

/** A thing with an id of its own. */
export type Node = {
  /** Names it, such as `svc_018f…`. */
  id: Scalars['ID']['output'];
};

/** A dated notice. */
export type NoticeInput = {
  /** What it says, 1 to 500 characters. */
  text: Scalars['String']['input'];
  /** From which day it is shown. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Until which day, inclusive; not before `validFrom`. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** Whether something can be reached at an instant, and what there is to say about it. */
export type OpenNow = {
  __typename?: 'OpenNow';
  /** What is known to answer now when this is not open or unknown, in the order to try. */
  instead: Array<InsteadNumber>;
  /** When it opens next; absent when it is open, when the state is unknown, or beyond 400 days. */
  nextOpening?: Maybe<Scalars['DateTime']['output']>;
  /** Why. */
  reason: OpenReason;
  /** Whether the hours it was computed from were trusted until a day that has passed. */
  stale: Scalars['Boolean']['output'];
  /** Whether it can be reached. */
  state: OpenState;
  /** All this in one or two sentences, such as "Geschlossen seit 16:00. Öffnet Montag, 23.11., 09:00.". */
  text: LocalizedText;
  /** The last day on which the hours may be trusted; absent when nobody has set one. */
  trustedUntil?: Maybe<Scalars['Date']['output']>;
  /** Until when it is open; absent when it is not, or beyond 400 days. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** Why something is open, closed or unknown. */
export type OpenReason =
  /** After the last span of the day. */
  | 'AFTER_HOURS'
  /** It is open round the clock. */
  | 'ALWAYS_OPEN'
  /** One needs an appointment. */
  | 'APPOINTMENT_ONLY'
  /** Before the first span of the day. */
  | 'BEFORE_HOURS'
  /** Between two spans of the day. */
  | 'BREAK'
  /** It depends on school holidays that nobody has entered. */
  | 'CALENDAR_MISSING'
  /** An exception closes it, such as a company outing. */
  | 'EXCEPTION_CLOSED'
  /** An exception opens it. */
  | 'EXCEPTION_OPEN'
  /** The hours it is computed from were valid until a day that has passed. */
  | 'EXPIRED'
  /** Hours are stated from a later day on only. */
  | 'NOT_YET_VALID'
  /** No hours are stated. */
  | 'NO_SCHEDULE'
  /** It answers outside office hours, and those are not known. */
  | 'OUTSIDE_OFFICE_HOURS'
  /** A public holiday of the state closes it. */
  | 'PUBLIC_HOLIDAY'
  /** Ordinary hours. */
  | 'REGULAR_HOURS'
  /** School holidays close it. */
  | 'SCHOOL_HOLIDAY'
  /** Sources differ about this instant. */
  | 'STATEMENTS_DIFFER'
  /** The offer is not given at the moment. */
  | 'SUSPENDED'
  /** Nothing is ever open on this weekday. */
  | 'WEEKDAY_CLOSED';

/** Whether somebody can be reached. */
export type OpenState =
  /** For sure they cannot. */
  | 'CLOSED'
  /** For sure they can. */
  | 'OPEN'
  /** Nobody knows: no hours are stated, or sources differ. Never read as closed. */
  | 'UNKNOWN';

/** An organisation of the network. */
export type Organisation = Node & {
  __typename?: 'Organisation';
  /** Other names it is known by. */
  alternateNames: Array<Scalars['String']['output']>;
  /** Its contacts. */
  contacts: Array<Contact>;
  /** Whether it is an invented body of the demo network: show the label "Beispiel". */
  demo: Scalars['Boolean']['output'];
  /** What it is and does. */
  description?: Maybe<LocalizedText>;
  /** The district of its seat; unknown when absent. */
  district?: Maybe<District>;
  /** Its mail address, such as `info@example.org`. */
  email?: Maybe<Scalars['String']['output']>;
  /** Its hours, for whatever offer has none of its own. */
  hours: Array<Hours>;
  /** Names the organisation, such as `org_018f…`. */
  id: Scalars['ID']['output'];
  /** Its kind, a term of `ORGANISATION_KIND`. */
  kind: Term;
  /** Its locations. */
  locations: Array<Location>;
  /** Tasks it holds for a time. */
  mandates: Array<Mandate>;
  /** Its full name. */
  name: LocalizedText;
  /** Its telephones, those of its services not included. */
  phones: Array<Phone>;
  /** The parts of society it belongs to, at least one. */
  sectors: Array<Term>;
  /** What it offers. */
  services: Array<Service>;
  /** Whether it works. */
  status: OrganisationStatusCode;
  /** How far the record may be trusted. */
  trust: Trust;
  /** When it, or anything nested in it, last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** How often it was saved; starts at 1. Name it when you change the organisation. */
  version: Scalars['Int']['output'];
  /** Its web page, an `http` or `https` address. */
  website?: Maybe<Scalars['String']['output']>;
};

/** A member of your organisation. */
export type OrganisationMember = {
  __typename?: 'OrganisationMember';
  /** How the person is addressed. */
  displayName: Scalars['String']['output'];
  /** Names the membership, such as `mem_018f…`. */
  id: Scalars['ID']['output'];
  /**
   * What the certified keys let the person do: `HOLDER` or `READER`; absent without them, and
   * where only the person is spoken of.
   */
  keyRole?: Maybe<Scalars['String']['output']>;
  /** What the person does there. */
  roles: Array<Role>;
};

/** Whether an organisation works. */
export type OrganisationStatusCode =
  /** It works. */
  | 'ACTIVE'
  /** It is closed for good. */
  | 'CLOSED'
  /** It is not published yet. */
  | 'DRAFT'
  /** It has stopped for a time. */
  | 'PAUSED';

/** On which other way a report reached the office. */
export type OtherChannel = {
  __typename?: 'OtherChannel';
  /** The way. */
  channel: OtherChannelKind;
  /** The day, as the sender says. */
  on: Scalars['Date']['output'];
};

/** On which other way a report reached the office after all. */
export type OtherChannelKind =
  /** By fax. */
  | 'FAX'
  /** In person. */
  | 'IN_PERSON'
  /** By telephone. */
  | 'PHONE'
  /** By post. */
  | 'POST';

/** Where a slice lies in its list. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The cursor of its last item: the `after` of the next slice. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether something comes after it. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether something comes before it. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The cursor of its first item; absent when it is empty. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** A sealed part. */
export type PartInput = {
  /** Which part it is: `prt_018f…` or the bare UUID. */
  id: Scalars['ID']['input'];
  /** The JWE. */
  jwe: Scalars['JWE']['input'];
};

/** Something a person may do. */
export type Permission =
  /** Run the installation. */
  | 'ADMINISTRATE'
  /** Edit entries of the directory. */
  | 'EDIT_DIRECTORY'
  /** Manage the organisation's keys. */
  | 'MANAGE_KEYS'
  /** Receive referrals. */
  | 'RECEIVE_REFERRAL'
  /** Send referrals. */
  | 'SEND_REFERRAL'
  /** Verify other organisations. */
  | 'VERIFY_ORGANISATION';

/** One telephone entry. Two sources that state different numbers are two entries, newest first. */
export type Phone = {
  __typename?: 'Phone';
  /** Whether callers may stay unnamed; unknown when absent. */
  anonymous?: Maybe<Scalars['Boolean']['output']>;
  /** What a call costs; unknown when absent. */
  cost?: Maybe<CallCost>;
  /** As it is printed and read aloud, such as `0385 4791569`. */
  display: Scalars['String']['output'];
  /** The address of a link that calls it, such as `tel:+493854791569`. */
  href: Scalars['String']['output'];
  /** Names the entry, such as `pho_018f…`. */
  id: Scalars['ID']['output'];
  /** What is at the other end. */
  kind: PhoneKind;
  /** A word beside it, such as "Anlaufstelle im Übergang". */
  label?: Maybe<LocalizedText>;
  /** In which languages it answers, as BCP 47 tags; unknown when empty. */
  languages: Array<Scalars['String']['output']>;
  /** As it is dialled: E.164 such as `+493854791569`, or a national short code such as `116111`. */
  number: Scalars['String']['output'];
  /** Whether it answers. */
  openNow: OpenNow;
  /** What it is for. */
  purpose: PhonePurpose;
  /** What it is for, in words, such as "Meldung einer Kindeswohlgefährdung". */
  purposeText: LocalizedText;
  /** Who states the number. */
  statedBy?: Maybe<StatedBy>;
};


/** One telephone entry. Two sources that state different numbers are two entries, newest first. */
export type PhoneOpenNowArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};

/** One telephone. */
export type PhoneInput = {
  /** Whether callers may stay unnamed; unknown when absent. */
  anonymous?: InputMaybe<Scalars['Boolean']['input']>;
  /** What a call costs; unknown when absent. */
  cost?: InputMaybe<CallCost>;
  /** The entry that is changed, such as `pho_018f…`; a new one when absent. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** What is at the other end. */
  kind?: PhoneKind;
  /** A word beside it, at most 200 characters. */
  label?: InputMaybe<Scalars['String']['input']>;
  /** The number as it is printed, such as `0385 4791569`. */
  number: Scalars['String']['input'];
  /** What it is for; 110 and 112 are `EMERGENCY` and nothing else. */
  purpose: PhonePurpose;
};

/** What is at the other end of a number. */
export type PhoneKind =
  /** A fax. */
  | 'FAX'
  /** A mobile telephone. */
  | 'MOBILE'
  /** A relay service for deaf people. */
  | 'RELAY'
  /** Text messages. */
  | 'TEXT'
  /** A landline telephone. */
  | 'VOICE';

/** What a number is for. Show it, so that a switchboard is never taken for a reporting line. */
export type PhonePurpose =
  /** Makes appointments. */
  | 'APPOINTMENTS'
  /** An emergency call; never the line of an office. */
  | 'EMERGENCY'
  /** A helpline. */
  | 'HELPLINE'
  /** An information point, often transitional. */
  | 'INFO_POINT'
  /** The institution's office. */
  | 'OFFICE'
  /** Answers outside office hours. */
  | 'ON_CALL'
  /** Takes reports of suspected endangerment of a child. */
  | 'REPORTING'
  /** The switchboard of a whole administration. */
  | 'SWITCHBOARD';

/** A place that may be chosen in a place field. */
export type Place = {
  __typename?: 'Place';
  /** The full name of its district. */
  district: Scalars['String']['output'];
  /** What is shown, with what tells it apart, such as "Neuenkirchen (Landkreis Vorpommern-Rügen)". */
  label: Scalars['String']['output'];
  /** The key of its municipality (AGS): eight digits, such as `13003000`. */
  municipality: Scalars['String']['output'];
  /** A postcode of it, such as `18107`, where one was typed or the place is one village of several. */
  postcode?: Maybe<Scalars['String']['output']>;
};

/**
 * What is known of a place. The fields narrow each other down; keys and a postcode of different
 * districts are refused.
 */
export type PlaceInput = {
  /** A district key (AGS): five digits, such as `13071`. */
  district?: InputMaybe<Scalars['String']['input']>;
  /** Latitude in degrees, WGS 84; needs `lon`. */
  lat?: InputMaybe<Scalars['Float']['input']>;
  /** Longitude in degrees, WGS 84; needs `lat`. */
  lon?: InputMaybe<Scalars['Float']['input']>;
  /** A municipality key (AGS): eight digits, such as `13071156`. */
  municipality?: InputMaybe<Scalars['String']['input']>;
  /** The key of a district of before September 2011: five digits, such as `13052`. */
  oldKey?: InputMaybe<Scalars['String']['input']>;
  /** A name as people write it, such as "Waren (Müritz)" or "Landkreis Demmin". */
  placeName?: InputMaybe<Scalars['String']['input']>;
  /** A postcode: five digits, such as `18107`. */
  postcode?: InputMaybe<Scalars['String']['input']>;
};

/** Everything that can be read. */
export type Query = {
  __typename?: 'Query';
  /** The contact points (Kontaktstellen) of the state, by name. */
  contactPoints: Array<Service>;
  /** One organisation as a destination; null when it is not at work. Its keys are public. */
  destination?: Maybe<Destination>;
  /** Where something of a kind can be sent, by name, also those that cannot receive it now. */
  destinations: Array<Destination>;
  /** The districts of the state, by key; invented ones are left out. */
  districts: Array<District>;
  /**
   * Every helpline: those that answer at the instant first, of these the state's own line for the
   * protection of children, then by name.
   */
  helplines: Array<Service>;
  /** How the keys of your organisation stand. Needs a session. */
  keyHealth: KeyHealth;
  /** What this installation is. */
  meta: Meta;
  /** The services you may edit, also unpublished ones, by name. Needs a session. */
  myEntries: EntryConnection;
  /**
   * One service you may edit, also an unpublished one, with every value whoever may see it; null
   * when there is none, or you may not edit it. Needs a session.
   */
  myEntry?: Maybe<Service>;
  /** The grants you can open, by epoch. Needs a session. */
  myGrants: Array<KeyGrant>;
  /** Your vault; null before you have one. Needs a session. */
  myVault?: Maybe<Vault>;
  /** Anything by its id; null when there is none, or none you may know of. */
  node?: Maybe<Node>;
  /** One organisation, also a closed one; null when there is none, or none you may know of. */
  organisation?: Maybe<Organisation>;
  /** The members of your organisation, by name. Needs a session. */
  organisationMembers: Array<OrganisationMember>;
  /**
   * The organisations that have announced a key and are not your own: those no verifying body
   * vouches for first, then by name. Needs a session with the role `VERIFIER`.
   */
  organisationsWithKeys: Array<Destination>;
  /** Places whose name or postcode begins like this, for a place field. */
  places: Array<Place>;
  /** One referral; null when there is none for you. Needs a session. */
  referral?: Maybe<Referral>;
  /** Your drafts, last changed first. Needs a session. */
  referralDrafts: Array<ReferralDraft>;
  /** What happened since, as far as you may know. Needs a session. */
  referralEvents: ReferralEventConnection;
  /** The referrals of a box. Needs a session. */
  referrals: ReferralConnection;
  /**
   * Who answers for a place, in a matter, at an instant: always a list, never a silent guess.
   * The same as `POST /api/v1/territory/responsible`.
   */
  responsible: ResponsibleAnswer;
  /** One service, also an ended one; null when there is none, or none you may know of. */
  service?: Maybe<Service>;
  /** Searches the services that are published now. Nothing of the question is kept. */
  services: ServiceConnection;
  /** The terms of one taxonomy. */
  terms: Array<Term>;
  /** The person who is signed in; null without a session. */
  viewer?: Maybe<Viewer>;
};


/** Everything that can be read. */
export type QueryDestinationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryDestinationsArgs = {
  first?: Scalars['Int']['input'];
  kind: ReferralKind;
  text?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. */
export type QueryHelplinesArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


/** Everything that can be read. */
export type QueryMyEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** Everything that can be read. */
export type QueryMyEntryArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryOrganisationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryOrganisationsWithKeysArgs = {
  first?: Scalars['Int']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. */
export type QueryPlacesArgs = {
  first?: Scalars['Int']['input'];
  startsWith: Scalars['String']['input'];
};


/** Everything that can be read. */
export type QueryReferralArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryReferralEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** Everything that can be read. */
export type QueryReferralsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  box: ReferralBox;
  filter?: InputMaybe<ReferralFilter>;
  first?: Scalars['Int']['input'];
  orderBy?: InputMaybe<ReferralOrder>;
};


/** Everything that can be read. */
export type QueryResponsibleArgs = {
  input: ResponsibleInput;
};


/** Everything that can be read. */
export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first?: Scalars['Int']['input'];
  lang?: InputMaybe<Scalars['String']['input']>;
  orderBy?: ServiceOrder;
};


/** Everything that can be read. */
export type QueryTermsArgs = {
  taxonomy: Taxonomy;
};

/** One question back. */
export type Question = {
  __typename?: 'Question';
  /** Names the question in `answers`, such as `place`. */
  id: Scalars['String']['output'];
  /** What it asks for. */
  kind: QuestionKind;
  /** What may be answered. */
  options: Array<QuestionOption>;
  /** The question in words, such as "In welchem Ort ist das?". */
  text: LocalizedText;
};

/** What a question asks for. */
export type QuestionKind =
  /** In which district. */
  | 'CHOOSE_DISTRICT'
  /** In which place. */
  | 'CHOOSE_PLACE'
  /** In which part of a district. */
  | 'CHOOSE_SUB_REGION'
  /** In which state (Land). */
  | 'WHICH_STATE';

/** One option of a question. */
export type QuestionOption = {
  __typename?: 'QuestionOption';
  /** What is shown, such as "Rostock (Stadt)". */
  label: Scalars['String']['output'];
  /** What to send back, such as `13003000`. */
  value: Scalars['String']['output'];
};

/** What came of fetching parts. */
export type ReadPartsPayload = {
  __typename?: 'ReadPartsPayload';
  /** The parts, in the order they were asked for; empty when it was refused. */
  parts: Array<SealedContent>;
  /** The referral after the fetch; absent when it was refused. */
  referral?: Maybe<Referral>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<ReferralError>;
};

/** Why a service was found. */
export type Reason = {
  __typename?: 'Reason';
  /** In which field, such as `name` or `topics`. */
  field: Scalars['String']['output'];
  /** How. */
  kind: ReasonKind;
  /** What it was found in, such as "Familienhebamme". */
  matched: Scalars['String']['output'];
  /** What of the question it answers, such as "hebamme". */
  queryPart: Scalars['String']['output'];
  /** All this in one sentence, such as "gefunden, weil ‚hebamme' in ‚Familienhebamme' steckt". */
  text: LocalizedText;
};

/** What a hit was found by. */
export type ReasonKind =
  /** It serves the place asked for. */
  | 'AREA'
  /** A part of a longer word. */
  | 'COMPOUND_PART'
  /** A phrase of everyday language that leads to a topic. */
  | 'CONCEPT'
  /** The very word. */
  | 'EXACT'
  /** The word with umlauts spelled otherwise. */
  | 'FOLDED'
  /** It lies in the place asked for. */
  | 'PLACE'
  /** Another form of the word. */
  | 'STEM'
  /** Another word for it. */
  | 'SYNONYM'
  /** The word with a typing error. */
  | 'TYPO';

/** A key to seal to. */
export type RecipientKey = {
  __typename?: 'RecipientKey';
  /** The one algorithm it is used with. */
  alg: Scalars['String']['output'];
  /** Its epoch. */
  epoch: Scalars['Int']['output'];
  /** The public JWK, as JSON text. */
  jwk: Scalars['String']['output'];
  /** Its name: the SHA-256 thumbprint. */
  kid: Scalars['String']['output'];
};

/** A recovery sheet, without the key on it. */
export type RecoverySheet = {
  __typename?: 'RecoverySheet';
  /** The epoch of the grant. */
  epoch: Scalars['Int']['output'];
  /** The grant that lies for it: a compact JWE. */
  grant?: Maybe<Scalars['String']['output']>;
  /** The name of its key. */
  kid: Scalars['String']['output'];
  /** Its number, from 1. */
  no: Scalars['Int']['output'];
  /** When it was last tried. */
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** A matter that was handed, with proof of arrival, to the body that can help. */
export type Referral = Node & {
  __typename?: 'Referral';
  /** The age of the child in a band, such as `A6_9`; never said of a suspicion report. */
  ageBand?: Maybe<Scalars['String']['output']>;
  /** What you can do now. Show buttons for these, ask no roles. */
  allowedActions: Array<ReferralAction>;
  /**
   * Since when the assignee has it; absent for the sender, who finds the act without a name in
   * `history`, but not that of a suspicion report.
   */
  assignedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The colleague who works on it; never shown to the sender. */
  assignee?: Maybe<OrganisationMember>;
  /** Whether a second member agreed to close it; never shown to the sender. */
  coSigned: Scalars['Boolean']['output'];
  /** When it was announced. */
  createdAt: Scalars['DateTime']['output'];
  /** Why it was declined, such as `NO_CAPACITY`. */
  declineReason?: Maybe<Scalars['String']['output']>;
  /** Where it goes. */
  destination: Organisation;
  /** The epoch of the destination's key it was sealed to. */
  destinationEpoch: Scalars['Int']['output'];
  /** At which end you stand. */
  direction: ReferralDirection;
  /** The deadlines you may know. */
  dueDates: Array<DueDate>;
  /** The envelope as it was submitted, byte for byte: JSON text, verified in the browser. */
  envelope: Scalars['String']['output'];
  /** Why it came to nothing, such as `NO_SHOW`. */
  failReason?: Maybe<Scalars['String']['output']>;
  /** Whether the three facts were given. */
  feedbackGiven: Scalars['Boolean']['output'];
  /** What may be said back to the sender. */
  feedbackVocabulary: FeedbackVocabulary;
  /** What the server must know to keep its promises, such as `restricted`. */
  flags: Array<Scalars['String']['output']>;
  /** Its legal gate, such as `KKG4_3`. */
  gate: Scalars['String']['output'];
  /** The history you may know, oldest first. */
  history: Array<ReferralStep>;
  /** Why it rests, such as `WAITLIST`. */
  holdReason?: Maybe<Scalars['String']['output']>;
  /** Until which day it rests. */
  holdUntil?: Maybe<Scalars['Date']['output']>;
  /** Names the referral, such as `ref_6f2a…`. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: ReferralKind;
  /** The heads of its messages, oldest first. */
  messages: Array<ReferralMessage>;
  /** The nearest of them; absent when none runs. */
  nextDeadline?: Maybe<DueDate>;
  /** On which other ways it reached the office: everything the sender said, in that order. */
  otherChannels: Array<OtherChannel>;
  /** How it ended, such as `GOT_HELP`. */
  outcome?: Maybe<Scalars['String']['output']>;
  /** The heads of its parts, oldest first. */
  parts: Array<ReferralPart>;
  /** The referral it continues. */
  predecessor?: Maybe<Scalars['ID']['output']>;
  /** Where the sender is asked to send it instead. */
  proposedDestination?: Maybe<Destination>;
  /** The signed receipt (`secevent+jwt`), once somebody took note. */
  receipt?: Maybe<Scalars['String']['output']>;
  /** The short name people use, such as `7K3M-Q9XA`. */
  reference: Scalars['String']['output'];
  /** How long it is kept. */
  retention: Retention;
  /** The identifier of the schema that the main part follows. */
  schema: Scalars['String']['output'];
  /** Who sends it; absent for people without an organisation. */
  senderOrganisation?: Maybe<Organisation>;
  /** Where it stands. */
  state: ReferralState;
  /** Since when it stands where it stands. */
  stateSince: Scalars['DateTime']['output'];
  /** The referral by which you continued it, once that was sent off; never shown to the recipient. */
  successor?: Maybe<Scalars['ID']['output']>;
  /** Roughly what it is about, such as `FAMILY`; never said of a suspicion report. */
  topic?: Maybe<Scalars['String']['output']>;
  /** How soon somebody must look. */
  urgency: Urgency;
  /** How often it changed, as you may know. Name it when you act. */
  version: Scalars['Int']['output'];
};

/** Something that can be done with a referral here. */
export type ReferralAction =
  /** Take it on. */
  | 'ACCEPT'
  /** Confirm with a signed receipt that somebody took note. */
  | 'ACKNOWLEDGE'
  /** Hand it to a colleague. */
  | 'ASSIGN'
  /** End it with an outcome. */
  | 'COMPLETE'
  /** Record on which other way it reached the office. */
  | 'CONFIRM_OTHER_CHANNEL'
  /** Agree, as a second member, to close it. */
  | 'CO_SIGN_CLOSE'
  /** Refuse it with a reason. */
  | 'DECLINE'
  /** Throw away what was never sent. */
  | 'DISCARD'
  /** End it without an outcome. */
  | 'FAIL'
  /** Give the three facts. */
  | 'FEEDBACK'
  /** Let it rest until a date. */
  | 'HOLD'
  /** Write in its thread. */
  | 'MESSAGE'
  /** Fetch its content for the first time. */
  | 'OPEN'
  /** Send it on. */
  | 'REDIRECT'
  /** Refuse what cannot be read. */
  | 'REJECT_TECHNICAL'
  /** Go on. */
  | 'RESUME'
  /** Begin to work on it. */
  | 'START'
  /** Send it off. */
  | 'SUBMIT'
  /** Take it back. */
  | 'WITHDRAW';

/** Which letter box of your organisation. */
export type ReferralBox =
  /** What came in. */
  | 'INBOX'
  /** What went out. */
  | 'OUTBOX';

/** A slice of a box. */
export type ReferralConnection = {
  __typename?: 'ReferralConnection';
  /** The slice. */
  edges: Array<ReferralEdge>;
  /** The referrals of the slice. */
  nodes: Array<Referral>;
  /** Where the slice lies. */
  pageInfo: PageInfo;
  /** How many there are in all, exactly, within what you may see. */
  totalCount: Scalars['Int']['output'];
};

/** At which end you stand. */
export type ReferralDirection =
  /** It came to your organisation. */
  | 'RECEIVED'
  /** It went out from your organisation. */
  | 'SENT';

/** A draft, sealed to its author alone. */
export type ReferralDraft = {
  __typename?: 'ReferralDraft';
  /** When it was last changed. */
  changedAt: Scalars['DateTime']['output'];
  /** Names the draft, such as `ref_6f2a…`: the id the referral will have. */
  id: Scalars['ID']['output'];
  /** The JWE, byte for byte. */
  jwe: Scalars['JWE']['output'];
};

/** One referral of a box. */
export type ReferralEdge = {
  __typename?: 'ReferralEdge';
  /** Its place in the list: opaque, good for `after`. */
  cursor: Scalars['String']['output'];
  /** The referral. */
  node: Referral;
};

/** One reason why an act was refused. */
export type ReferralError = {
  __typename?: 'ReferralError';
  /** What is wrong. */
  code: ReferralErrorCode;
  /** The referral as it is now, where that helps. */
  current?: Maybe<Referral>;
  /**
   * The path of the argument, outermost first, such as `["envelope", "destination"]`; absent where
   * it is about no argument.
   */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** A sentence for the person, in the language of the request. */
  message: Scalars['String']['output'];
};

/** Why an act of the exchange may be refused. */
export type ReferralErrorCode =
  /** The certificate does not hold. */
  | 'CERTIFICATE_INVALID'
  /** The announcement of a key does not follow the chain. */
  | 'CHAIN_BROKEN'
  /** The destination cannot receive this now. */
  | 'DESTINATION_CANNOT_RECEIVE'
  /** The endorsement does not hold. */
  | 'ENDORSEMENT_INVALID'
  /** Not an envelope of the profile. */
  | 'ENVELOPE_MALFORMED'
  /** The law gives this sender no more than the receipt. */
  | 'FEEDBACK_NOT_PERMITTED'
  /** The server must not be told this. */
  | 'FIELD_NOT_ALLOWED'
  /** You may not do this. */
  | 'FORBIDDEN'
  /** The legal gate is not open to the sender. */
  | 'GATE_NOT_ALLOWED'
  /** The grant does not hold. */
  | 'GRANT_INVALID'
  /** Something that the act needs does not hold yet. */
  | 'GUARD_FAILED'
  /** The header says it belongs somewhere else. */
  | 'HEADER_CONTEXT_MISMATCH'
  /** The key of idempotency was used for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A referral with this id exists. */
  | 'ID_EXISTS'
  /** An argument holds something not allowed. */
  | 'INVALID'
  /** An algorithm that is not allowed. */
  | 'JWE_ALGORITHM_NOT_ALLOWED'
  /** A header has a member that is not allowed. */
  | 'JWE_HEADER_NOT_ALLOWED'
  /** Not a JWE of the profile. */
  | 'JWE_MALFORMED'
  /** A key that is needed first does not exist. */
  | 'KEY_MISSING'
  /** The kind cannot be sent in this version. */
  | 'KIND_NOT_OFFERED'
  /** It does not exist, or you may not know that it does. */
  | 'NOT_FOUND'
  /** The ciphertext has a size that tells something. */
  | 'PADDING_SIZE_NOT_ALLOWED'
  /** Announced parts have not arrived. */
  | 'PARTS_MISSING'
  /** Another part has this id. */
  | 'PART_DIFFERS'
  /** Sealed to other keys than expected. */
  | 'RECIPIENTS_MISMATCH'
  /** The same request is being done. */
  | 'REQUEST_IN_PROGRESS'
  /** Your organisation cannot send now. */
  | 'SENDER_NOT_READY'
  /** A signature does not hold. */
  | 'SIGNATURE_INVALID'
  /** Sealed to a key that was replaced. Seal it anew. */
  | 'STALE_KEY'
  /** More bytes than allowed. */
  | 'TOO_LARGE'
  /** It is not possible in the state the referral is in. */
  | 'TRANSITION_NOT_ALLOWED'
  /** The vault is not one of the profile. */
  | 'VAULT_INVALID'
  /** Something happened since the version you named; `current` is how it stands now. */
  | 'VERSION_CONFLICT';

/** Something that happened to a referral. */
export type ReferralEvent = {
  __typename?: 'ReferralEvent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Names the event, such as `evt_018f…`. Drop what you have seen. */
  id: Scalars['ID']['output'];
  /** What happened, such as `referral.delivered`. */
  kind: Scalars['String']['output'];
  /** The referral. */
  referral: Scalars['ID']['output'];
};

/** A slice of the feed, in the order of its publication. */
export type ReferralEventConnection = {
  __typename?: 'ReferralEventConnection';
  /** The `after` of the next slice; what was given when nothing has happened. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** The events. */
  nodes: Array<ReferralEvent>;
};

/** Which referrals of a box. */
export type ReferralFilter = {
  /** Only those that were given to you. */
  assignedToMe?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those with a deadline before this instant. */
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those of these kinds. */
  kinds?: InputMaybe<Array<ReferralKind>>;
  /** Only those in one of these states, as you see them. */
  states?: InputMaybe<Array<ReferralState>>;
};

/** What a referral is. */
export type ReferralKind =
  /** A professional asks an experienced adviser, without identities. */
  | 'EXPERT_CONSULTATION'
  /** One youth office hands a case over to another. */
  | 'HANDOVER'
  /** A partner hands somebody who agreed over to a service that can help. */
  | 'HELP_REFERRAL'
  /** A young person or a parent asks for help themselves. */
  | 'SELF_REFERRAL'
  /** A worry about a child, told to the youth office. */
  | 'SUSPICION_REPORT';

/** The head of a message; its text is in a part. */
export type ReferralMessage = {
  __typename?: 'ReferralMessage';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The name of the colleague who wrote it; absent for the other end. */
  by?: Maybe<Scalars['String']['output']>;
  /** Whether your organisation sent it or received it. */
  from: ReferralDirection;
  /** Names the message, such as `msg_018f…`. */
  id: Scalars['ID']['output'];
  /** The part that holds it. */
  part: Scalars['ID']['output'];
};

/** In which order the referrals of a box come; equals come newest first. */
export type ReferralOrder =
  /** The newest first. */
  | 'NEWEST'
  /**
   * Those that run before those that ended, the more urgent first, then by the nearest deadline
   * you are shown.
   */
  | 'URGENCY';

/** The head of an encrypted part. */
export type ReferralPart = {
  __typename?: 'ReferralPart';
  /** When it was stored. */
  at: Scalars['DateTime']['output'];
  /** The name of the colleague who posted it; absent for the other end. */
  by?: Maybe<Scalars['String']['output']>;
  /** Names the part, such as `prt_018f…`. */
  id: Scalars['ID']['output'];
  /** The padded size in bytes. */
  paddedSize: Scalars['Int']['output'];
  /** The keys it is sealed to. */
  recipientKids: Array<Scalars['String']['output']>;
  /** What it holds, such as `report`. */
  role: Scalars['String']['output'];
  /** Its authentication tag. */
  tag: Scalars['String']['output'];
};

/**
 * What came of an act. An act that changes a case is sent with the header `Idempotency-Key` and done once,
 * however often the same request comes.
 */
export type ReferralPayload = {
  __typename?: 'ReferralPayload';
  /** The referral after the act; absent when it was refused. */
  referral?: Maybe<Referral>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<ReferralError>;
};

/** Where a referral stands, as you may see it. */
export type ReferralState =
  /** Taken on. */
  | 'ACCEPTED'
  /** A human took note. */
  | 'ACKNOWLEDGED'
  /** Not deliverable for a technical reason. */
  | 'BOUNCED'
  /** The sender asked for it back. */
  | 'CANCEL_REQUESTED'
  /** Done. */
  | 'COMPLETED'
  /** Not taken on. */
  | 'DECLINED'
  /** Arrived: a fact of transport. */
  | 'DELIVERED'
  /** Came to nothing. */
  | 'FAILED'
  /** Being worked on. */
  | 'IN_PROGRESS'
  /** Announced; parts are being uploaded. */
  | 'NEW'
  /** Resting until a date. */
  | 'ON_HOLD'
  /** The ciphertext was fetched. */
  | 'OPENED'
  /** Deleted; a counter is left. */
  | 'PURGED'
  /** Sent on to another place. */
  | 'REDIRECTED'
  /** Sent off. */
  | 'SUBMITTED'
  /** Never fetched. */
  | 'UNDELIVERABLE'
  /** Taken back. */
  | 'WITHDRAWN';

/** A step of the history. */
export type ReferralStep = {
  __typename?: 'ReferralStep';
  /** What was done, such as `acknowledge`. */
  action: Scalars['String']['output'];
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The name of the colleague who did it; absent for the other end and the system. */
  by?: Maybe<Scalars['String']['output']>;
  /** The code that was given, such as a reason. */
  code?: Maybe<Scalars['String']['output']>;
  /** The state before it, as you may see it. */
  from: ReferralState;
  /** The state after it, as you may see it. */
  to: ReferralState;
};

/** In which matter somebody is responsible. */
export type ResponsibilityTopic =
  /** Protects a child at once. */
  | 'ACUTE_PROTECTION'
  /** Advises professionals who weigh such a suspicion. */
  | 'CHILD_PROTECTION_ADVICE'
  /** Takes reports of suspected endangerment of a child. */
  | 'CHILD_PROTECTION_REPORT'
  /** Kontaktstelle Kinderschutz. */
  | 'CONTACT_POINT'
  /** Accompanies victims through court proceedings. */
  | 'COURT_SUPPORT'
  /** Domestic violence. */
  | 'DOMESTIC_VIOLENCE'
  /** Early help: from pregnancy to three years. */
  | 'EARLY_HELP'
  /** Documents injuries so that a court can use it. */
  | 'FORENSIC_DOCUMENTATION'
  /** The youth office in all other matters. */
  | 'YOUTH_OFFICE_GENERAL';

/** Who answers. Always a list: nobody has to answer a question before seeing numbers. */
export type ResponsibleAnswer = {
  __typename?: 'ResponsibleAnswer';
  /** The bodies that answer, or may. */
  candidates: Array<Candidate>;
  /** The day the data of places describe, such as `2021-01-01`, or that it is not known. */
  dataAsOf: Scalars['String']['output'];
  /** What else there is to say, sentence by sentence. */
  explanation: Array<LocalizedText>;
  /** Numbers that stand in, those known to answer first. */
  fallback: Array<ResponsibleNumber>;
  /** The one question that would help most; absent when none is needed. */
  question?: Maybe<Question>;
  /** Who publishes the data of places, such as `BKG`. */
  sources: Array<Scalars['String']['output']>;
  /** How the answer is to be read; it speaks of the body, not of its numbers. */
  status: ResponsibleStatus;
};

/** An area a body answers for. */
export type ResponsibleArea = {
  __typename?: 'ResponsibleArea';
  /** Its full name, such as "Landkreis Rostock". */
  fullName: Scalars['String']['output'];
  /** The key (AGS) of a district, such as `13072`, or `13` for the whole state. */
  key: Scalars['String']['output'];
};

/** An organisation that answers. */
export type ResponsibleBody = {
  __typename?: 'ResponsibleBody';
  /** Whether it is invented: show the label "Beispiel". */
  demo: Scalars['Boolean']['output'];
  /** Names the organisation, such as `org_018f…`. */
  id: Scalars['ID']['output'];
  /** Its name. */
  name: LocalizedText;
};

/** Who answers for a place, in a matter, at an instant? Nothing of the question is kept. */
export type ResponsibleInput = {
  /** Answers to questions of earlier answers, at most 10, in the order they were given. */
  answers?: InputMaybe<Array<AnswerInput>>;
  /** At which instant, such as `2026-11-20T15:40:00Z`; now when absent. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * By which telephone: the ordinary one, as when absent, or on call, for the lines outside office
   * hours first (`PHONE`, `ON_CALL`; in REST `phone`, `on_call`). The answer is numbers, so no other
   * channel is allowed.
   */
  channel?: InputMaybe<Channel>;
  /** What is known of the place; at least one of its fields. */
  place: PlaceInput;
  /** In which matter. */
  topic: ResponsibilityTopic;
};

/** A number with all that is shown beside it. */
export type ResponsibleNumber = {
  __typename?: 'ResponsibleNumber';
  /** Whether somebody has confirmed it and that still holds. */
  confirmed: Scalars['Boolean']['output'];
  /** As it is printed, such as `0800 14 14 007`. */
  display: Scalars['String']['output'];
  /** The address of a link that calls it, such as `tel:+498001414007`. */
  href: Scalars['String']['output'];
  /** What is at its other end. */
  name: LocalizedText;
  /** As it is dialled: E.164 such as `+498001414007`, or a national short code. */
  number: Scalars['String']['output'];
  /** Whether it answers at the instant asked about. */
  openNow: OpenNow;
  /** What it is for. Show it: a switchboard is no reporting line. */
  purpose: PhonePurpose;
  /** What it is for, in words. */
  purposeText: LocalizedText;
  /** Who states it. */
  source?: Maybe<StatedBy>;
  /** Until when the number may be trusted; absent when nobody has confirmed it. */
  trustedUntil?: Maybe<Scalars['Date']['output']>;
};

/** How an answer is to be read. */
export type ResponsibleStatus =
  /** Several bodies may be meant. */
  | 'AMBIGUOUS'
  /** Nobody is known to answer; numbers that stand in are in `fallback`. */
  | 'FALLBACK'
  /** The place lies in another state, which is responsible. */
  | 'OUTSIDE_STATE'
  /** One body answers for every place that may be meant. */
  | 'UNIQUE'
  /** The place is not known. */
  | 'UNKNOWN_PLACE';

/** How long a referral is kept. */
export type Retention = {
  __typename?: 'Retention';
  /** When everything is deleted; absent while that is open, or not for you to know. */
  purgeAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the sender's access ends; absent while that is open. */
  senderAccessUntil?: Maybe<Scalars['DateTime']['output']>;
};

/** What a member does in the organisation. */
export type Role =
  /** Runs the installation: accounts and organisations, never a case. */
  | 'ADMINISTRATOR'
  /** Decides on accepting, declining, redirecting. */
  | 'DECIDER'
  /** Keeps the organisation's entries in the directory true. */
  | 'DIRECTORY_EDITOR'
  /** Is on duty outside office hours. */
  | 'DUTY_OFFICER'
  /** Receives what comes in and hands it to a colleague. */
  | 'INTAKE'
  /** Leads the organisation's casework. */
  | 'LEAD'
  /** Coordinates the networks of the own district. */
  | 'NETWORK_COORDINATOR'
  /** Verifies other organisations. */
  | 'VERIFIER'
  /** Works on cases that were assigned. */
  | 'WORKER';

/** A part with its bytes. */
export type SealedContent = {
  __typename?: 'SealedContent';
  /** Names the part. */
  id: Scalars['ID']['output'];
  /** The JWE, byte for byte. */
  jwe: Scalars['JWE']['output'];
  /** What it holds, such as `report`. */
  role: Scalars['String']['output'];
};

/** Whether a service is for people of the place asked for. */
export type Serves =
  /** Nobody has stated for which area it is. */
  | 'UNKNOWN'
  /** It is. */
  | 'YES';

/** A service of an organisation. Unknown is a value: what nobody has stated is absent, or says so. */
export type Service = Node & {
  __typename?: 'Service';
  /** Other names it is known by. */
  alternateNames: Array<Scalars['String']['output']>;
  /** Whether people may stay unnamed. */
  anonymous: Answer;
  /** Who answers, in words, such as "geschulte Ehrenamtliche". */
  answeredBy?: Maybe<LocalizedText>;
  /**
   * Where people may live to use it; unknown when empty, never "everywhere". Statements that
   * differ stand side by side.
   */
  areas: Array<ServiceArea>;
  /** What it does not replace, such as "Ersetzt keinen Notruf.". */
  boundaryNote?: Maybe<LocalizedText>;
  /** Whether there is room; unknown when absent. */
  capacity?: Maybe<Capacity>;
  /** The address of its chat, an `http` or `https` address. */
  chat?: Maybe<Scalars['String']['output']>;
  /** Its contacts. */
  contacts: Array<Contact>;
  /** What it costs. */
  cost: Cost;
  /** Whether it belongs to an invented body of the demo network: show the label "Beispiel". */
  demo: Scalars['Boolean']['output'];
  /** All there is to say. */
  description?: Maybe<LocalizedText>;
  /** Whom it is for. */
  eligibility: Eligibility;
  /** Its mail address, such as `beratung@example.org`. */
  email?: Maybe<Scalars['String']['output']>;
  /** Spans of funding: history only. */
  fundingPeriods: Array<FundingPeriod>;
  /**
   * When it is reached by each channel, as stated: its own hours, else those of its only place,
   * else those of its organisation.
   */
  hours: Array<Hours>;
  /** Names the service, such as `svc_018f…`. */
  id: Scalars['ID']['output'];
  /** What it does: terms of `SERVICE_KIND`. */
  kinds: Array<Term>;
  /** In which languages it is given; unknown when empty. */
  languages: Array<ServiceLanguage>;
  /** Its name. */
  name: LocalizedText;
  /** A dated notice on top of the entry, while it is valid. */
  notice?: Maybe<LocalizedText>;
  /** Whether it can be reached. */
  openNow: OpenNow;
  /** A promise about opening without times, such as "an fünf Tagen je mindestens 4 Stunden". */
  openingCommitment?: Maybe<LocalizedText>;
  /** Who gives it. */
  organisation: Organisation;
  /** Its telephones. */
  phones: Array<Phone>;
  /** Where it is given. */
  places: Array<ServicePlace>;
  /** The parts of society it belongs to: terms of `SECTOR`. */
  sectors: Array<Term>;
  /** Whether it is given. */
  status: ServiceStatus;
  /** What a card shows, at most 200 characters. */
  summary?: Maybe<LocalizedText>;
  /** Whom it is for: terms of `TARGET_GROUP`. */
  targetGroups: Array<Term>;
  /** What it is about: terms of `TOPIC`. */
  topics: Array<Term>;
  /** How far the record may be trusted. */
  trust: Trust;
  /** When it, or anything nested in it, last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** How often it was saved; starts at 1. Name it as `expectedVersion` when you change the service. */
  version: Scalars['Int']['output'];
  /** Its own web page, an `http` or `https` address. */
  website?: Maybe<Scalars['String']['output']>;
};


/** A service of an organisation. Unknown is a value: what nobody has stated is absent, or says so. */
export type ServiceOpenNowArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  channel?: InputMaybe<Channel>;
};

/** One statement about where people may live to use a service. */
export type ServiceArea = {
  __typename?: 'ServiceArea';
  /** The area in words, such as "Landkreis Rostock". */
  label: LocalizedText;
  /** Who states it. */
  source?: Maybe<StatedBy>;
};

/** Services that were found: a slice of them, their exact number, and counts over all of them. */
export type ServiceConnection = {
  __typename?: 'ServiceConnection';
  /** A better spelling of what was typed, where little or nothing was found. */
  didYouMean?: Maybe<Scalars['String']['output']>;
  /** The slice, each service with why it was found. */
  edges: Array<ServiceEdge>;
  /** Counts over everything that fits, not only the slice, largest first. */
  facets: Array<Facet>;
  /** The services of the slice, without why they were found. */
  nodes: Array<Service>;
  /** Where the slice lies. */
  pageInfo: PageInfo;
  /** How many services fit in all, exactly. */
  totalCount: Scalars['Int']['output'];
  /** The words tell of danger: show the emergency numbers above the results. */
  urgent: Scalars['Boolean']['output'];
  /** Nothing fitted; this wider question did, as a sentence. */
  widenedTo?: Maybe<LocalizedText>;
};

/** One service that was found. */
export type ServiceEdge = {
  __typename?: 'ServiceEdge';
  /** Its place in the list: opaque, good for `after`. */
  cursor: Scalars['String']['output'];
  /** Distance in metres from the point asked for. */
  distanceM?: Maybe<Scalars['Float']['output']>;
  /** The service. */
  node: Service;
  /** Why it was found; empty when no words and no place were given. */
  reasons: Array<Reason>;
  /** How well it fits; comparable within one answer only. */
  score: Scalars['Float']['output'];
  /** Whether it is for people of the place asked for; absent when no place was asked for. */
  serves?: Maybe<Serves>;
};

/**
 * What a service must be to be found. All conditions that are given hold together. An unknown value
 * never excludes a service: it ranks lower.
 */
export type ServiceFilter = {
  /** Has room; false asks for nothing. */
  accepting?: InputMaybe<Scalars['Boolean']['input']>;
  /** Reachable without steps; false asks for nothing. */
  accessibility?: InputMaybe<Scalars['Boolean']['input']>;
  /** For somebody of this age in months, 0 to 1200. */
  ageMonths?: InputMaybe<Scalars['Int']['input']>;
  /** Possible without a name; false asks for nothing. */
  anonymous?: InputMaybe<Scalars['Boolean']['input']>;
  /** By this channel. */
  channel?: InputMaybe<Channel>;
  /** Any of these costs. */
  cost?: InputMaybe<Array<CostKind>>;
  /** A district key (AGS): five digits, such as `13072`. */
  district?: InputMaybe<Scalars['String']['input']>;
  /** Any of these kinds of service or organisation, by key, such as `counselling`. */
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** In any of these languages, as BCP 47 tags, such as `uk`. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A municipality key (AGS): eight digits, such as `13003000`. */
  municipality?: InputMaybe<Scalars['String']['input']>;
  /** Within a distance of a point. */
  near?: InputMaybe<NearInput>;
  /** Not known to be closed at this instant, such as `2026-11-20T15:40:00Z`: those known to be open come first, those whose hours are unknown after them. */
  openAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A place by name or postcode, as typed, such as "Güstrow" or `19055`. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** A postcode: five digits, such as `19055`. */
  postcode?: InputMaybe<Scalars['String']['input']>;
  /** Any of these sectors, by key, such as `youth_welfare`. */
  sectors?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Words, as typed, at most 200 characters, such as "papa haut" or "Familienhebamme". */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Any of these topics, by key, such as `neglect`. */
  topics?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** A language a service is given in. */
export type ServiceLanguage = {
  __typename?: 'ServiceLanguage';
  /** A BCP 47 tag such as `uk`, or `gsg` for German Sign Language. */
  code: Scalars['String']['output'];
  /** In which ways. */
  modes: Array<LanguageMode>;
  /** More about it, such as "vorher anrufen". */
  note?: Maybe<LocalizedText>;
};

/** In which order services come. */
export type ServiceOrder =
  /** By distance from the point or place asked for; unknown distances last. */
  | 'DISTANCE'
  /** By name. */
  | 'NAME'
  /** What fits best comes first; equals in an order that is fair and stays the same for a day. */
  | 'RELEVANCE';

/** Changes to a service. A field left out stays as it is; null makes it unknown again. */
export type ServicePatch = {
  /** Whether people may stay unnamed. */
  anonymous?: InputMaybe<Answer>;
  /** What it does not replace, at most 1,000 characters. */
  boundaryNote?: InputMaybe<Scalars['String']['input']>;
  /** Whether there is room. */
  capacity?: InputMaybe<CapacityInput>;
  /** What it costs. */
  cost?: InputMaybe<CostInput>;
  /** All there is to say, at most 5,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Whom it is for. */
  eligibility?: InputMaybe<EligibilityInput>;
  /** Its mail address, such as `beratung@example.org`. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Its hours, at most 50 statements; all of them, because the list is replaced. */
  hours?: InputMaybe<Array<HoursInput>>;
  /** In which languages, at most 50; all of them, because the list is replaced. */
  languages?: InputMaybe<Array<LanguageInput>>;
  /** Its name, 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A dated notice on top of the entry. */
  notice?: InputMaybe<NoticeInput>;
  /** Its telephones, at most 50; all of them, because the list is replaced. */
  phones?: InputMaybe<Array<PhoneInput>>;
  /** Whether it is given. */
  status?: InputMaybe<ServiceStatusInput>;
  /** What a card shows, at most 200 characters. */
  summary?: InputMaybe<Scalars['String']['input']>;
  /** Its own web page, an `http` or `https` address. */
  website?: InputMaybe<Scalars['String']['input']>;
};

/** A place a service is given at; what is stated here overrides what the service says. */
export type ServicePlace = {
  __typename?: 'ServicePlace';
  /** What is different there. */
  description?: Maybe<LocalizedText>;
  /** Hours there: those of the service at this place, or else those of the house. */
  hours: Array<Hours>;
  /** Names the link of service and location, such as `sal_018f…`. */
  id: Scalars['ID']['output'];
  /** The location. */
  location: Location;
  /** Telephones there: those of the service at this place, then those of the house. */
  phones: Array<Phone>;
};

/** Whether a service is given. */
export type ServiceStatus = {
  __typename?: 'ServiceStatus';
  /** Whether it is. */
  code: ServiceStatusCode;
  /** The first day on which it is expected back. */
  expectedBackOn?: Maybe<Scalars['Date']['output']>;
  /** Why not, for the public. */
  reason?: Maybe<LocalizedText>;
};

/** Whether a service is given. */
export type ServiceStatusCode =
  /** It is given. */
  | 'ACTIVE'
  /** It has ended for good. */
  | 'DEFUNCT'
  /** It is not published, or not any more. */
  | 'INACTIVE'
  /** Not at the moment. */
  | 'TEMPORARILY_CLOSED';

/** Whether a service is given. */
export type ServiceStatusInput = {
  /** Whether it is. */
  code: ServiceStatusCode;
  /** The first day on which it is expected back. */
  expectedBackOn?: InputMaybe<Scalars['Date']['input']>;
  /** Why not, for the public; needed for `TEMPORARILY_CLOSED`. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** Who states a fact, and of which date. Absent parts are not known. */
export type StatedBy = {
  __typename?: 'StatedBy';
  /** Of which date, as precise as the source is: `2018`, `2023-12`, `2026-11-22`. */
  date?: Maybe<Scalars['String']['output']>;
  /** Who published it, or what it is called; absent when the organisation wrote it here itself. */
  title?: Maybe<Scalars['String']['output']>;
  /** Where it was read, an `http` or `https` address. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A taxonomy of the directory. */
export type Taxonomy =
  /** What a measure is meant to reach. */
  | 'GOAL'
  /** What somebody needs. */
  | 'NEED'
  /** What an organisation is, such as `youth_office`. */
  | 'ORGANISATION_KIND'
  /** The part of society an organisation belongs to, such as `youth_welfare`. */
  | 'SECTOR'
  /** What a service does, such as `counselling`. */
  | 'SERVICE_KIND'
  /** Whom it is for. */
  | 'TARGET_GROUP'
  /** What it is about, such as `neglect`. */
  | 'TOPIC';

/** One term of a taxonomy. */
export type Term = {
  __typename?: 'Term';
  /** Names the term, such as `trm_018f…`. */
  id: Scalars['ID']['output'];
  /** Its key, unique in the taxonomy: lower-case words joined by `_`, such as `youth_office`. */
  key: Scalars['String']['output'];
  /** Its name. */
  label: LocalizedText;
  /** The key of the wider term; absent at the top. */
  parent?: Maybe<Scalars['String']['output']>;
  /** The taxonomy it belongs to. */
  taxonomy: Taxonomy;
};

/** How far a record may be trusted. */
export type Trust = {
  __typename?: 'Trust';
  /** How sure it is. */
  certainty: Certainty;
  /** On which day somebody confirmed it last; absent when nobody has. */
  confirmedOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it was confirmed, and whether that still holds. */
  freshness: Freshness;
  /** The sources it was read in, newest first; empty when the organisation wrote it itself. */
  sources: Array<StatedBy>;
  /** All this in one sentence, such as "Noch nicht bestätigt; Quelle vom Dezember 2023.". */
  text: LocalizedText;
};

/** One reason why a change was refused. */
export type UpdateServiceError = {
  __typename?: 'UpdateServiceError';
  /** What is wrong. */
  code: UpdateServiceErrorCode;
  /** On a conflict: the service as it is now. */
  current?: Maybe<Service>;
  /** The path of the input field, outermost first, such as `["patch", "phones", "0", "number"]`. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** A sentence for the person, in the language of the request. */
  message: Scalars['String']['output'];
};

/** Why a change to a service may be refused. */
export type UpdateServiceErrorCode =
  /** You may not edit this service. */
  | 'FORBIDDEN'
  /** A field holds something not allowed. */
  | 'INVALID'
  /** There is no such service, or you may not know of it. */
  | 'NOT_FOUND'
  /** Somebody else changed the service in the meantime; `current` is what it is now. */
  | 'VERSION_CONFLICT';

/** What came of a change to a service. */
export type UpdateServicePayload = {
  __typename?: 'UpdateServicePayload';
  /** The service after the change; absent when it was refused. */
  service?: Maybe<Service>;
  /** Why it was refused; empty when it was not. */
  userErrors: Array<UpdateServiceError>;
};

/** How soon somebody must look. */
export type Urgency =
  /** In its turn. */
  | 'NORMAL'
  /** In the next days. */
  | 'SOON'
  /** Now. Say "110, 112, telephone" first. */
  | 'URGENT';

/** Your own private keys, sealed under a passphrase that the server never sees. */
export type Vault = {
  __typename?: 'Vault';
  /** The name of your encryption key. */
  encKid: Scalars['String']['output'];
  /** The name of your signing key. */
  sigKid: Scalars['String']['output'];
  /** The vault, byte for byte: JSON text. */
  vault: Scalars['String']['output'];
};

/** The person who is signed in, acting for one organisation. */
export type Viewer = {
  __typename?: 'Viewer';
  /** What the person may do; show the buttons for these, ask no roles. */
  can: Array<Permission>;
  /** How the person is addressed. */
  displayName: Scalars['String']['output'];
  /** Names the account, such as `acc_018f…`. */
  id: Scalars['ID']['output'];
  /** The organisation acted for. */
  organisation: Organisation;
  /** What the person does there. */
  roles: Array<Role>;
  /** When the session ends unless it is renewed. */
  sessionEndsAt: Scalars['DateTime']['output'];
};

export type ServiceCard_ServiceFragment = { __typename?: 'Service', id: string, demo: boolean, name: { __typename?: 'LocalizedText', lang: string, value: string }, summary?: { __typename?: 'LocalizedText', lang: string, value: string } | null, kinds: Array<{ __typename?: 'Term', key: string, label: { __typename?: 'LocalizedText', lang: string, value: string } }>, cost: { __typename?: 'Cost', text: { __typename?: 'LocalizedText', lang: string, value: string } }, organisation: { __typename?: 'Organisation', name: { __typename?: 'LocalizedText', lang: string, value: string }, district?: { __typename?: 'District', key: string, fullName: string } | null }, phones: Array<{ __typename?: 'Phone', id: string, display: string, href: string, purpose: PhonePurpose, label?: { __typename?: 'LocalizedText', lang: string, value: string } | null }>, openNow: (
    { __typename?: 'OpenNow' }
    & { ' $fragmentRefs'?: { 'OpenBadge_OpenNowFragment': OpenBadge_OpenNowFragment } }
  ), trust: (
    { __typename?: 'Trust' }
    & { ' $fragmentRefs'?: { 'TrustLine_TrustFragment': TrustLine_TrustFragment } }
  ) } & { ' $fragmentName'?: 'ServiceCard_ServiceFragment' };

export type FindServicesQueryVariables = Exact<{
  filter?: InputMaybe<ServiceFilter>;
  orderBy: ServiceOrder;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  lang?: InputMaybe<Scalars['String']['input']>;
}>;


export type FindServicesQuery = { __typename?: 'Query', services: { __typename?: 'ServiceConnection', totalCount: number, didYouMean?: string | null, urgent: boolean, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null }, widenedTo?: { __typename?: 'LocalizedText', lang: string, value: string } | null, facets: Array<{ __typename?: 'Facet', field: string, counts: Array<{ __typename?: 'FacetCount', value: string, count: number, label: { __typename?: 'LocalizedText', lang: string, value: string } }> }>, edges: Array<{ __typename?: 'ServiceEdge', cursor: string, serves?: Serves | null, distanceM?: number | null, reasons: Array<{ __typename?: 'Reason', kind: ReasonKind, text: { __typename?: 'LocalizedText', lang: string, value: string } }>, node: (
        { __typename?: 'Service', id: string }
        & { ' $fragmentRefs'?: { 'ServiceCard_ServiceFragment': ServiceCard_ServiceFragment } }
      ) }> } };

export type OpenBadge_OpenNowFragment = { __typename?: 'OpenNow', state: OpenState, stale: boolean, text: { __typename?: 'LocalizedText', lang: string, value: string }, instead: Array<{ __typename?: 'InsteadNumber', display: string, href: string, name: { __typename?: 'LocalizedText', lang: string, value: string } }> } & { ' $fragmentName'?: 'OpenBadge_OpenNowFragment' };

export type TrustLine_TrustFragment = { __typename?: 'Trust', freshness: Freshness, confirmedOn?: string | null, text: { __typename?: 'LocalizedText', lang: string, value: string }, sources: Array<{ __typename?: 'StatedBy', title?: string | null, url?: string | null, date?: string | null }> } & { ' $fragmentName'?: 'TrustLine_TrustFragment' };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OpenBadge_OpenNowFragmentDoc = new TypedDocumentString(`
    fragment OpenBadge_openNow on OpenNow {
  state
  text {
    lang
    value
  }
  stale
  instead {
    name {
      lang
      value
    }
    display
    href
  }
}
    `, {"fragmentName":"OpenBadge_openNow"}) as unknown as TypedDocumentString<OpenBadge_OpenNowFragment, unknown>;
export const TrustLine_TrustFragmentDoc = new TypedDocumentString(`
    fragment TrustLine_trust on Trust {
  freshness
  confirmedOn
  text {
    lang
    value
  }
  sources {
    title
    url
    date
  }
}
    `, {"fragmentName":"TrustLine_trust"}) as unknown as TypedDocumentString<TrustLine_TrustFragment, unknown>;
export const ServiceCard_ServiceFragmentDoc = new TypedDocumentString(`
    fragment ServiceCard_service on Service {
  id
  name {
    lang
    value
  }
  summary {
    lang
    value
  }
  kinds {
    key
    label {
      lang
      value
    }
  }
  cost {
    text {
      lang
      value
    }
  }
  organisation {
    name {
      lang
      value
    }
    district {
      key
      fullName
    }
  }
  phones {
    id
    display
    href
    purpose
    label {
      lang
      value
    }
  }
  openNow {
    ...OpenBadge_openNow
  }
  demo
  trust {
    ...TrustLine_trust
  }
}
    fragment OpenBadge_openNow on OpenNow {
  state
  text {
    lang
    value
  }
  stale
  instead {
    name {
      lang
      value
    }
    display
    href
  }
}
fragment TrustLine_trust on Trust {
  freshness
  confirmedOn
  text {
    lang
    value
  }
  sources {
    title
    url
    date
  }
}`, {"fragmentName":"ServiceCard_service"}) as unknown as TypedDocumentString<ServiceCard_ServiceFragment, unknown>;
export const FindServicesDocument = new TypedDocumentString(`
    query FindServices($filter: ServiceFilter, $orderBy: ServiceOrder!, $first: Int!, $after: String, $lang: String) {
  services(
    filter: $filter
    orderBy: $orderBy
    first: $first
    after: $after
    lang: $lang
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    didYouMean
    urgent
    widenedTo {
      lang
      value
    }
    facets {
      field
      counts {
        value
        count
        label {
          lang
          value
        }
      }
    }
    edges {
      cursor
      serves
      distanceM
      reasons {
        kind
        text {
          lang
          value
        }
      }
      node {
        id
        ...ServiceCard_service
      }
    }
  }
}
    fragment ServiceCard_service on Service {
  id
  name {
    lang
    value
  }
  summary {
    lang
    value
  }
  kinds {
    key
    label {
      lang
      value
    }
  }
  cost {
    text {
      lang
      value
    }
  }
  organisation {
    name {
      lang
      value
    }
    district {
      key
      fullName
    }
  }
  phones {
    id
    display
    href
    purpose
    label {
      lang
      value
    }
  }
  openNow {
    ...OpenBadge_openNow
  }
  demo
  trust {
    ...TrustLine_trust
  }
}
fragment OpenBadge_openNow on OpenNow {
  state
  text {
    lang
    value
  }
  stale
  instead {
    name {
      lang
      value
    }
    display
    href
  }
}
fragment TrustLine_trust on Trust {
  freshness
  confirmedOn
  text {
    lang
    value
  }
  sources {
    title
    url
    date
  }
}`) as unknown as TypedDocumentString<FindServicesQuery, FindServicesQueryVariables>;