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
  /** A calendar day, such as 2026-11-20. */
  Date: { input: string; output: string; }
  /** An instant in UTC, RFC 3339, such as 2026-11-20T15:40:00Z. */
  DateTime: { input: string; output: string; }
  JWE: { input: string; output: string; }
};

export type Accessibility = {
  __typename?: 'Accessibility';
  feature: Scalars['String']['output'];
  label: LocalizedText;
  note?: Maybe<LocalizedText>;
  value: Answer;
};

export type Address = {
  __typename?: 'Address';
  addition?: Maybe<Scalars['String']['output']>;
  city?: Maybe<Scalars['String']['output']>;
  houseNumber?: Maybe<Scalars['String']['output']>;
  kind: AddressKind;
  lines: Array<Scalars['String']['output']>;
  municipality?: Maybe<Scalars['String']['output']>;
  postcode?: Maybe<Scalars['String']['output']>;
  street?: Maybe<Scalars['String']['output']>;
};

export type AddressKind =
  | 'PHYSICAL'
  | 'POSTAL';

export type AddressVisibility =
  | 'EXACT'
  | 'HIDDEN'
  | 'MUNICIPALITY_ONLY';

export type Answer =
  | 'NO'
  | 'PARTLY'
  | 'UNKNOWN'
  | 'YES';

export type AnswerInput = {
  questionId: Scalars['String']['input'];
  value: Scalars['String']['input'];
};

export type CallCost =
  | 'FREE'
  | 'MOBILE_RATE'
  | 'NATIONAL'
  | 'PAID';

export type Candidate = {
  __typename?: 'Candidate';
  area: ResponsibleArea;
  because: Array<LocalizedText>;
  body: ResponsibleBody;
  certainty: CandidateCertainty;
  numbers: Array<ResponsibleNumber>;
  validFrom?: Maybe<Scalars['Date']['output']>;
  validTo?: Maybe<Scalars['Date']['output']>;
};

export type CandidateCertainty =
  | 'CERTAIN'
  | 'LIKELY'
  | 'POSSIBLE';

export type Capacity = {
  __typename?: 'Capacity';
  asOf: Scalars['Date']['output'];
  note?: Maybe<LocalizedText>;
  stale: Scalars['Boolean']['output'];
  status: CapacityStatus;
  waitingTimeDays?: Maybe<Scalars['Int']['output']>;
};

export type CapacityInput = {
  asOf: Scalars['Date']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  status: CapacityStatus;
  waitingTimeDays?: InputMaybe<Scalars['Int']['input']>;
};

export type CapacityStatus =
  | 'ACCEPTING'
  | 'ASSESSMENT_REQUIRED'
  | 'FULL'
  | 'WAITLIST';

export type Certainty =
  | 'CONFLICTING'
  | 'OLD'
  | 'OWN'
  | 'SEEN';

export type Channel =
  | 'CHAT'
  | 'MAIL'
  | 'ON_CALL'
  | 'PHONE'
  | 'VISIT';

export type Contact = {
  __typename?: 'Contact';
  department?: Maybe<LocalizedText>;
  email?: Maybe<Scalars['String']['output']>;
  function: ContactFunction;
  id: Scalars['ID']['output'];
  label?: Maybe<LocalizedText>;
  phones: Array<Phone>;
};

export type ContactFunction =
  | 'DATA_PROTECTION'
  | 'INSOFA'
  | 'INTAKE'
  | 'MANAGEMENT'
  | 'NETWORK_COORDINATION'
  | 'ON_CALL'
  | 'OTHER'
  | 'PRESS'
  | 'RECEPTION';

export type Cost = {
  __typename?: 'Cost';
  kind: CostKind;
  options: Array<CostOption>;
  text: LocalizedText;
};

export type CostInput = {
  kind: CostKind;
  options?: InputMaybe<Array<CostOptionInput>>;
};

export type CostKind =
  | 'FREE'
  | 'PAID'
  | 'PARTLY'
  | 'UNKNOWN';

export type CostOption = {
  __typename?: 'CostOption';
  amountCents: Scalars['Int']['output'];
  note?: Maybe<LocalizedText>;
  per?: Maybe<LocalizedText>;
};

export type CostOptionInput = {
  amountCents: Scalars['Int']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  per?: InputMaybe<Scalars['String']['input']>;
};

export type Destination = {
  __typename?: 'Destination';
  announcements: Array<KeyLink>;
  certificates: Array<MemberCertificate>;
  endorsements: Array<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  keysVerifiedOn?: Maybe<Scalars['Date']['output']>;
  kinds: Array<ReferralKind>;
  nextOpening?: Maybe<Scalars['DateTime']['output']>;
  organisation: Organisation;
  phones: Array<Phone>;
  reason?: Maybe<Scalars['String']['output']>;
  receives: Scalars['Boolean']['output'];
  recipients: Array<RecipientKey>;
  ways: Scalars['Int']['output'];
};

export type District = {
  __typename?: 'District';
  fullName: Scalars['String']['output'];
  key: Scalars['String']['output'];
  kind: DistrictKind;
  shortLabel: Scalars['String']['output'];
};

export type DistrictKind =
  | 'DISTRICT'
  | 'INDEPENDENT_CITY';

export type DraftPayload = {
  __typename?: 'DraftPayload';
  draft?: Maybe<ReferralDraft>;
  userErrors: Array<ReferralError>;
};

export type DueDate = {
  __typename?: 'DueDate';
  at: Scalars['DateTime']['output'];
  name: Scalars['String']['output'];
  overdue: Scalars['Boolean']['output'];
};

export type Eligibility = {
  __typename?: 'Eligibility';
  ageFromMonths?: Maybe<Scalars['Int']['output']>;
  ageKnown: Scalars['Boolean']['output'];
  ageToMonths?: Maybe<Scalars['Int']['output']>;
  notFor: Array<LocalizedText>;
  note?: Maybe<LocalizedText>;
  pregnancy: Scalars['Boolean']['output'];
  text: LocalizedText;
};

export type EligibilityInput = {
  ageFromMonths?: InputMaybe<Scalars['Int']['input']>;
  ageKnown: Scalars['Boolean']['input'];
  ageToMonths?: InputMaybe<Scalars['Int']['input']>;
  notFor?: InputMaybe<Array<Scalars['String']['input']>>;
  note?: InputMaybe<Scalars['String']['input']>;
  pregnancy?: Scalars['Boolean']['input'];
};

