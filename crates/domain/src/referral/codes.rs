//! The words of the exchange that stand in envelopes, APIs and storage: one spelling each.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::Malformed;

/// Declares enumerations with one spelling per value: `ALL`, `as_str`, `Display`, `FromStr`, serde.
macro_rules! codes {
    ($(
        $(#[$doc:meta])*
        pub enum $name:ident {
            $( $(#[$variant_doc:meta])* $variant:ident = $text:literal ),+ $(,)?
        }
    )+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( $(#[$variant_doc])* $variant ),+
        }

        impl $name {
            /// Every value, in the order of the paper.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The one spelling of the value.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text),+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(given: &str) -> Result<Self, Malformed> {
                match given {
                    $($text => Ok(Self::$variant),)+
                    _ => Err(Malformed { allowed: concat!("one of:" $(, " ", $text)+) }),
                }
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
                out.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(given: D) -> Result<Self, D::Error> {
                let text = String::deserialize(given)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+};
}
pub(super) use codes;

codes! {
    /// What a referral is (`referral.md` 2): five kinds, one machine.
    pub enum Kind {
        /// A partner hands somebody who agreed over to a service that can help.
        HelpReferral = "HELP_REFERRAL",
        /// A young person or a parent asks for help themselves.
        SelfReferral = "SELF_REFERRAL",
        /// A worry about a child, told to the youth office.
        SuspicionReport = "SUSPICION_REPORT",
        /// A professional asks an experienced adviser, without identities.
        ExpertConsultation = "EXPERT_CONSULTATION",
        /// One youth office hands a case over to another.
        Handover = "HANDOVER",
    }

    /// The legal gate through which the data may pass; readable by the server.
    pub enum Gate {
        /// The persons concerned agreed.
        Consent = "CONSENT",
        /// Somebody asks for themselves (§ 8 SGB VIII).
        OwnRequest = "OWN_REQUEST",
        /// Bearers of professional secrets, § 4 (3) KKG.
        Kkg43 = "KKG4_3",
        /// Health professions in urgent danger, § 4 (3) sentence 3 KKG.
        Kkg43Urgent = "KKG4_3_URGENT",
        /// Customs, § 4 (5) KKG.
        Kkg45 = "KKG4_5",
        /// Providers of youth welfare by agreement, § 8a (4) SGB VIII.
        Sgb8a4 = "SGB8A_4",
        /// Childminders, § 8a (5) SGB VIII.
        Sgb8a5 = "SGB8A_5",
        /// Criminal justice, § 5 KKG.
        Kkg5 = "KKG5",
        /// Anybody else: no statutory secrecy.
        Citizen = "CITIZEN",
        /// Advice for people working with children, § 8b (1) SGB VIII.
        Sgb8b1 = "SGB8B_1",
        /// Advice for bearers of professional secrets, § 4 (2) KKG.
        Kkg42 = "KKG4_2",
        /// Notice between youth offices, § 8a (6) SGB VIII.
        Sgb8a6 = "SGB8A_6",
        /// Entrusted data between youth offices, § 65 (1) Nr. 3 SGB VIII.
        Sgb8651Nr3 = "SGB8_65_1_3",
    }

    /// As what the sender writes; decides which gates are open and what may come back.
    pub enum Profession {
        /// § 4 (1) Nr. 1 KKG: doctors, midwives and other health professions.
        Kkg41Nr1 = "KKG4_1_NR1",
        /// § 4 (1) Nr. 2 KKG: professional psychologists.
        Kkg41Nr2 = "KKG4_1_NR2",
        /// § 4 (1) Nr. 3 KKG: marriage, family, education and youth counsellors.
        Kkg41Nr3 = "KKG4_1_NR3",
        /// § 4 (1) Nr. 4 KKG: addiction counsellors.
        Kkg41Nr4 = "KKG4_1_NR4",
        /// § 4 (1) Nr. 5 KKG: pregnancy counsellors.
        Kkg41Nr5 = "KKG4_1_NR5",
        /// § 4 (1) Nr. 6 KKG: state-recognised social workers and social pedagogues.
        Kkg41Nr6 = "KKG4_1_NR6",
        /// § 4 (1) Nr. 7 KKG: teachers.
        Kkg41Nr7 = "KKG4_1_NR7",
        /// The customs administration.
        Customs = "CUSTOMS",
        /// A provider of youth welfare with a protection agreement, such as a Kita.
        Sgb8Provider = "SGB8_PROVIDER",
        /// A childminder.
        Childminder = "CHILDMINDER",
        /// Courts and public prosecutors in criminal matters.
        CriminalJustice = "CRIMINAL_JUSTICE",
        /// A youth office.
        YouthOffice = "YOUTH_OFFICE",
        /// Any other profession with children.
        OtherProfessional = "OTHER_PROFESSIONAL",
        /// A private person.
        PrivatePerson = "PRIVATE_PERSON",
    }

    /// How soon somebody must look.
    pub enum Urgency {
        /// Now; the form says "110, 112, telephone" before its first field.
        Urgent = "URGENT",
        /// In the next days.
        Soon = "SOON",
        /// In its turn.
        Normal = "NORMAL",
    }

    /// What a help referral is about, roughly; refused for suspicion reports.
    pub enum Topic {
        /// Family life.
        Family = "FAMILY",
        /// School.
        School = "SCHOOL",
        /// Health.
        Health = "HEALTH",
        /// Housing and money.
        HousingMoney = "HOUSING_MONEY",
        /// Violence.
        Violence = "VIOLENCE",
        /// Early help (Frühe Hilfen).
        EarlyHelp = "EARLY_HELP",
        /// Disability.
        Disability = "DISABILITY",
        /// Anything else.
        Other = "OTHER",
    }

    /// The age of the child in bands, in completed years; refused for suspicion reports.
    pub enum AgeBand {
        /// Before birth.
        Unborn = "UNBORN",
        /// 0 to 2.
        A0To2 = "A0_2",
        /// 3 to 5.
        A3To5 = "A3_5",
        /// 6 to 9.
        A6To9 = "A6_9",
        /// 10 to 13.
        A10To13 = "A10_13",
        /// 14 to 17.
        A14To17 = "A14_17",
        /// 18 and older.
        A18Plus = "A18_PLUS",
        /// Not said.
        Unknown = "UNKNOWN",
    }

    /// What the server must know to keep a promise, beside the content it cannot read.
    pub enum Flag {
        /// Only leads of the destination may see it (`referral.md` 11).
        Restricted = "restricted",
        /// No automatic message to anyone but the sender.
        DoNotContactFamily = "do_not_contact_family",
        /// The sender gives no name.
        Anonymous = "anonymous",
    }

    /// What an encrypted part holds (`referral.md` 4).
    pub enum PartRole {
        /// The report of a suspicion or a handover.
        Report = "report",
        /// The matter of a help referral.
        Help = "help",
        /// The matter of a self-referral.
        SelfStory = "self",
        /// The question of a consultation.
        Consultation = "consultation",
        /// Consent and legal details.
        Consent = "consent",
        /// Who must not see it.
        Conflict = "conflict",
        /// The list of parts with their digests.
        Manifest = "manifest",
        /// A file.
        Attachment = "attachment",
        /// A message in the thread.
        Message = "message",
        /// The three facts.
        Feedback = "feedback",
        /// Free text beside a decision.
        Decision = "decision",
    }

    /// The way a part travels; signed into it, so that it cannot be sent back as an answer.
    pub enum Direction {
        /// From the sender to the destination, or inside the destination.
        ToRecipient = "to_recipient",
        /// From the destination to the sender.
        ToSender = "to_sender",
    }

    /// Which of the two ends somebody stands at.
    pub enum Side {
        /// The one who wrote it.
        Sender = "SENDER",
        /// The one it was written to.
        Recipient = "RECIPIENT",
    }

    /// What may be said back to the sender (`referral.md` 9).
    pub enum FeedbackVocabulary {
        /// The three facts of § 4 (4) KKG.
        KkgEcho = "KKG_ECHO",
        /// The outcome code of a help referral.
        OutcomeCode = "OUTCOME_CODE",
        /// Free messages both ways.
        Dialogue = "DIALOGUE",
        /// How the handover stands.
        HandoverStatus = "HANDOVER_STATUS",
        /// The receipt of transport alone.
        None = "NONE",
    }
}

impl Kind {
    /// The kinds that can be sent in this version; the others are in the machine and tested.
    pub const OFFERED: &'static [Self] = &[Self::HelpReferral, Self::SuspicionReport];

    /// The legal gates of the kind.
    pub const fn gates(self) -> &'static [Gate] {
        match self {
            Self::HelpReferral => &[Gate::Consent],
            Self::SelfReferral => &[Gate::OwnRequest],
            Self::SuspicionReport => &[
                Gate::Kkg43,
                Gate::Kkg43Urgent,
                Gate::Kkg45,
                Gate::Sgb8a4,
                Gate::Sgb8a5,
                Gate::Kkg5,
                Gate::Citizen,
            ],
            Self::ExpertConsultation => &[Gate::Sgb8b1, Gate::Kkg42],
            Self::Handover => &[Gate::Sgb8a6, Gate::Sgb8651Nr3],
        }
    }

    /// The role of the part that holds the matter itself.
    pub const fn main_part(self) -> PartRole {
        match self {
            Self::HelpReferral => PartRole::Help,
            Self::SelfReferral => PartRole::SelfStory,
            Self::SuspicionReport | Self::Handover => PartRole::Report,
            Self::ExpertConsultation => PartRole::Consultation,
        }
    }

    /// The identifier of the schema that the main part follows.
    pub const fn schema(self) -> &'static str {
        match self {
            Self::HelpReferral => "https://schutznetz.example/schema/help-referral/1.0.0",
            Self::SelfReferral => "https://schutznetz.example/schema/self-referral/1.0.0",
            Self::SuspicionReport => "https://schutznetz.example/schema/suspicion-report/1.0.0",
            Self::ExpertConsultation => "https://schutznetz.example/schema/consultation/1.0.0",
            Self::Handover => "https://schutznetz.example/schema/handover/1.0.0",
        }
    }

    /// Whether only a youth office can be the destination.
    pub const fn needs_youth_office(self) -> bool {
        match self {
            Self::SuspicionReport | Self::Handover => true,
            Self::HelpReferral | Self::SelfReferral | Self::ExpertConsultation => false,
        }
    }
}

impl Profession {
    /// Whether the profession is one of § 4 (1) KKG.
    pub const fn bears_secrets(self) -> bool {
        match self {
            Self::Kkg41Nr1
            | Self::Kkg41Nr2
            | Self::Kkg41Nr3
            | Self::Kkg41Nr4
            | Self::Kkg41Nr5
            | Self::Kkg41Nr6
            | Self::Kkg41Nr7 => true,
            Self::Customs
            | Self::Sgb8Provider
            | Self::Childminder
            | Self::CriminalJustice
            | Self::YouthOffice
            | Self::OtherProfessional
            | Self::PrivatePerson => false,
        }
    }
}
