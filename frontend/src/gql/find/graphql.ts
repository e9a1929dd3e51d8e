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
  updateService: UpdateServicePayload;
};


export type MutationUpdateServiceArgs = {
  expectedVersion: Scalars['Int']['input'];
  id: Scalars['ID']['input'];
  patch: ServicePatch;
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

export type OrganisationStatusCode =
  | 'ACTIVE'
  | 'CLOSED'
  | 'DRAFT'
  | 'PAUSED';

export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
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
  districts: Array<District>;
  /** Every helpline, the first one answers now where one does. */
  helplines: Array<Service>;
  meta: Meta;
  /** The services the viewer may edit. */
  myEntries: EntryConnection;
  node?: Maybe<Node>;
  organisation?: Maybe<Organisation>;
  /** Places whose name begins like this, for the place field; at most 10. */
  places: Array<Place>;
  responsible: ResponsibleAnswer;
  service?: Maybe<Service>;
  services: ServiceConnection;
  terms: Array<Term>;
  /** The signed-in person; null without a session. */
  viewer?: Maybe<Viewer>;
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

export type Viewer = {
  __typename?: 'Viewer';
  can: Array<Permission>;
  displayName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  organisation: Organisation;
  roles: Array<Role>;
  sessionEndsAt: Scalars['DateTime']['output'];
};

export type ServiceCard_ServiceFragment = { __typename?: 'Service', id: string, demo: boolean, name: { __typename?: 'LocalizedText', lang: string, value: string }, summary?: { __typename?: 'LocalizedText', lang: string, value: string } | null, kinds: Array<{ __typename?: 'Term', key: string, label: { __typename?: 'LocalizedText', lang: string, value: string } }>, cost: { __typename?: 'Cost', text: { __typename?: 'LocalizedText', lang: string, value: string } }, organisation: { __typename?: 'Organisation', name: { __typename?: 'LocalizedText', lang: string, value: string }, district?: { __typename?: 'District', key: string, fullName: string } | null }, phones: Array<{ __typename?: 'Phone', id: string, display: string, href: string }>, openNow: (
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