export type EntryConnection = {
  __typename?: 'EntryConnection';
  edges: Array<EntryEdge>;
  nodes: Array<Service>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type EntryEdge = {
  __typename?: 'EntryEdge';
  cursor: Scalars['String']['output'];
  node: Service;
};

export type Facet = {
  __typename?: 'Facet';
  counts: Array<FacetCount>;
  field: Scalars['String']['output'];
};

export type FacetCount = {
  __typename?: 'FacetCount';
  count: Scalars['Int']['output'];
  label: LocalizedText;
  value: Scalars['String']['output'];
};

export type FeedbackVocabulary =
  | 'DIALOGUE'
  | 'HANDOVER_STATUS'
  | 'KKG_ECHO'
  | 'NONE'
  | 'OUTCOME_CODE';

export type Freshness =
  | 'CONFIRMED'
  | 'OVERDUE'
  | 'UNCONFIRMED';

export type FundingPeriod = {
  __typename?: 'FundingPeriod';
  from?: Maybe<Scalars['String']['output']>;
  label: LocalizedText;
  source?: Maybe<StatedBy>;
  to?: Maybe<Scalars['String']['output']>;
};

/** One statement of hours for one channel: a sentence, its blocks and who states it. */
export type Hours = {
  __typename?: 'Hours';
  alwaysOpen: Scalars['Boolean']['output'];
  blocks: Array<HoursBlock>;
  channel: Channel;
  note?: Maybe<LocalizedText>;
  statedBy?: Maybe<StatedBy>;
  text: LocalizedText;
  validFrom?: Maybe<Scalars['Date']['output']>;
  validTo?: Maybe<Scalars['Date']['output']>;
};

export type HoursBlock = {
  __typename?: 'HoursBlock';
  byAppointment: Scalars['Boolean']['output'];
  end: Scalars['String']['output'];
  note?: Maybe<LocalizedText>;
  start: Scalars['String']['output'];
  weekday: Scalars['Int']['output'];
};

export type HoursBlockInput = {
  byAppointment?: Scalars['Boolean']['input'];
  end: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  start: Scalars['String']['input'];
  weekday: Scalars['Int']['input'];
};

export type HoursInput = {
  alwaysOpen?: Scalars['Boolean']['input'];
  blocks?: InputMaybe<Array<HoursBlockInput>>;
  channel: Channel;
  note?: InputMaybe<Scalars['String']['input']>;
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

export type InsteadNumber = {
  __typename?: 'InsteadNumber';
  display: Scalars['String']['output'];
  href: Scalars['String']['output'];
  name: LocalizedText;
};

export type KeyGrant = {
  __typename?: 'KeyGrant';
  epoch: Scalars['Int']['output'];
  grant: Scalars['String']['output'];
  member: Scalars['String']['output'];
  provedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type KeyHealth = {
  __typename?: 'KeyHealth';
  epoch: Scalars['Int']['output'];
  holders: Scalars['Int']['output'];
  member: Scalars['ID']['output'];
  sheets: Array<RecoverySheet>;
  state: Scalars['String']['output'];
  ways: Scalars['Int']['output'];
};

export type KeyLink = {
  __typename?: 'KeyLink';
  announcement: Scalars['String']['output'];
  proof?: Maybe<Scalars['String']['output']>;
};

export type KeyPayload = {
  __typename?: 'KeyPayload';
  userErrors: Array<ReferralError>;
};

export type KeyWay = {
  __typename?: 'KeyWay';
  kind: Scalars['String']['output'];
  name?: Maybe<Scalars['String']['output']>;
  provedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type LanguageInput = {
  code: Scalars['String']['input'];
  modes: Array<LanguageMode>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type LanguageMode =
  | 'INTERPRETER'
  | 'SIGN'
  | 'SPOKEN'
  | 'WRITTEN';

export type LocalizedText = {
  __typename?: 'LocalizedText';
  lang: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type Location = Node & {
  __typename?: 'Location';
  accessibility: Array<Accessibility>;
  accuracyM?: Maybe<Scalars['Int']['output']>;
  addressVisibility: AddressVisibility;
  addresses: Array<Address>;
  id: Scalars['ID']['output'];
  kind: LocationKind;
  lat?: Maybe<Scalars['Float']['output']>;
  lon?: Maybe<Scalars['Float']['output']>;
  name?: Maybe<LocalizedText>;
  transportNote?: Maybe<LocalizedText>;
  version: Scalars['Int']['output'];
};

export type LocationKind =
  | 'PHYSICAL'
  | 'POSTAL'
  | 'VIRTUAL';

export type Mandate = {
  __typename?: 'Mandate';
  source?: Maybe<StatedBy>;
  title: LocalizedText;
  validFrom?: Maybe<Scalars['Date']['output']>;
  validTo?: Maybe<Scalars['Date']['output']>;
};

export type MemberCertificate = {
  __typename?: 'MemberCertificate';
  certificate: Scalars['String']['output'];
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type Meta = {
  __typename?: 'Meta';
  dataAsOf?: Maybe<Scalars['String']['output']>;
  instanceId: Scalars['String']['output'];
  name: Scalars['String']['output'];
  time: Scalars['DateTime']['output'];
  version: Scalars['String']['output'];
};

export type Mutation = {
  __typename?: 'Mutation';
  acceptReferral: ReferralPayload;
  acknowledgeReferral: ReferralPayload;
  announceOrganisationKey: KeyPayload;
  assignReferral: ReferralPayload;
  certifyMember: KeyPayload;
  coSignCloseReferral: ReferralPayload;
  completeReferral: ReferralPayload;
  confirmOtherChannelReferral: ReferralPayload;
  createReferral: ReferralPayload;
  declineReferral: ReferralPayload;
  deleteReferralDraft: DraftPayload;
  discardReferral: ReferralPayload;
  failReferral: ReferralPayload;
  giveFeedback: ReferralPayload;
  holdReferral: ReferralPayload;
  postGrant: KeyPayload;
  postMessage: ReferralPayload;
  proveGrant: KeyPayload;
  readReferralParts: ReadPartsPayload;
  redirectReferral: ReferralPayload;
  rejectTechnicalReferral: ReferralPayload;
  resumeReferral: ReferralPayload;
  saveReferralDraft: DraftPayload;
  saveVault: KeyPayload;
  startReferral: ReferralPayload;
  submitReferral: ReferralPayload;
  takeSenderGrant: ReferralPayload;
  updateService: UpdateServicePayload;
  verifyRecoverySheet: KeyPayload;
  withdrawReferral: ReferralPayload;
};


export type MutationAcceptReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationAcknowledgeReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  receipt: Scalars['String']['input'];
};


export type MutationAnnounceOrganisationKeyArgs = {
  announcement: Scalars['String']['input'];
  proof?: InputMaybe<Scalars['String']['input']>;
};


export type MutationAssignReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  member: Scalars['ID']['input'];
};


export type MutationCertifyMemberArgs = {
  certificate: Scalars['String']['input'];
};


export type MutationCoSignCloseReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationCompleteReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  outcome: Scalars['String']['input'];
};


export type MutationConfirmOtherChannelReferralArgs = {
  channel: OtherChannelKind;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  on: Scalars['Date']['input'];
};


export type MutationCreateReferralArgs = {
  envelope: Scalars['String']['input'];
  parts: Array<PartInput>;
};


export type MutationDeclineReferralArgs = {
  decision?: InputMaybe<PartInput>;
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationDeleteReferralDraftArgs = {
  id: Scalars['ID']['input'];
};


export type MutationDiscardReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationFailReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationGiveFeedbackArgs = {
  decisionPart?: InputMaybe<PartInput>;
  id: Scalars['ID']['input'];
  part: PartInput;
};


export type MutationHoldReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  until: Scalars['Date']['input'];
};


export type MutationPostGrantArgs = {
  epoch: Scalars['Int']['input'];
  grant: Scalars['String']['input'];
  member: Scalars['String']['input'];
  proofDigest: Scalars['String']['input'];
  sheetKey?: InputMaybe<Scalars['String']['input']>;
};


export type MutationPostMessageArgs = {
  id: Scalars['ID']['input'];
  part: PartInput;
};


export type MutationProveGrantArgs = {
  epoch: Scalars['Int']['input'];
  member: Scalars['String']['input'];
  proof: Scalars['String']['input'];
};


export type MutationReadReferralPartsArgs = {
  id: Scalars['ID']['input'];
  partIds: Array<Scalars['ID']['input']>;
};


export type MutationRedirectReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  proposedDestination: Scalars['ID']['input'];
};


export type MutationRejectTechnicalReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  problems: Array<Scalars['String']['input']>;
};


export type MutationResumeReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationSaveReferralDraftArgs = {
  id: Scalars['ID']['input'];
  jwe: Scalars['JWE']['input'];
};


export type MutationSaveVaultArgs = {
  vault: Scalars['String']['input'];
};


export type MutationStartReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationSubmitReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};


export type MutationTakeSenderGrantArgs = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};


export type MutationUpdateServiceArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  patch: ServicePatch;
};


export type MutationVerifyRecoverySheetArgs = {
  no: Scalars['Int']['input'];
  proof: Scalars['String']['input'];
};


export type MutationWithdrawReferralArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
};

export type NearInput = {
  lat: Scalars['Float']['input'];
  lon: Scalars['Float']['input'];
  radiusM: Scalars['Int']['input'];
};

export type Node = {
  id: Scalars['ID']['output'];
};

