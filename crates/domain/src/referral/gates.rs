//! Which legal gate is open to whom (`referral.md` 2).
//!
//! A suspicion report never needs consent and is never blocked by a missing one: the gates below
//! say only *as what* somebody reports.

use super::codes::{Gate, Kind, Profession};

/// What the directory says about the sending organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SenderMarks {
    /// Has a protection agreement with a youth office (§ 8a (4) SGB VIII).
    pub protection_agreement: bool,
    /// Is a childminder (§ 8a (5) SGB VIII).
    pub childminder: bool,
    /// Is a youth office.
    pub youth_office: bool,
}

/// Why a gate is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GateClosed {
    /// The kind has other gates.
    #[error("the kind of referral has other legal gates")]
    OtherKind,
    /// The gate is for other professions.
    #[error("the legal gate is for other professions")]
    OtherProfession,
    /// The directory does not mark the sending organisation for it.
    #[error("the directory does not mark the sending organisation for this legal gate")]
    Unmarked,
}

/// Whether a sender may use a gate for a kind. `marks` is `None` for a sender without organisation.
pub fn may_use_gate(
    kind: Kind,
    gate: Gate,
    profession: Profession,
    marks: Option<SenderMarks>,
) -> Result<(), GateClosed> {
    if !kind.gates().contains(&gate) {
        return Err(GateClosed::OtherKind);
    }
    if !professions(gate).contains(&profession) {
        return Err(GateClosed::OtherProfession);
    }
    let marks = marks.unwrap_or_default();
    let marked = match gate {
        Gate::Sgb8a4 => marks.protection_agreement,
        Gate::Sgb8a5 => marks.childminder,
        Gate::Sgb8a6 | Gate::Sgb8651Nr3 => marks.youth_office,
        Gate::Consent
        | Gate::OwnRequest
        | Gate::Kkg43
        | Gate::Kkg43Urgent
        | Gate::Kkg45
        | Gate::Kkg5
        | Gate::Citizen
        | Gate::Sgb8b1
        | Gate::Kkg42 => true,
    };
    if marked {
        Ok(())
    } else {
        Err(GateClosed::Unmarked)
    }
}

/// The gates that are open to a sender for a kind, in the order of the paper.
pub fn open_gates(kind: Kind, profession: Profession, marks: Option<SenderMarks>) -> Vec<Gate> {
    let open = |gate: &Gate| may_use_gate(kind, *gate, profession, marks).is_ok();
    kind.gates().iter().copied().filter(open).collect()
}

/// The professions a gate is for.
const fn professions(gate: Gate) -> &'static [Profession] {
    use Profession as P;
    const BEARERS_OF_SECRETS: &[Profession] = &[
        P::Kkg41Nr1,
        P::Kkg41Nr2,
        P::Kkg41Nr3,
        P::Kkg41Nr4,
        P::Kkg41Nr5,
        P::Kkg41Nr6,
        P::Kkg41Nr7,
    ];
    const PROFESSIONALS: &[Profession] = &[
        P::Kkg41Nr1,
        P::Kkg41Nr2,
        P::Kkg41Nr3,
        P::Kkg41Nr4,
        P::Kkg41Nr5,
        P::Kkg41Nr6,
        P::Kkg41Nr7,
        P::Customs,
        P::Sgb8Provider,
        P::Childminder,
        P::CriminalJustice,
        P::YouthOffice,
        P::OtherProfessional,
    ];
    match gate {
        Gate::Consent | Gate::Sgb8b1 => PROFESSIONALS,
        Gate::OwnRequest => &[P::PrivatePerson],
        Gate::Kkg43 | Gate::Kkg42 => BEARERS_OF_SECRETS,
        // § 4 (3) sentence 3 KKG names the health professions alone
        Gate::Kkg43Urgent => &[P::Kkg41Nr1],
        Gate::Kkg45 => &[P::Customs],
        Gate::Sgb8a4 => &[P::Sgb8Provider],
        Gate::Sgb8a5 => &[P::Childminder],
        Gate::Kkg5 => &[P::CriminalJustice],
        // whoever has no gate of their own, or is not marked for it, reports as anybody may
        Gate::Citizen => &[
            P::Sgb8Provider,
            P::Childminder,
            P::OtherProfessional,
            P::PrivatePerson,
        ],
        Gate::Sgb8a6 | Gate::Sgb8651Nr3 => &[P::YouthOffice],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKED: Option<SenderMarks> = Some(SenderMarks {
        protection_agreement: true,
        childminder: true,
        youth_office: true,
    });

    #[test]
    fn the_urgent_gate_is_for_health_professions_alone() {
        for profession in Profession::ALL {
            let open = open_gates(Kind::SuspicionReport, *profession, MARKED);
            assert_eq!(
                open.contains(&Gate::Kkg43Urgent),
                *profession == Profession::Kkg41Nr1
            );
            assert_eq!(open.contains(&Gate::Kkg43), profession.bears_secrets());
        }
    }

    #[test]
    fn the_gates_of_section_8a_need_the_mark_of_the_directory() {
        for marks in [None, Some(SenderMarks::default())] {
            assert_eq!(
                may_use_gate(
                    Kind::SuspicionReport,
                    Gate::Sgb8a4,
                    Profession::Sgb8Provider,
                    marks
                ),
                Err(GateClosed::Unmarked)
            );
        }
        let kita = SenderMarks {
            protection_agreement: true,
            ..SenderMarks::default()
        };
        assert_eq!(
            open_gates(Kind::SuspicionReport, Profession::Sgb8Provider, Some(kita)),
            [Gate::Sgb8a4, Gate::Citizen]
        );
    }

    #[test]
    fn a_suspicion_report_is_never_blocked_by_missing_consent() {
        assert_eq!(
            may_use_gate(
                Kind::SuspicionReport,
                Gate::Consent,
                Profession::Kkg41Nr1,
                MARKED
            ),
            Err(GateClosed::OtherKind)
        );
        // and everybody but a youth office, which hands over instead, has a gate to report through,
        // whatever the directory says about them
        for profession in Profession::ALL
            .iter()
            .filter(|one| **one != Profession::YouthOffice)
        {
            assert!(!open_gates(Kind::SuspicionReport, *profession, None).is_empty());
        }
    }

    #[test]
    fn a_gate_belongs_to_exactly_one_kind() {
        for gate in Gate::ALL {
            let kinds = Kind::ALL.iter().filter(|kind| kind.gates().contains(gate));
            assert_eq!(kinds.count(), 1, "{gate}");
        }
    }
}
