//! The enumerations of the directory. Each mirrors one of the domain by an exhaustive match, so a
//! new value there is a compile error here.

use async_graphql::Enum;
use domain::access;
use domain::directory::{self, hours};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! mirrored {
    ($( $(#[$doc:meta])* $name:ident of $remote:literal { $( $(#[$value_doc:meta])* $value:ident ),+ $(,)? } )+) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, ToSchema)]
            #[graphql(remote = $remote)]
            #[serde(rename_all = "snake_case")]
            pub enum $name { $( $(#[$value_doc])* $value ),+ }
        )+
    };
}

mirrored! {
    /// An answer that may be unknown.
    Answer of "directory::Answer" {
        /// Yes.
        Yes,
        /// Partly, or on request.
        Partly,
        /// No.
        No,
        /// Nobody has said; never read as no.
        Unknown,
    }
    /// Whether something costs money.
    CostKind of "directory::CostKind" {
        /// It costs nothing.
        Free,
        /// Some of it costs something.
        Partly,
        /// It costs something.
        Paid,
        /// Nobody has said: "Kosten: bitte fragen". Never read as free.
        Unknown,
    }
    /// By which way people reach an institution.
    Channel of "hours::Channel" {
        /// Coming in person.
        Visit,
        /// Calling.
        Phone,
        /// Chatting.
        Chat,
        /// Writing a mail.
        Mail,
        /// Calling the service that answers outside office hours.
        OnCall,
    }
    /// Whether somebody can be reached.
    OpenState of "hours::OpenState" {
        /// For sure they can.
        Open,
        /// For sure they cannot.
        Closed,
        /// Nobody knows: no hours are stated, or sources differ. Never read as closed.
        Unknown,
    }
    /// Why something is open, closed or unknown.
    OpenReason of "hours::OpenReason" {
        /// Ordinary hours.
        RegularHours,
        /// Between two spans of the day.
        Break,
        /// Before the first span of the day.
        BeforeHours,
        /// After the last span of the day.
        AfterHours,
        /// Nothing is ever open on this weekday.
        WeekdayClosed,
        /// A public holiday of the state closes it.
        PublicHoliday,
        /// School holidays close it.
        SchoolHoliday,
        /// An exception closes it, such as a company outing.
        ExceptionClosed,
        /// An exception opens it.
        ExceptionOpen,
        /// The offer is not given at the moment.
        Suspended,
        /// It is open round the clock.
        AlwaysOpen,
        /// One needs an appointment.
        AppointmentOnly,
        /// No hours are stated.
        NoSchedule,
        /// The hours it is computed from were valid until a day that has passed.
        Expired,
        /// Hours are stated from a later day on only.
        NotYetValid,
        /// It depends on school holidays that nobody has entered.
        CalendarMissing,
        /// Sources differ about this instant.
        StatementsDiffer,
        /// It answers outside office hours, and those are not known.
        OutsideOfficeHours,
    }
    /// How a language is served.
    LanguageMode of "directory::LanguageMode" {
        /// Spoken.
        Spoken,
        /// Written.
        Written,
        /// Signed.
        Sign,
        /// Through an interpreter.
        Interpreter,
    }
    /// Whether there is room.
    CapacityStatus of "directory::CapacityStatus" {
        /// New people are accepted.
        Accepting,
        /// There is a waiting list.
        Waitlist,
        /// Somebody looks at the case first.
        AssessmentRequired,
        /// There is none.
        Full,
    }
    /// What is at the other end of a number.
    PhoneKind of "directory::PhoneKind" {
        /// A landline telephone.
        Voice,
        /// A mobile telephone.
        Mobile,
        /// A fax.
        Fax,
        /// Text messages.
        Text,
        /// A relay service for deaf people.
        Relay,
    }
    /// What a number is for. Show it, so that a switchboard is never taken for a reporting line.
    PhonePurpose of "directory::PhonePurpose" {
        /// The institution's office.
        Office,
        /// Takes reports of suspected endangerment of a child.
        Reporting,
        /// Answers outside office hours.
        OnCall,
        /// A helpline.
        Helpline,
        /// Makes appointments.
        Appointments,
        /// The switchboard of a whole administration.
        Switchboard,
        /// An information point, often transitional.
        InfoPoint,
        /// An emergency call; never the line of an office.
        Emergency,
    }
    /// What a call costs the caller.
    CallCost of "directory::CallCost" {
        /// Nothing.
        Free,
        /// As a call within the country.
        National,
        /// As a call to a mobile network.
        MobileRate,
        /// More than that.
        Paid,
    }
    /// What a contact is for: a function, never a person.
    ContactFunction of "directory::ContactFunction" {
        /// The front desk.
        Reception,
        /// Takes in new matters.
        Intake,
        /// Answers outside office hours.
        OnCall,
        /// Leads the institution.
        Management,
        /// Coordinates a network.
        NetworkCoordination,
        /// An experienced child-protection professional (insoweit erfahrene Fachkraft).
        Insofa,
        /// Data protection.
        DataProtection,
        /// Press.
        Press,
        /// Anything else.
        Other,
    }
    /// What a location is.
    LocationKind of "directory::LocationKind" {
        /// A house one can go to.
        Physical,
        /// An address for letters.
        Postal,
        /// A place on the web.
        Virtual,
    }
    /// How much of an address is published.
    AddressVisibility of "directory::AddressVisibility" {
        /// All of it.
        Exact,
        /// The municipality alone, because people in need live there.
        MunicipalityOnly,
        /// Nothing, not even that there is one.
        Hidden,
    }
    /// What an address is for.
    AddressKind of "directory::AddressKind" {
        /// Visitors.
        Physical,
        /// Letters.
        Postal,
    }
    /// A taxonomy of the directory.
    Taxonomy of "directory::Taxonomy" {
        /// What an organisation is, such as `youth_office`.
        OrganisationKind,
        /// What a service does, such as `counselling`.
        ServiceKind,
        /// What it is about, such as `neglect`.
        Topic,
        /// What somebody needs.
        Need,
        /// Whom it is for.
        TargetGroup,
        /// The part of society an organisation belongs to, such as `youth_welfare`.
        Sector,
        /// What a measure is meant to reach.
        Goal,
    }
    /// What a hit was found by.
    ReasonKind of "directory::ReasonKind" {
        /// The very word.
        Exact,
        /// Another form of the word.
        Stem,
        /// The word with umlauts spelled otherwise.
        Folded,
        /// A part of a longer word.
        CompoundPart,
        /// Another word for it.
        Synonym,
        /// A phrase of everyday language that leads to a topic.
        Concept,
        /// The word with a typing error.
        Typo,
        /// It lies in the place asked for.
        Place,
        /// It serves the place asked for.
        Area,
    }
    /// Whether a service is for people of the place asked for.
    Serves of "directory::Serves" {
        /// It is.
        Yes,
        /// Nobody has stated for which area it is.
        Unknown,
    }
    /// How fresh a record is.
    Freshness of "directory::Freshness" {
        /// Something was confirmed and is still trusted.
        Confirmed,
        /// Something was confirmed, too long ago.
        Overdue,
        /// Nobody has confirmed it yet.
        Unconfirmed,
    }
    /// How sure a record is.
    Certainty of "directory::Certainty" {
        /// Read in a source.
        Seen,
        /// Read in a source from before 2020.
        Old,
        /// Two sources differ.
        Conflicting,
        /// Stated by the organisation itself in this service.
        Own,
    }
    /// What a member does in the organisation.
    Role of "access::Role" {
        /// Receives what comes in and hands it to a colleague.
        Intake,
        /// Works on cases that were assigned.
        Worker,
        /// Decides on accepting, declining, redirecting.
        Decider,
        /// Leads the organisation's casework.
        Lead,
        /// Is on duty outside office hours.
        DutyOfficer,
        /// Keeps the organisation's entries in the directory true.
        DirectoryEditor,
        /// Coordinates the networks of the own district.
        NetworkCoordinator,
        /// Verifies other organisations.
        Verifier,
        /// Runs the installation: accounts and organisations, never a case.
        Administrator,
    }
}

/// In which order services come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Enum, Serialize, Deserialize, ToSchema)]
#[graphql(remote = "directory::Order")]
// the first contract of REST spelled these like GraphQL: both are read
#[serde(rename_all = "snake_case")]
pub enum ServiceOrder {
    /// What fits best comes first; equals in an order that is fair and stays the same for a day.
    #[default]
    #[serde(alias = "RELEVANCE")]
    Relevance,
    /// By name.
    #[serde(alias = "NAME")]
    Name,
    /// By distance from the point or place asked for; unknown distances last.
    #[serde(alias = "DISTANCE")]
    Distance,
}

/// Whether a service is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceStatusCode {
    /// It is given.
    Active,
    /// Not at the moment.
    TemporarilyClosed,
    /// It is not published, or not any more.
    Inactive,
    /// It has ended for good.
    Defunct,
}

/// Whether an organisation works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationStatusCode {
    /// It works.
    Active,
    /// It has stopped for a time.
    Paused,
    /// It is closed for good.
    Closed,
    /// It is not published yet.
    Draft,
}