export type NoticeInput = {
  text: Scalars['String']['input'];
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

export type OpenNow = {
  __typename?: 'OpenNow';
  /** What is known to answer now when this is not open or unknown, in the order to try. */
  instead: Array<InsteadNumber>;
  nextOpening?: Maybe<Scalars['DateTime']['output']>;
  reason: OpenReason;
  stale: Scalars['Boolean']['output'];
  state: OpenState;
  text: LocalizedText;
  trustedUntil?: Maybe<Scalars['Date']['output']>;
  until?: Maybe<Scalars['DateTime']['output']>;
};

export type OpenReason =
  | 'AFTER_HOURS'
  | 'ALWAYS_OPEN'
  | 'APPOINTMENT_ONLY'
  | 'BEFORE_HOURS'
  | 'BREAK'
  | 'CALENDAR_MISSING'
  | 'EXCEPTION_CLOSED'
  | 'EXCEPTION_OPEN'
  | 'EXPIRED'
  | 'NOT_YET_VALID'
  | 'NO_SCHEDULE'
  | 'OUTSIDE_OFFICE_HOURS'
  | 'PUBLIC_HOLIDAY'
  | 'REGULAR_HOURS'
  | 'SCHOOL_HOLIDAY'
  | 'STATEMENTS_DIFFER'
  | 'SUSPENDED'
  | 'WEEKDAY_CLOSED';

export type OpenState =
  | 'CLOSED'
  | 'OPEN'
  | 'UNKNOWN';

export type Organisation = Node & {
  __typename?: 'Organisation';
  alternateNames: Array<Scalars['String']['output']>;
  contacts: Array<Contact>;
  demo: Scalars['Boolean']['output'];
  description?: Maybe<LocalizedText>;
  district?: Maybe<District>;
  email?: Maybe<Scalars['String']['output']>;
  hours: Array<Hours>;
  id: Scalars['ID']['output'];
  kind: Term;
  locations: Array<Location>;
  mandates: Array<Mandate>;
  name: LocalizedText;
  phones: Array<Phone>;
  sectors: Array<Term>;
  services: Array<Service>;
  status: OrganisationStatusCode;
  trust: Trust;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  website?: Maybe<Scalars['String']['output']>;
};

export type OrganisationMember = {
  __typename?: 'OrganisationMember';
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  keyRole?: Maybe<Scalars['String']['output']>;
  roles: Array<Role>;
};

export type OrganisationStatusCode =
  | 'ACTIVE'
  | 'CLOSED'
  | 'DRAFT'
  | 'PAUSED';

export type OtherChannel = {
  __typename?: 'OtherChannel';
  channel: OtherChannelKind;
  on: Scalars['Date']['output'];
};

export type OtherChannelKind =
  | 'FAX'
  | 'IN_PERSON'
  | 'PHONE'
  | 'POST';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PartInput = {
  id: Scalars['ID']['input'];
  jwe: Scalars['JWE']['input'];
};

export type Permission =
  | 'ADMINISTRATE'
  | 'EDIT_DIRECTORY'
  | 'MANAGE_KEYS'
  | 'RECEIVE_REFERRAL'
  | 'SEND_REFERRAL'
  | 'VERIFY_ORGANISATION';

export type Phone = {
  __typename?: 'Phone';
  anonymous?: Maybe<Scalars['Boolean']['output']>;
  cost?: Maybe<CallCost>;
  display: Scalars['String']['output'];
  href: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: PhoneKind;
  label?: Maybe<LocalizedText>;
  languages: Array<Scalars['String']['output']>;
  number: Scalars['String']['output'];
  openNow: OpenNow;
  purpose: PhonePurpose;
  purposeText: LocalizedText;
  statedBy?: Maybe<StatedBy>;
};


export type PhoneOpenNowArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};

export type PhoneInput = {
  anonymous?: InputMaybe<Scalars['Boolean']['input']>;
  cost?: InputMaybe<CallCost>;
  id?: InputMaybe<Scalars['ID']['input']>;
  kind?: PhoneKind;
  label?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['String']['input'];
  purpose: PhonePurpose;
};

export type PhoneKind =
  | 'FAX'
  | 'MOBILE'
  | 'RELAY'
  | 'TEXT'
  | 'VOICE';

export type PhonePurpose =
  | 'APPOINTMENTS'
  | 'EMERGENCY'
  | 'HELPLINE'
  | 'INFO_POINT'
  | 'OFFICE'
  | 'ON_CALL'
  | 'REPORTING'
  | 'SWITCHBOARD';

export type Place = {
  __typename?: 'Place';
  district: Scalars['String']['output'];
  label: Scalars['String']['output'];
  municipality?: Maybe<Scalars['String']['output']>;
  postcode?: Maybe<Scalars['String']['output']>;
};

export type PlaceInput = {
  district?: InputMaybe<Scalars['String']['input']>;
  lat?: InputMaybe<Scalars['Float']['input']>;
  lon?: InputMaybe<Scalars['Float']['input']>;
  municipality?: InputMaybe<Scalars['String']['input']>;
  oldKey?: InputMaybe<Scalars['String']['input']>;
  placeName?: InputMaybe<Scalars['String']['input']>;
  postcode?: InputMaybe<Scalars['String']['input']>;
};

export type Query = {
  __typename?: 'Query';
  /** The contact points (Kontaktstellen) of the state. */
  contactPoints: Array<Service>;
  destination?: Maybe<Destination>;
  destinations: Array<Destination>;
  districts: Array<District>;
  /** Every helpline, the first one answers now where one does. */
  helplines: Array<Service>;
  keyHealth: KeyHealth;
  meta: Meta;
  /** The services the viewer may edit. */
  myEntries: EntryConnection;
  myGrants: Array<KeyGrant>;
  myVault?: Maybe<Vault>;
  node?: Maybe<Node>;
  organisation?: Maybe<Organisation>;
  organisationMembers: Array<OrganisationMember>;
  /** Places whose name begins like this, for the place field; at most 10. */
  places: Array<Place>;
  referral?: Maybe<Referral>;
  referralDrafts: Array<ReferralDraft>;
  referrals: ReferralConnection;
  responsible: ResponsibleAnswer;
  service?: Maybe<Service>;
  services: ServiceConnection;
  terms: Array<Term>;
  /** The signed-in person; null without a session. */
  viewer?: Maybe<Viewer>;
};


export type QueryDestinationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDestinationsArgs = {
  first?: Scalars['Int']['input'];
  kind: ReferralKind;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryHelplinesArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
};


export type QueryMyEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganisationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPlacesArgs = {
  first?: Scalars['Int']['input'];
  startsWith: Scalars['String']['input'];
};


export type QueryReferralArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReferralsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  box: ReferralBox;
  filter?: InputMaybe<ReferralFilter>;
  first?: Scalars['Int']['input'];
};


export type QueryResponsibleArgs = {
  input: ResponsibleInput;
};


export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first?: Scalars['Int']['input'];
  lang?: InputMaybe<Scalars['String']['input']>;
  orderBy?: ServiceOrder;
};


export type QueryTermsArgs = {
  taxonomy: Taxonomy;
};

export type Question = {
  __typename?: 'Question';
  id: Scalars['String']['output'];
  kind: QuestionKind;
  options: Array<QuestionOption>;
  text: LocalizedText;
};

export type QuestionKind =
  | 'CHOOSE_DISTRICT'
  | 'CHOOSE_PLACE'
  | 'CHOOSE_SUB_REGION'
  | 'WHICH_DATE'
  | 'WHICH_STATE';

export type QuestionOption = {
  __typename?: 'QuestionOption';
  label: Scalars['String']['output'];
  value: Scalars['String']['output'];
};

export type ReadPartsPayload = {
  __typename?: 'ReadPartsPayload';
  parts: Array<SealedContent>;
  referral?: Maybe<Referral>;
  userErrors: Array<ReferralError>;
};

export type Reason = {
  __typename?: 'Reason';
  field: Scalars['String']['output'];
  kind: ReasonKind;
  matched: Scalars['String']['output'];
  queryPart: Scalars['String']['output'];
  text: LocalizedText;
};

export type ReasonKind =
  | 'AREA'
  | 'COMPOUND_PART'
  | 'CONCEPT'
  | 'EXACT'
  | 'FOLDED'
  | 'PLACE'
  | 'STEM'
  | 'SYNONYM'
  | 'TYPO';

export type RecipientKey = {
  __typename?: 'RecipientKey';
  alg: Scalars['String']['output'];
  epoch: Scalars['Int']['output'];
  jwk: Scalars['String']['output'];
  kid: Scalars['String']['output'];
};

