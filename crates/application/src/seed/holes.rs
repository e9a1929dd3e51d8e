//! What the seed does not know, by name. A hole is reported, never filled: `docs/seed-report.md` is
//! written from here, and the coordinators' board opens on it.

use std::collections::BTreeSet;
use std::fmt::Write;

use domain::directory::PhonePurpose;
use domain::territory::DistrictKey;

use super::format::{AreaBasis, OrganisationEntry, OrganisationState, ServiceEntry};
use super::read::{Network, Part};

/// Something that is expected to exist and is not known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hole {
    /// The district key; absent for the state as a whole.
    pub district: Option<DistrictKey>,
    /// Which thing.
    pub subject: &'static str,
    /// What is not known of it.
    pub missing: String,
}

/// How many of the services that are shown state something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// What.
    pub subject: &'static str,
    /// How many state it.
    pub known: usize,
    /// How many do not.
    pub unknown: usize,
}

type Entry<'a> = (&'a Part, &'a OrganisationEntry);

fn shown(network: &Network) -> Vec<Entry<'_>> {
    network
        .organisations()
        .filter(|(_, entry)| entry.status == OrganisationState::Active)
        .collect()
}

fn serves(service: &ServiceEntry, district: &DistrictKey) -> bool {
    service
        .areas
        .iter()
        .any(|area| area.districts.contains(district))
}

/// Every hole: first what each of the eight districts should have, then the state.
pub fn holes(network: &Network) -> Vec<Hole> {
    let entries = shown(network);
    let mut found: Vec<Hole> = network
        .districts()
        .flat_map(|district| of_district(district, &entries))
        .collect();
    let without_area = entries
        .iter()
        .flat_map(|(_, entry)| &entry.services)
        .filter(|service| service.areas.is_empty())
        .map(|service| service.key.as_str())
        .collect::<Vec<_>>();
    found.push(Hole {
        district: None,
        subject: "service area",
        missing: format!(
            "{} services state none: {}",
            without_area.len(),
            without_area.join(", ")
        ),
    });
    found
}

fn of_district(district: &DistrictKey, entries: &[Entry<'_>]) -> Vec<Hole> {
    let serving = |kind: &str| -> Vec<&ServiceEntry> {
        let of_kind = entries
            .iter()
            .filter(|(_, entry)| entry.kind.as_str() == kind);
        let services = of_kind.flat_map(|(_, entry)| &entry.services);
        services
            .filter(|service| serves(service, district))
            .collect()
    };
    let offices = serving("youth_office");
    let networks = serving("early_help_network");
    let insofa = entries
        .iter()
        .flat_map(|(_, entry)| &entry.services)
        .any(|service| {
            let expert = service
                .kinds
                .iter()
                .any(|kind| kind.as_str() == "expert_consultation");
            expert && serves(service, district) && !service.phones.is_empty()
        });
    let mut found = Vec::new();
    let mut missing = |subject, what: String| {
        found.push(Hole {
            district: Some(district.clone()),
            subject,
            missing: what,
        });
    };
    let unknown = || "nicht bekannt".to_owned();

    if offices.is_empty() {
        missing("youth office", unknown());
    }
    if let Some(instead) = without_reporting_number(&offices) {
        missing(
            "reporting number of the youth office",
            format!("nicht bekannt ({instead})"),
        );
    }
    if !offices
        .iter()
        .flat_map(|office| &office.hours)
        .any(|hours| !hours.blocks.is_empty())
    {
        missing("office hours of the youth office", unknown());
    }
    if networks.is_empty() {
        missing("early-help network", unknown());
    } else if networks.iter().all(|network| network.phones.is_empty()) {
        missing("phone of the early-help network", unknown());
    }
    if serving("intervention_centre").is_empty() {
        missing("intervention centre", unknown());
    }
    if !insofa {
        missing("phone of an insoweit erfahrene Fachkraft", unknown());
    }
    found
}

/// What the office has instead of a number for reports; nothing when it has one.
fn without_reporting_number(offices: &[&ServiceEntry]) -> Option<String> {
    let phones = offices.iter().flat_map(|office| &office.phones);
    let purposes: BTreeSet<&str> = phones.map(|phone| purpose(phone.purpose)).collect();
    if purposes.contains(purpose(PhonePurpose::Reporting)) {
        return None;
    }
    let listed = purposes.into_iter().collect::<Vec<_>>().join(", ");
    Some(if listed.is_empty() {
        "no number at all".to_owned()
    } else {
        format!("only: {listed}")
    })
}

const fn purpose(purpose: PhonePurpose) -> &'static str {
    match purpose {
        PhonePurpose::Office => "office number",
        PhonePurpose::Reporting => "reporting number",
        PhonePurpose::OnCall => "on-call number",
        PhonePurpose::Helpline => "helpline named by the district",
        PhonePurpose::Appointments => "appointments",
        PhonePurpose::Switchboard => "switchboard",
        PhonePurpose::InfoPoint => "info point",
        PhonePurpose::Emergency => "emergency call",
    }
}

/// How much is known over all services that are shown.
pub fn coverage(network: &Network) -> Vec<Coverage> {
    let entries = shown(network);
    let services: Vec<&ServiceEntry> = entries
        .iter()
        .flat_map(|(_, entry)| &entry.services)
        .collect();
    let count = |subject, known: &dyn Fn(&ServiceEntry) -> bool| {
        let with = services.iter().filter(|service| known(service)).count();
        Coverage {
            subject,
            known: with,
            unknown: services.len() - with,
        }
    };
    vec![
        count("phone", &|service| !service.phones.is_empty()),
        count("hours", &|service| !service.hours.is_empty()),
        count("cost", &|service| service.cost.is_some()),
        count("whether anonymous", &|service| service.anonymous.is_some()),
        count("age", &|service| {
            service
                .eligibility
                .as_ref()
                .is_some_and(|stated| stated.age_known)
        }),
        count("area", &|service| !service.areas.is_empty()),
        count("area stated, not only taken from the seat", &|service| {
            service
                .areas
                .iter()
                .any(|area| area.basis != Some(AreaBasis::Seat))
        }),
    ]
}

/// The report as Markdown.
pub fn report(network: &Network) -> String {
    let entries = shown(network);
    let services = entries
        .iter()
        .map(|(_, entry)| entry.services.len())
        .sum::<usize>();
    let mut text = format!(
        "# What the seed network does not know\n\n\
         Written from `data/network` by `application::seed::holes::report`; a test keeps it fresh.\n\
         {} organisations with {services} services are shown. Nothing here is filled in: a hole is\n\
         published as unknown until somebody confirms the missing fact.\n",
        entries.len()
    );
    text.push_str(
        "\n## How much is stated\n\n| of the services shown | known | unknown |\n|---|---:|---:|\n",
    );
    for Coverage {
        subject,
        known,
        unknown,
    } in coverage(network)
    {
        push(
            &mut text,
            format_args!("| {subject} | {known} | {unknown} |\n"),
        );
    }
    text.push_str("\n## Holes\n\n| district | what | |\n|---|---|---|\n");
    for Hole {
        district,
        subject,
        missing,
    } in holes(network)
    {
        push(
            &mut text,
            format_args!(
                "| {} | {subject} | {missing} |\n",
                district.as_ref().map_or("state", DistrictKey::as_str)
            ),
        );
    }
    text.push_str("\n## Kept, but not shown\n\n| entry | why |\n|---|---|\n");
    for (_, entry) in network.organisations() {
        if let Some(reason) = &entry.status_reason {
            push(&mut text, format_args!("| {} | {reason} |\n", entry.key));
        }
    }
    text
}

fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    // writing to a String cannot fail
    let _infallible = text.write_fmt(line);
}