export type RecoverySheet = {
  __typename?: 'RecoverySheet';
  epoch: Scalars['Int']['output'];
  grant?: Maybe<Scalars['String']['output']>;
  kid: Scalars['String']['output'];
  no: Scalars['Int']['output'];
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type Referral = Node & {
  __typename?: 'Referral';
  ageBand?: Maybe<Scalars['String']['output']>;
  allowedActions: Array<ReferralAction>;
  assignedAt?: Maybe<Scalars['DateTime']['output']>;
  assignee?: Maybe<OrganisationMember>;
  coSigned: Scalars['Boolean']['output'];
  createdAt: Scalars['DateTime']['output'];
  declineReason?: Maybe<Scalars['String']['output']>;
  destination: Organisation;
  destinationEpoch: Scalars['Int']['output'];
  direction: ReferralDirection;
  dueDates: Array<DueDate>;
  envelope: Scalars['String']['output'];
  failReason?: Maybe<Scalars['String']['output']>;
  feedbackGiven: Scalars['Boolean']['output'];
  feedbackVocabulary: FeedbackVocabulary;
  flags: Array<Scalars['String']['output']>;
  gate: Scalars['String']['output'];
  history: Array<ReferralStep>;
  holdReason?: Maybe<Scalars['String']['output']>;
  holdUntil?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  kind: ReferralKind;
  messages: Array<ReferralMessage>;
  otherChannels: Array<OtherChannel>;
  outcome?: Maybe<Scalars['String']['output']>;
  parts: Array<ReferralPart>;
  predecessor?: Maybe<Scalars['ID']['output']>;
  proposedDestination?: Maybe<Destination>;
  receipt?: Maybe<Scalars['String']['output']>;
  reference: Scalars['String']['output'];
  retention: Retention;
  schema: Scalars['String']['output'];
  senderOrganisation?: Maybe<Organisation>;
  state: ReferralState;
  stateSince: Scalars['DateTime']['output'];
  topic?: Maybe<Scalars['String']['output']>;
  urgency: Urgency;
  version: Scalars['Int']['output'];
};

export type ReferralAction =
  | 'ACCEPT'
  | 'ACKNOWLEDGE'
  | 'ASSIGN'
  | 'COMPLETE'
  | 'CONFIRM_OTHER_CHANNEL'
  | 'CO_SIGN_CLOSE'
  | 'DECLINE'
  | 'DISCARD'
  | 'FAIL'
  | 'FEEDBACK'
  | 'HOLD'
  | 'MESSAGE'
  | 'OPEN'
  | 'REDIRECT'
  | 'REJECT_TECHNICAL'
  | 'RESUME'
  | 'START'
  | 'SUBMIT'
  | 'WITHDRAW';

export type ReferralBox =
  | 'DRAFTS'
  | 'INBOX'
  | 'OUTBOX';

export type ReferralConnection = {
  __typename?: 'ReferralConnection';
  edges: Array<ReferralEdge>;
  nodes: Array<Referral>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ReferralDirection =
  | 'RECEIVED'
  | 'SENT';

export type ReferralDraft = {
  __typename?: 'ReferralDraft';
  changedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  jwe: Scalars['JWE']['output'];
};

export type ReferralEdge = {
  __typename?: 'ReferralEdge';
  cursor: Scalars['String']['output'];
  node: Referral;
};

export type ReferralError = {
  __typename?: 'ReferralError';
  code: ReferralErrorCode;
  current?: Maybe<Referral>;
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

export type ReferralErrorCode =
  | 'DESTINATION_CANNOT_RECEIVE'
  | 'FEEDBACK_NOT_PERMITTED'
  | 'FORBIDDEN'
  | 'GUARD_FAILED'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'RECIPIENTS_MISMATCH'
  | 'STALE_KEY'
  | 'TRANSITION_NOT_ALLOWED'
  | 'VERSION_CONFLICT';

export type ReferralFilter = {
  assignedToMe?: InputMaybe<Scalars['Boolean']['input']>;
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  kinds?: InputMaybe<Array<ReferralKind>>;
  states?: InputMaybe<Array<ReferralState>>;
};

export type ReferralKind =
  | 'EXPERT_CONSULTATION'
  | 'HANDOVER'
  | 'HELP_REFERRAL'
  | 'SELF_REFERRAL'
  | 'SUSPICION_REPORT';

export type ReferralMessage = {
  __typename?: 'ReferralMessage';
  at: Scalars['DateTime']['output'];
  by?: Maybe<Scalars['String']['output']>;
  from: ReferralDirection;
  id: Scalars['ID']['output'];
  part: Scalars['ID']['output'];
};

export type ReferralPart = {
  __typename?: 'ReferralPart';
  at: Scalars['DateTime']['output'];
  by: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  paddedSize: Scalars['Int']['output'];
  recipientKids: Array<Scalars['String']['output']>;
  role: Scalars['String']['output'];
  tag: Scalars['String']['output'];
};

export type ReferralPayload = {
  __typename?: 'ReferralPayload';
  referral?: Maybe<Referral>;
  userErrors: Array<ReferralError>;
};

export type ReferralState =
  | 'ACCEPTED'
  | 'ACKNOWLEDGED'
  | 'BOUNCED'
  | 'CANCEL_REQUESTED'
  | 'COMPLETED'
  | 'DECLINED'
  | 'DELIVERED'
  | 'FAILED'
  | 'IN_PROGRESS'
  | 'NEW'
  | 'ON_HOLD'
  | 'OPENED'
  | 'PURGED'
  | 'REDIRECTED'
  | 'SUBMITTED'
  | 'UNDELIVERABLE'
  | 'WITHDRAWN';

export type ReferralStep = {
  __typename?: 'ReferralStep';
  action: Scalars['String']['output'];
  at: Scalars['DateTime']['output'];
  by?: Maybe<Scalars['String']['output']>;
  code?: Maybe<Scalars['String']['output']>;
  from: ReferralState;
  to: ReferralState;
};

export type ResponsibilityTopic =
  | 'ACUTE_PROTECTION'
  | 'CHILD_PROTECTION_ADVICE'
  | 'CHILD_PROTECTION_REPORT'
  | 'CONTACT_POINT'
  | 'COURT_SUPPORT'
  | 'DOMESTIC_VIOLENCE'
  | 'EARLY_HELP'
  | 'FORENSIC_DOCUMENTATION'
  | 'YOUTH_OFFICE_GENERAL';

export type ResponsibleAnswer = {
  __typename?: 'ResponsibleAnswer';
  candidates: Array<Candidate>;
  dataAsOf: Scalars['String']['output'];
  explanation: Array<LocalizedText>;
  fallback: Array<ResponsibleNumber>;
  question?: Maybe<Question>;
  sources: Array<Scalars['String']['output']>;
  status: ResponsibleStatus;
};

export type ResponsibleArea = {
  __typename?: 'ResponsibleArea';
  fullName: Scalars['String']['output'];
  key: Scalars['String']['output'];
};

export type ResponsibleBody = {
  __typename?: 'ResponsibleBody';
  demo: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  name: LocalizedText;
};

/** Who is responsible for a place: see the REST twin POST /api/v1/territory/responsible. */
export type ResponsibleInput = {
  answers?: InputMaybe<Array<AnswerInput>>;
  at?: InputMaybe<Scalars['DateTime']['input']>;
  channel?: InputMaybe<Channel>;
  place: PlaceInput;
  topic: ResponsibilityTopic;
};

export type ResponsibleNumber = {
  __typename?: 'ResponsibleNumber';
  confirmed: Scalars['Boolean']['output'];
  display: Scalars['String']['output'];
  href: Scalars['String']['output'];
  name: LocalizedText;
  number: Scalars['String']['output'];
  openNow: OpenNow;
  purpose: PhonePurpose;
  purposeText: LocalizedText;
  source?: Maybe<StatedBy>;
  trustedUntil?: Maybe<Scalars['Date']['output']>;
};

export type ResponsibleStatus =
  | 'AMBIGUOUS'
  | 'FALLBACK'
  | 'OUTSIDE_STATE'
  | 'UNIQUE'
  | 'UNKNOWN_PLACE';

export type Retention = {
  __typename?: 'Retention';
  purgeAt?: Maybe<Scalars['DateTime']['output']>;
  senderAccessUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type Role =
  | 'ADMINISTRATOR'
  | 'DECIDER'
  | 'DIRECTORY_EDITOR'
  | 'DUTY_OFFICER'
  | 'INTAKE'
  | 'LEAD'
  | 'NETWORK_COORDINATOR'
  | 'VERIFIER'
  | 'WORKER';

export type SealedContent = {
  __typename?: 'SealedContent';
  id: Scalars['ID']['output'];
  jwe: Scalars['JWE']['output'];
  role: Scalars['String']['output'];
};

export type Serves =
  | 'UNKNOWN'
  | 'YES';

export type Service = Node & {
  __typename?: 'Service';
  alternateNames: Array<Scalars['String']['output']>;
  anonymous: Answer;
  answeredBy?: Maybe<LocalizedText>;
  /** Where people may live to use it; empty is unknown. Statements that differ stand side by side. */
  areas: Array<ServiceArea>;
  boundaryNote?: Maybe<LocalizedText>;
  capacity?: Maybe<Capacity>;
  chat?: Maybe<Scalars['String']['output']>;
  contacts: Array<Contact>;
  cost: Cost;
  demo: Scalars['Boolean']['output'];
  description?: Maybe<LocalizedText>;
  eligibility: Eligibility;
  email?: Maybe<Scalars['String']['output']>;
  fundingPeriods: Array<FundingPeriod>;
  /** When the service is reached by each channel, as stated. */
  hours: Array<Hours>;
  id: Scalars['ID']['output'];
  kinds: Array<Term>;
  languages: Array<ServiceLanguage>;
  name: LocalizedText;
  notice?: Maybe<LocalizedText>;
  openNow: OpenNow;
  openingCommitment?: Maybe<LocalizedText>;
  organisation: Organisation;
  phones: Array<Phone>;
  places: Array<ServicePlace>;
  sectors: Array<Term>;
  status: ServiceStatus;
  summary?: Maybe<LocalizedText>;
  targetGroups: Array<Term>;
  topics: Array<Term>;
  trust: Trust;
  updatedAt: Scalars['DateTime']['output'];
  version: Scalars['Int']['output'];
  website?: Maybe<Scalars['String']['output']>;
};


export type ServiceOpenNowArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  channel?: InputMaybe<Channel>;
};

export type ServiceArea = {
  __typename?: 'ServiceArea';
  label: LocalizedText;
  source?: Maybe<StatedBy>;
};

export type ServiceConnection = {
  __typename?: 'ServiceConnection';
  didYouMean?: Maybe<Scalars['String']['output']>;
  edges: Array<ServiceEdge>;
  facets: Array<Facet>;
  nodes: Array<Service>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
  /** The words tell of danger: show the emergency numbers above the results. */
  urgent: Scalars['Boolean']['output'];
  /** Nothing fitted; this wider question did, as a sentence. */
  widenedTo?: Maybe<LocalizedText>;
};

export type ServiceEdge = {
  __typename?: 'ServiceEdge';
  cursor: Scalars['String']['output'];
  distanceM?: Maybe<Scalars['Float']['output']>;
  node: Service;
  reasons: Array<Reason>;
  score: Scalars['Float']['output'];
  serves?: Maybe<Serves>;
};

export type ServiceFilter = {
  accepting?: InputMaybe<Scalars['Boolean']['input']>;
  accessibility?: InputMaybe<Scalars['Boolean']['input']>;
  ageMonths?: InputMaybe<Scalars['Int']['input']>;
  anonymous?: InputMaybe<Scalars['Boolean']['input']>;
  channel?: InputMaybe<Channel>;
  cost?: InputMaybe<Array<CostKind>>;
  district?: InputMaybe<Scalars['String']['input']>;
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  municipality?: InputMaybe<Scalars['String']['input']>;
  near?: InputMaybe<NearInput>;
  openAt?: InputMaybe<Scalars['DateTime']['input']>;
  place?: InputMaybe<Scalars['String']['input']>;
  postcode?: InputMaybe<Scalars['String']['input']>;
  sectors?: InputMaybe<Array<Scalars['String']['input']>>;
  text?: InputMaybe<Scalars['String']['input']>;
  topics?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type ServiceLanguage = {
  __typename?: 'ServiceLanguage';
  code: Scalars['String']['output'];
  modes: Array<LanguageMode>;
  note?: Maybe<LocalizedText>;
};

export type ServiceOrder =
  | 'DISTANCE'
  | 'NAME'
  | 'RELEVANCE';

/** Changes to a service. A field left out stays; null makes it unknown again. */
export type ServicePatch = {
  anonymous?: InputMaybe<Answer>;
  boundaryNote?: InputMaybe<Scalars['String']['input']>;
  capacity?: InputMaybe<CapacityInput>;
  cost?: InputMaybe<CostInput>;
  description?: InputMaybe<Scalars['String']['input']>;
  eligibility?: InputMaybe<EligibilityInput>;
  email?: InputMaybe<Scalars['String']['input']>;
  hours?: InputMaybe<Array<HoursInput>>;
  languages?: InputMaybe<Array<LanguageInput>>;
  name?: InputMaybe<Scalars['String']['input']>;
  notice?: InputMaybe<NoticeInput>;
  phones?: InputMaybe<Array<PhoneInput>>;
  status?: InputMaybe<ServiceStatusInput>;
  summary?: InputMaybe<Scalars['String']['input']>;
  website?: InputMaybe<Scalars['String']['input']>;
};

export type ServicePlace = {
  __typename?: 'ServicePlace';
  description?: Maybe<LocalizedText>;
  hours: Array<Hours>;
  id: Scalars['ID']['output'];
  location: Location;
  phones: Array<Phone>;
};

export type ServiceStatus = {
  __typename?: 'ServiceStatus';
  code: ServiceStatusCode;
  expectedBackOn?: Maybe<Scalars['Date']['output']>;
  reason?: Maybe<LocalizedText>;
};

export type ServiceStatusCode =
  | 'ACTIVE'
  | 'DEFUNCT'
  | 'INACTIVE'
  | 'TEMPORARILY_CLOSED';

export type ServiceStatusInput = {
  code: ServiceStatusCode;
  expectedBackOn?: InputMaybe<Scalars['Date']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type StatedBy = {
  __typename?: 'StatedBy';
  date?: Maybe<Scalars['String']['output']>;
  title?: Maybe<Scalars['String']['output']>;
  url?: Maybe<Scalars['String']['output']>;
};

export type Taxonomy =
  | 'GOAL'
  | 'NEED'
  | 'ORGANISATION_KIND'
  | 'SECTOR'
  | 'SERVICE_KIND'
  | 'TARGET_GROUP'
  | 'TOPIC';

export type Term = {
  __typename?: 'Term';
  id: Scalars['ID']['output'];
  key: Scalars['String']['output'];
  label: LocalizedText;
  parent?: Maybe<Scalars['String']['output']>;
  taxonomy: Taxonomy;
};

/** How far a record may be trusted. */
export type Trust = {
  __typename?: 'Trust';
  certainty: Certainty;
  confirmedOn?: Maybe<Scalars['Date']['output']>;
  freshness: Freshness;
  sources: Array<StatedBy>;
  text: LocalizedText;
};

export type UpdateServiceError = {
  __typename?: 'UpdateServiceError';
  code: UpdateServiceErrorCode;
  current?: Maybe<Service>;
  field?: Maybe<Array<Scalars['String']['output']>>;
  message: Scalars['String']['output'];
};

export type UpdateServiceErrorCode =
  | 'FORBIDDEN'
  | 'INVALID'
  | 'NOT_FOUND'
  | 'VERSION_CONFLICT';

export type UpdateServicePayload = {
  __typename?: 'UpdateServicePayload';
  service?: Maybe<Service>;
  userErrors: Array<UpdateServiceError>;
};

export type Urgency =
  | 'NORMAL'
  | 'SOON'
  | 'URGENT';

export type Vault = {
  __typename?: 'Vault';
  encKid: Scalars['String']['output'];
  sigKid: Scalars['String']['output'];
  vault: Scalars['String']['output'];
};

export type Viewer = {
  __typename?: 'Viewer';
  can: Array<Permission>;
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  organisation: Organisation;
  roles: Array<Role>;
  sessionEndsAt: Scalars['DateTime']['output'];
};

export type PublishedKeys_DestinationFragment = { __typename?: 'Destination', id: string, endorsements: Array<string>, announcements: Array<{ __typename?: 'KeyLink', announcement: string, proof?: string | null }>, certificates: Array<{ __typename?: 'MemberCertificate', certificate: string, revokedAt?: string | null }> } & { ' $fragmentName'?: 'PublishedKeys_DestinationFragment' };

export type MyKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type MyKeysQuery = { __typename?: 'Query', myVault?: { __typename?: 'Vault', vault: string, encKid: string, sigKid: string } | null, myGrants: Array<{ __typename?: 'KeyGrant', epoch: number, member: string, grant: string, provedAt?: string | null }> };

export type DestinationKeysQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DestinationKeysQuery = { __typename?: 'Query', destination?: (
    { __typename?: 'Destination', organisation: { __typename?: 'Organisation', name: { __typename?: 'LocalizedText', lang: string, value: string } }, phones: Array<{ __typename?: 'Phone', display: string, href: string }> }
    & { ' $fragmentRefs'?: { 'PublishedKeys_DestinationFragment': PublishedKeys_DestinationFragment } }
  ) | null };

export type KeyHealthQueryVariables = Exact<{ [key: string]: never; }>;


export type KeyHealthQuery = { __typename?: 'Query', keyHealth: { __typename?: 'KeyHealth', member: string, state: string, ways: number, holders: number, epoch: number, sheets: Array<{ __typename?: 'RecoverySheet', no: number, verifiedAt?: string | null, grant?: string | null, kid: string, epoch: number }> }, organisationMembers: Array<{ __typename?: 'OrganisationMember', id: string, displayName: string, roles: Array<Role>, keyRole?: string | null }> };

export type SaveVaultMutationVariables = Exact<{
  vault: Scalars['String']['input'];
}>;


export type SaveVaultMutation = { __typename?: 'Mutation', saveVault: { __typename?: 'KeyPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type AnnounceOrganisationKeyMutationVariables = Exact<{
  announcement: Scalars['String']['input'];
  proof?: InputMaybe<Scalars['String']['input']>;
}>;


export type AnnounceOrganisationKeyMutation = { __typename?: 'Mutation', announceOrganisationKey: { __typename?: 'KeyPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type CertifyMemberMutationVariables = Exact<{
  certificate: Scalars['String']['input'];
}>;


export type CertifyMemberMutation = { __typename?: 'Mutation', certifyMember: { __typename?: 'KeyPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type PostGrantMutationVariables = Exact<{
  member: Scalars['String']['input'];
  epoch: Scalars['Int']['input'];
  grant: Scalars['String']['input'];
  proofDigest: Scalars['String']['input'];
  sheetKey?: InputMaybe<Scalars['String']['input']>;
}>;


export type PostGrantMutation = { __typename?: 'Mutation', postGrant: { __typename?: 'KeyPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type ProveGrantMutationVariables = Exact<{
  epoch: Scalars['Int']['input'];
  member: Scalars['String']['input'];
  proof: Scalars['String']['input'];
}>;


export type ProveGrantMutation = { __typename?: 'Mutation', proveGrant: { __typename?: 'KeyPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type VerifyRecoverySheetMutationVariables = Exact<{
  no: Scalars['Int']['input'];
  proof: Scalars['String']['input'];
}>;


export type VerifyRecoverySheetMutation = { __typename?: 'Mutation', verifyRecoverySheet: { __typename?: 'KeyPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type SubmitReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type SubmitReferralMutation = { __typename?: 'Mutation', submitReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type DiscardReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type DiscardReferralMutation = { __typename?: 'Mutation', discardReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type AcknowledgeReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  receipt: Scalars['String']['input'];
}>;


export type AcknowledgeReferralMutation = { __typename?: 'Mutation', acknowledgeReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type RejectTechnicalReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  problems: Array<Scalars['String']['input']> | Scalars['String']['input'];
}>;


export type RejectTechnicalReferralMutation = { __typename?: 'Mutation', rejectTechnicalReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type AssignReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  member: Scalars['ID']['input'];
}>;


export type AssignReferralMutation = { __typename?: 'Mutation', assignReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type AcceptReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type AcceptReferralMutation = { __typename?: 'Mutation', acceptReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type DeclineReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
  decision?: InputMaybe<PartInput>;
}>;


export type DeclineReferralMutation = { __typename?: 'Mutation', declineReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type RedirectReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  proposedDestination: Scalars['ID']['input'];
}>;


export type RedirectReferralMutation = { __typename?: 'Mutation', redirectReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type StartReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type StartReferralMutation = { __typename?: 'Mutation', startReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type HoldReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
  until: Scalars['Date']['input'];
}>;


export type HoldReferralMutation = { __typename?: 'Mutation', holdReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type ResumeReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type ResumeReferralMutation = { __typename?: 'Mutation', resumeReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type FailReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  reason: Scalars['String']['input'];
}>;


export type FailReferralMutation = { __typename?: 'Mutation', failReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type CoSignCloseReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type CoSignCloseReferralMutation = { __typename?: 'Mutation', coSignCloseReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type CompleteReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  outcome: Scalars['String']['input'];
}>;


export type CompleteReferralMutation = { __typename?: 'Mutation', completeReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type WithdrawReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
}>;


export type WithdrawReferralMutation = { __typename?: 'Mutation', withdrawReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type ConfirmOtherChannelReferralMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  expectedVersion: Scalars['Int']['input'];
  channel: OtherChannelKind;
  on: Scalars['Date']['input'];
}>;


export type ConfirmOtherChannelReferralMutation = { __typename?: 'Mutation', confirmOtherChannelReferral: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type PostMessageMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  part: PartInput;
}>;


export type PostMessageMutation = { __typename?: 'Mutation', postMessage: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type GiveFeedbackMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  part: PartInput;
  decisionPart?: InputMaybe<PartInput>;
}>;


export type GiveFeedbackMutation = { __typename?: 'Mutation', giveFeedback: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type TakeSenderGrantMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
}>;


export type TakeSenderGrantMutation = { __typename?: 'Mutation', takeSenderGrant: { __typename?: 'ReferralPayload', referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string, current?: (
        { __typename?: 'Referral' }
        & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
      ) | null }> } };

export type ReferralRow_ReferralFragment = { __typename?: 'Referral', id: string, reference: string, kind: ReferralKind, urgency: Urgency, state: ReferralState, direction: ReferralDirection, stateSince: string, createdAt: string, senderOrganisation?: { __typename?: 'Organisation', name: { __typename?: 'LocalizedText', lang: string, value: string } } | null, destination: { __typename?: 'Organisation', name: { __typename?: 'LocalizedText', lang: string, value: string } }, assignee?: { __typename?: 'OrganisationMember', id: string, displayName: string } | null, dueDates: Array<{ __typename?: 'DueDate', name: string, at: string, overdue: boolean }> } & { ' $fragmentName'?: 'ReferralRow_ReferralFragment' };

export type Case_ReferralFragment = { __typename?: 'Referral', id: string, reference: string, version: number, kind: ReferralKind, gate: string, urgency: Urgency, state: ReferralState, direction: ReferralDirection, flags: Array<string>, topic?: string | null, ageBand?: string | null, predecessor?: string | null, envelope: string, receipt?: string | null, coSigned: boolean, declineReason?: string | null, holdReason?: string | null, holdUntil?: string | null, outcome?: string | null, failReason?: string | null, feedbackVocabulary: FeedbackVocabulary, feedbackGiven: boolean, allowedActions: Array<ReferralAction>, createdAt: string, stateSince: string, senderOrganisation?: { __typename?: 'Organisation', id: string, name: { __typename?: 'LocalizedText', lang: string, value: string } } | null, destination: { __typename?: 'Organisation', id: string, name: { __typename?: 'LocalizedText', lang: string, value: string } }, proposedDestination?: { __typename?: 'Destination', id: string, receives: boolean, organisation: { __typename?: 'Organisation', name: { __typename?: 'LocalizedText', lang: string, value: string } } } | null, parts: Array<{ __typename?: 'ReferralPart', id: string, role: string, tag: string, at: string, by: string }>, assignee?: { __typename?: 'OrganisationMember', id: string, displayName: string } | null, otherChannels: Array<{ __typename?: 'OtherChannel', channel: OtherChannelKind, on: string }>, dueDates: Array<{ __typename?: 'DueDate', name: string, at: string, overdue: boolean }>, retention: { __typename?: 'Retention', purgeAt?: string | null, senderAccessUntil?: string | null }, history: Array<{ __typename?: 'ReferralStep', action: string, from: ReferralState, to: ReferralState, at: string, code?: string | null, by?: string | null }> } & { ' $fragmentName'?: 'Case_ReferralFragment' };

export type DestinationCard_DestinationFragment = { __typename?: 'Destination', id: string, receives: boolean, reason?: string | null, kinds: Array<ReferralKind>, keysVerifiedOn?: string | null, ways: number, nextOpening?: string | null, organisation: { __typename?: 'Organisation', demo: boolean, name: { __typename?: 'LocalizedText', lang: string, value: string } }, phones: Array<{ __typename?: 'Phone', id: string, display: string, href: string, purposeText: { __typename?: 'LocalizedText', lang: string, value: string } }> } & { ' $fragmentName'?: 'DestinationCard_DestinationFragment' };

export type ReferralsQueryVariables = Exact<{
  box: ReferralBox;
  filter?: InputMaybe<ReferralFilter>;
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
}>;


export type ReferralsQuery = { __typename?: 'Query', referrals: { __typename?: 'ReferralConnection', totalCount: number, pageInfo: { __typename?: 'PageInfo', hasNextPage: boolean, endCursor?: string | null }, nodes: Array<(
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'ReferralRow_ReferralFragment': ReferralRow_ReferralFragment } }
    )> } };

export type ReferralDraftsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReferralDraftsQuery = { __typename?: 'Query', referralDrafts: Array<{ __typename?: 'ReferralDraft', id: string, jwe: string, changedAt: string }> };

export type CaseByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type CaseByIdQuery = { __typename?: 'Query', referral?: (
    { __typename?: 'Referral' }
    & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
  ) | null };

export type DestinationsQueryVariables = Exact<{
  kind: ReferralKind;
  text?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
}>;


export type DestinationsQuery = { __typename?: 'Query', destinations: Array<(
    { __typename?: 'Destination' }
    & { ' $fragmentRefs'?: { 'DestinationCard_DestinationFragment': DestinationCard_DestinationFragment } }
  )> };

export type DestinationByIdQueryVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DestinationByIdQuery = { __typename?: 'Query', destination?: (
    { __typename?: 'Destination' }
    & { ' $fragmentRefs'?: { 'DestinationCard_DestinationFragment': DestinationCard_DestinationFragment } }
  ) | null };

export type CreateReferralMutationVariables = Exact<{
  envelope: Scalars['String']['input'];
  parts: Array<PartInput> | PartInput;
}>;


export type CreateReferralMutation = { __typename?: 'Mutation', createReferral: { __typename?: 'ReferralPayload', referral?: { __typename?: 'Referral', id: string, reference: string, state: ReferralState } | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, field?: Array<string> | null, message: string }> } };

export type ReadReferralPartsMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  partIds: Array<Scalars['ID']['input']> | Scalars['ID']['input'];
}>;


export type ReadReferralPartsMutation = { __typename?: 'Mutation', readReferralParts: { __typename?: 'ReadPartsPayload', parts: Array<{ __typename?: 'SealedContent', id: string, role: string, jwe: string }>, referral?: (
      { __typename?: 'Referral' }
      & { ' $fragmentRefs'?: { 'Case_ReferralFragment': Case_ReferralFragment } }
    ) | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type SaveReferralDraftMutationVariables = Exact<{
  id: Scalars['ID']['input'];
  jwe: Scalars['JWE']['input'];
}>;


export type SaveReferralDraftMutation = { __typename?: 'Mutation', saveReferralDraft: { __typename?: 'DraftPayload', draft?: { __typename?: 'ReferralDraft', id: string, changedAt: string } | null, userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

export type DeleteReferralDraftMutationVariables = Exact<{
  id: Scalars['ID']['input'];
}>;


export type DeleteReferralDraftMutation = { __typename?: 'Mutation', deleteReferralDraft: { __typename?: 'DraftPayload', userErrors: Array<{ __typename?: 'ReferralError', code: ReferralErrorCode, message: string }> } };

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
export const PublishedKeys_DestinationFragmentDoc = new TypedDocumentString(`
    fragment PublishedKeys_destination on Destination {
  id
  announcements {
    announcement
    proof
  }
  endorsements
  certificates {
    certificate
    revokedAt
  }
}
    `, {"fragmentName":"PublishedKeys_destination"}) as unknown as TypedDocumentString<PublishedKeys_DestinationFragment, unknown>;
export const ReferralRow_ReferralFragmentDoc = new TypedDocumentString(`
    fragment ReferralRow_referral on Referral {
  id
  reference
  kind
  urgency
  state
  direction
  stateSince
  createdAt
  senderOrganisation {
    name {
      lang
      value
    }
  }
  destination {
    name {
      lang
      value
    }
  }
  assignee {
    id
    displayName
  }
  dueDates {
    name
    at
    overdue
  }
}
    `, {"fragmentName":"ReferralRow_referral"}) as unknown as TypedDocumentString<ReferralRow_ReferralFragment, unknown>;
export const Case_ReferralFragmentDoc = new TypedDocumentString(`
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}
    `, {"fragmentName":"Case_referral"}) as unknown as TypedDocumentString<Case_ReferralFragment, unknown>;
export const DestinationCard_DestinationFragmentDoc = new TypedDocumentString(`
    fragment DestinationCard_destination on Destination {
  id
  receives
  reason
  kinds
  keysVerifiedOn
  ways
  nextOpening
  organisation {
    name {
      lang
      value
    }
    demo
  }
  phones {
    id
    display
    href
    purposeText {
      lang
      value
    }
  }
}
    `, {"fragmentName":"DestinationCard_destination"}) as unknown as TypedDocumentString<DestinationCard_DestinationFragment, unknown>;
export const MyKeysDocument = new TypedDocumentString(`
    query MyKeys {
  myVault {
    vault
    encKid
    sigKid
  }
  myGrants {
    epoch
    member
    grant
    provedAt
  }
}
    `) as unknown as TypedDocumentString<MyKeysQuery, MyKeysQueryVariables>;
export const DestinationKeysDocument = new TypedDocumentString(`
    query DestinationKeys($id: ID!) {
  destination(id: $id) {
    ...PublishedKeys_destination
    organisation {
      name {
        lang
        value
      }
    }
    phones {
      display
      href
    }
  }
}
    fragment PublishedKeys_destination on Destination {
  id
  announcements {
    announcement
    proof
  }
  endorsements
  certificates {
    certificate
    revokedAt
  }
}`) as unknown as TypedDocumentString<DestinationKeysQuery, DestinationKeysQueryVariables>;
export const KeyHealthDocument = new TypedDocumentString(`
    query KeyHealth {
  keyHealth {
    member
    state
    ways
    holders
    epoch
    sheets {
      no
      verifiedAt
      grant
      kid
      epoch
    }
  }
  organisationMembers {
    id
    displayName
    roles
    keyRole
  }
}
    `) as unknown as TypedDocumentString<KeyHealthQuery, KeyHealthQueryVariables>;
export const SaveVaultDocument = new TypedDocumentString(`
    mutation SaveVault($vault: String!) {
  saveVault(vault: $vault) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveVaultMutation, SaveVaultMutationVariables>;
export const AnnounceOrganisationKeyDocument = new TypedDocumentString(`
    mutation AnnounceOrganisationKey($announcement: String!, $proof: String) {
  announceOrganisationKey(announcement: $announcement, proof: $proof) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnnounceOrganisationKeyMutation, AnnounceOrganisationKeyMutationVariables>;
export const CertifyMemberDocument = new TypedDocumentString(`
    mutation CertifyMember($certificate: String!) {
  certifyMember(certificate: $certificate) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CertifyMemberMutation, CertifyMemberMutationVariables>;
export const PostGrantDocument = new TypedDocumentString(`
    mutation PostGrant($member: String!, $epoch: Int!, $grant: String!, $proofDigest: String!, $sheetKey: String) {
  postGrant(
    member: $member
    epoch: $epoch
    grant: $grant
    proofDigest: $proofDigest
    sheetKey: $sheetKey
  ) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<PostGrantMutation, PostGrantMutationVariables>;
export const ProveGrantDocument = new TypedDocumentString(`
    mutation ProveGrant($epoch: Int!, $member: String!, $proof: String!) {
  proveGrant(epoch: $epoch, member: $member, proof: $proof) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProveGrantMutation, ProveGrantMutationVariables>;
export const VerifyRecoverySheetDocument = new TypedDocumentString(`
    mutation VerifyRecoverySheet($no: Int!, $proof: String!) {
  verifyRecoverySheet(no: $no, proof: $proof) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyRecoverySheetMutation, VerifyRecoverySheetMutationVariables>;
export const SubmitReferralDocument = new TypedDocumentString(`
    mutation SubmitReferral($id: ID!, $expectedVersion: Int!) {
  submitReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<SubmitReferralMutation, SubmitReferralMutationVariables>;
export const DiscardReferralDocument = new TypedDocumentString(`
    mutation DiscardReferral($id: ID!, $expectedVersion: Int!) {
  discardReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<DiscardReferralMutation, DiscardReferralMutationVariables>;
export const AcknowledgeReferralDocument = new TypedDocumentString(`
    mutation AcknowledgeReferral($id: ID!, $expectedVersion: Int!, $receipt: String!) {
  acknowledgeReferral(
    id: $id
    expectedVersion: $expectedVersion
    receipt: $receipt
  ) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<AcknowledgeReferralMutation, AcknowledgeReferralMutationVariables>;
export const RejectTechnicalReferralDocument = new TypedDocumentString(`
    mutation RejectTechnicalReferral($id: ID!, $expectedVersion: Int!, $problems: [String!]!) {
  rejectTechnicalReferral(
    id: $id
    expectedVersion: $expectedVersion
    problems: $problems
  ) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<RejectTechnicalReferralMutation, RejectTechnicalReferralMutationVariables>;
export const AssignReferralDocument = new TypedDocumentString(`
    mutation AssignReferral($id: ID!, $expectedVersion: Int!, $member: ID!) {
  assignReferral(id: $id, expectedVersion: $expectedVersion, member: $member) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<AssignReferralMutation, AssignReferralMutationVariables>;
export const AcceptReferralDocument = new TypedDocumentString(`
    mutation AcceptReferral($id: ID!, $expectedVersion: Int!) {
  acceptReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<AcceptReferralMutation, AcceptReferralMutationVariables>;
export const DeclineReferralDocument = new TypedDocumentString(`
    mutation DeclineReferral($id: ID!, $expectedVersion: Int!, $reason: String!, $decision: PartInput) {
  declineReferral(
    id: $id
    expectedVersion: $expectedVersion
    reason: $reason
    decision: $decision
  ) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<DeclineReferralMutation, DeclineReferralMutationVariables>;
export const RedirectReferralDocument = new TypedDocumentString(`
    mutation RedirectReferral($id: ID!, $expectedVersion: Int!, $proposedDestination: ID!) {
  redirectReferral(
    id: $id
    expectedVersion: $expectedVersion
    proposedDestination: $proposedDestination
  ) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<RedirectReferralMutation, RedirectReferralMutationVariables>;
export const StartReferralDocument = new TypedDocumentString(`
    mutation StartReferral($id: ID!, $expectedVersion: Int!) {
  startReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<StartReferralMutation, StartReferralMutationVariables>;
export const HoldReferralDocument = new TypedDocumentString(`
    mutation HoldReferral($id: ID!, $expectedVersion: Int!, $reason: String!, $until: Date!) {
  holdReferral(
    id: $id
    expectedVersion: $expectedVersion
    reason: $reason
    until: $until
  ) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<HoldReferralMutation, HoldReferralMutationVariables>;
export const ResumeReferralDocument = new TypedDocumentString(`
    mutation ResumeReferral($id: ID!, $expectedVersion: Int!) {
  resumeReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<ResumeReferralMutation, ResumeReferralMutationVariables>;
export const FailReferralDocument = new TypedDocumentString(`
    mutation FailReferral($id: ID!, $expectedVersion: Int!, $reason: String!) {
  failReferral(id: $id, expectedVersion: $expectedVersion, reason: $reason) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<FailReferralMutation, FailReferralMutationVariables>;
export const CoSignCloseReferralDocument = new TypedDocumentString(`
    mutation CoSignCloseReferral($id: ID!, $expectedVersion: Int!) {
  coSignCloseReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<CoSignCloseReferralMutation, CoSignCloseReferralMutationVariables>;
export const CompleteReferralDocument = new TypedDocumentString(`
    mutation CompleteReferral($id: ID!, $expectedVersion: Int!, $outcome: String!) {
  completeReferral(id: $id, expectedVersion: $expectedVersion, outcome: $outcome) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<CompleteReferralMutation, CompleteReferralMutationVariables>;
export const WithdrawReferralDocument = new TypedDocumentString(`
    mutation WithdrawReferral($id: ID!, $expectedVersion: Int!) {
  withdrawReferral(id: $id, expectedVersion: $expectedVersion) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<WithdrawReferralMutation, WithdrawReferralMutationVariables>;
export const ConfirmOtherChannelReferralDocument = new TypedDocumentString(`
    mutation ConfirmOtherChannelReferral($id: ID!, $expectedVersion: Int!, $channel: OtherChannelKind!, $on: Date!) {
  confirmOtherChannelReferral(
    id: $id
    expectedVersion: $expectedVersion
    channel: $channel
    on: $on
  ) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<ConfirmOtherChannelReferralMutation, ConfirmOtherChannelReferralMutationVariables>;
export const PostMessageDocument = new TypedDocumentString(`
    mutation PostMessage($id: ID!, $part: PartInput!) {
  postMessage(id: $id, part: $part) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<PostMessageMutation, PostMessageMutationVariables>;
export const GiveFeedbackDocument = new TypedDocumentString(`
    mutation GiveFeedback($id: ID!, $part: PartInput!, $decisionPart: PartInput) {
  giveFeedback(id: $id, part: $part, decisionPart: $decisionPart) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<GiveFeedbackMutation, GiveFeedbackMutationVariables>;
export const TakeSenderGrantDocument = new TypedDocumentString(`
    mutation TakeSenderGrant($id: ID!, $reason: String!) {
  takeSenderGrant(id: $id, reason: $reason) {
    referral {
      ...Case_referral
    }
    userErrors {
      code
      field
      message
      current {
        ...Case_referral
      }
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<TakeSenderGrantMutation, TakeSenderGrantMutationVariables>;
export const ReferralsDocument = new TypedDocumentString(`
    query Referrals($box: ReferralBox!, $filter: ReferralFilter, $first: Int!, $after: String) {
  referrals(box: $box, filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...ReferralRow_referral
    }
  }
}
    fragment ReferralRow_referral on Referral {
  id
  reference
  kind
  urgency
  state
  direction
  stateSince
  createdAt
  senderOrganisation {
    name {
      lang
      value
    }
  }
  destination {
    name {
      lang
      value
    }
  }
  assignee {
    id
    displayName
  }
  dueDates {
    name
    at
    overdue
  }
}`) as unknown as TypedDocumentString<ReferralsQuery, ReferralsQueryVariables>;
export const ReferralDraftsDocument = new TypedDocumentString(`
    query ReferralDrafts {
  referralDrafts {
    id
    jwe
    changedAt
  }
}
    `) as unknown as TypedDocumentString<ReferralDraftsQuery, ReferralDraftsQueryVariables>;
export const CaseByIdDocument = new TypedDocumentString(`
    query CaseById($id: ID!) {
  referral(id: $id) {
    ...Case_referral
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<CaseByIdQuery, CaseByIdQueryVariables>;
export const DestinationsDocument = new TypedDocumentString(`
    query Destinations($kind: ReferralKind!, $text: String, $first: Int!) {
  destinations(kind: $kind, text: $text, first: $first) {
    ...DestinationCard_destination
  }
}
    fragment DestinationCard_destination on Destination {
  id
  receives
  reason
  kinds
  keysVerifiedOn
  ways
  nextOpening
  organisation {
    name {
      lang
      value
    }
    demo
  }
  phones {
    id
    display
    href
    purposeText {
      lang
      value
    }
  }
}`) as unknown as TypedDocumentString<DestinationsQuery, DestinationsQueryVariables>;
export const DestinationByIdDocument = new TypedDocumentString(`
    query DestinationById($id: ID!) {
  destination(id: $id) {
    ...DestinationCard_destination
  }
}
    fragment DestinationCard_destination on Destination {
  id
  receives
  reason
  kinds
  keysVerifiedOn
  ways
  nextOpening
  organisation {
    name {
      lang
      value
    }
    demo
  }
  phones {
    id
    display
    href
    purposeText {
      lang
      value
    }
  }
}`) as unknown as TypedDocumentString<DestinationByIdQuery, DestinationByIdQueryVariables>;
export const CreateReferralDocument = new TypedDocumentString(`
    mutation CreateReferral($envelope: String!, $parts: [PartInput!]!) {
  createReferral(envelope: $envelope, parts: $parts) {
    referral {
      id
      reference
      state
    }
    userErrors {
      code
      field
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateReferralMutation, CreateReferralMutationVariables>;
export const ReadReferralPartsDocument = new TypedDocumentString(`
    mutation ReadReferralParts($id: ID!, $partIds: [ID!]!) {
  readReferralParts(id: $id, partIds: $partIds) {
    parts {
      id
      role
      jwe
    }
    referral {
      ...Case_referral
    }
    userErrors {
      code
      message
    }
  }
}
    fragment Case_referral on Referral {
  id
  reference
  version
  kind
  gate
  urgency
  state
  direction
  senderOrganisation {
    id
    name {
      lang
      value
    }
  }
  destination {
    id
    name {
      lang
      value
    }
  }
  flags
  topic
  ageBand
  predecessor
  proposedDestination {
    id
    receives
    organisation {
      name {
        lang
        value
      }
    }
  }
  envelope
  parts {
    id
    role
    tag
    at
    by
  }
  receipt
  assignee {
    id
    displayName
  }
  coSigned
  declineReason
  holdReason
  holdUntil
  outcome
  failReason
  feedbackVocabulary
  feedbackGiven
  otherChannels {
    channel
    on
  }
  dueDates {
    name
    at
    overdue
  }
  retention {
    purgeAt
    senderAccessUntil
  }
  history {
    action
    from
    to
    at
    code
    by
  }
  allowedActions
  createdAt
  stateSince
}`) as unknown as TypedDocumentString<ReadReferralPartsMutation, ReadReferralPartsMutationVariables>;
export const SaveReferralDraftDocument = new TypedDocumentString(`
    mutation SaveReferralDraft($id: ID!, $jwe: JWE!) {
  saveReferralDraft(id: $id, jwe: $jwe) {
    draft {
      id
      changedAt
    }
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SaveReferralDraftMutation, SaveReferralDraftMutationVariables>;
export const DeleteReferralDraftDocument = new TypedDocumentString(`
    mutation DeleteReferralDraft($id: ID!) {
  deleteReferralDraft(id: $id) {
    userErrors {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteReferralDraftMutation, DeleteReferralDraftMutationVariables>;