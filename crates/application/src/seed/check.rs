//! What a file must keep beyond its form: references exist, keys are unique, rules of `data/README.md`
//! hold.

use std::collections::{BTreeMap, BTreeSet};

use domain::directory::{AddressVisibility, Certainty, Taxonomy, TermKey};
use domain::territory::{DistrictKey, MunicipalityKey};

use super::broken::Broken;
use super::demo::AccountsFile;
use super::format::{
    AreaEntry, EligibilityEntry, HoursEntry, LocationEntry, OrganisationEntry, OrganisationState,
    PhoneEntry, ServiceEntry, ServiceState, SourceFile, TaxonomyFile,
};
use super::read::{Network, Part};

/// The keys that may be mentioned.
#[derive(Debug, Default)]
pub(super) struct Known {
    sources: BTreeSet<String>,
    terms: BTreeMap<Taxonomy, BTreeSet<TermKey>>,
    districts: BTreeSet<DistrictKey>,
    organisations: BTreeSet<String>,
    services: BTreeSet<String>,
}

/// A spot in a file, to say where something is wrong.
#[derive(Debug, Clone, Copy)]
struct Spot<'a> {
    file: &'a str,
    organisation: &'a str,
    service: Option<&'a str>,
    own: bool,
}

impl Spot<'_> {
    fn broken(&self, field: &str, found: impl std::fmt::Display, allowed: &str) -> Broken {
        let service = self
            .service
            .map(|key| format!(", service {key}"))
            .unwrap_or_default();
        Broken {
            file: self.file.to_owned(),
            place: format!("organisation {}{service}, {field}", self.organisation),
            found: found.to_string(),
            allowed: allowed.to_owned(),
        }
    }
}

fn once(set: &mut BTreeSet<String>, key: &str) -> bool {
    set.insert(key.to_owned())
}

/// Sources: keys are unique, each has exactly one kind of date.
pub(super) fn sources(known: &mut Known, path: &str, file: &SourceFile) -> Result<(), Broken> {
    for source in &file.sources {
        let broken = |found: &str, allowed: &str| Broken {
            file: path.to_owned(),
            place: format!("source {}", source.key),
            found: found.to_owned(),
            allowed: allowed.to_owned(),
        };
        if !once(&mut known.sources, &source.key) {
            return Err(broken(
                "the key a second time",
                "every source has a key of its own",
            ));
        }
        if source.page_date.is_some() == source.read_on.is_some() {
            return Err(broken(
                "both or none of page_date and read_on",
                "exactly one of them",
            ));
        }
    }
    Ok(())
}

/// A taxonomy: keys are unique, wider terms come first.
pub(super) fn taxonomy(known: &mut Known, path: &str, file: &TaxonomyFile) -> Result<(), Broken> {
    let terms = known.terms.entry(file.taxonomy).or_default();
    for term in &file.terms {
        let broken = |found: String, allowed: &str| Broken {
            file: path.to_owned(),
            place: format!("term {}", term.key),
            found,
            allowed: allowed.to_owned(),
        };
        if let Some(parent) = term
            .parent
            .as_ref()
            .filter(|parent| !terms.contains(*parent))
        {
            return Err(broken(
                format!("parent {parent}"),
                "a term that stands above in the same file",
            ));
        }
        if !terms.insert(term.key.clone()) {
            return Err(broken(
                "the key a second time".to_owned(),
                "every term has a key of its own",
            ));
        }
    }
    Ok(())
}

/// The whole network: first which keys exist, then whether every mention is one of them.
pub(super) fn network(mut known: Known, parts: &[Part]) -> Result<(), Broken> {
    known.districts = parts
        .iter()
        .filter_map(|part| part.file.district.clone())
        .collect();
    for part in parts {
        for entry in &part.file.organisations {
            let spot = spot(part, entry);
            if !once(&mut known.organisations, &entry.key) {
                return Err(spot.broken(
                    "key",
                    "the key a second time",
                    "every organisation has a key of its own",
                ));
            }
            for service in &entry.services {
                if !once(&mut known.services, &service.key) {
                    let found = format!("service {} a second time", service.key);
                    return Err(spot.broken(
                        "service",
                        found,
                        "every service has a key of its own",
                    ));
                }
            }
        }
    }
    for part in parts {
        for entry in &part.file.organisations {
            known.organisation(spot(part, entry), entry)?;
        }
    }
    Ok(())
}

fn spot<'a>(part: &'a Part, entry: &'a OrganisationEntry) -> Spot<'a> {
    Spot {
        file: &part.path,
        organisation: &entry.key,
        service: None,
        own: entry.certainty == Certainty::Own,
    }
}

impl Known {
    fn organisation(&self, spot: Spot<'_>, entry: &OrganisationEntry) -> Result<(), Broken> {
        name(spot, &entry.name)?;
        self.term(spot, "kind", Taxonomy::OrganisationKind, &entry.kind)?;
        self.terms(spot, "sectors", Taxonomy::Sector, &entry.sectors, true)?;
        if let Some(parent) = entry
            .parent
            .as_ref()
            .filter(|parent| !self.organisations.contains(*parent))
        {
            return Err(spot.broken("parent", parent, "the key of an organisation"));
        }
        if let Some(district) = &entry.district {
            self.district(spot, "district", district)?;
        }
        let active = entry.status == OrganisationState::Active;
        if active == entry.status_reason.is_some() {
            return Err(spot.broken(
                "status_reason",
                "it beside an active status, or none beside another",
                "a reason for every status but active",
            ));
        }
        if !active
            && entry
                .services
                .iter()
                .any(|service| service.status == ServiceState::Active)
        {
            return Err(spot.broken(
                "service",
                "an active one",
                "none beside a status that is not active",
            ));
        }
        if entry.closed_on.is_some() && entry.status != OrganisationState::Closed {
            return Err(spot.broken("closed_on", "a date", "a date only where status is closed"));
        }
        if entry.sources.is_empty() != spot.own {
            return Err(spot.broken(
                "sources",
                "none, or some beside certainty own",
                "at least one, unless certainty is own",
            ));
        }
        for source in &entry.sources {
            self.source(spot, "sources", Some(source))?;
        }
        let mut locations = BTreeSet::new();
        for location in &entry.locations {
            if !once(&mut locations, &location.key) {
                return Err(spot.broken(
                    "location",
                    &location.key,
                    "every location of an organisation has a key of its own",
                ));
            }
            self.location(spot, location)?;
        }
        self.phones(spot, &entry.phones)?;
        if entry.services.is_empty() {
            return Err(spot.broken("service", "none", "at least one service"));
        }
        entry.services.iter().try_for_each(|service| {
            self.service(
                Spot {
                    service: Some(&service.key),
                    ..spot
                },
                service,
                &locations,
            )
        })
    }

    fn service(
        &self,
        spot: Spot<'_>,
        entry: &ServiceEntry,
        locations: &BTreeSet<String>,
    ) -> Result<(), Broken> {
        name(spot, &entry.name)?;
        if let Some(summary) = entry
            .summary
            .as_ref()
            .filter(|text| text.chars().count() > 200)
        {
            return Err(spot.broken(
                "summary",
                format!("{} characters", summary.chars().count()),
                "at most 200",
            ));
        }
        self.terms(spot, "kinds", Taxonomy::ServiceKind, &entry.kinds, true)?;
        self.terms(spot, "topics", Taxonomy::Topic, &entry.topics, false)?;
        self.terms(
            spot,
            "target_groups",
            Taxonomy::TargetGroup,
            &entry.target_groups,
            false,
        )?;
        if let Some(at) = entry.at.iter().find(|at| !locations.contains(*at)) {
            return Err(spot.broken("at", at, "the key of a location of the same organisation"));
        }
        if let Some(stated) = &entry.eligibility {
            eligibility(spot, stated)?;
        }
        if let Some(commitment) = &entry.opening_commitment {
            self.source(
                spot,
                "opening_commitment.source",
                commitment.source.as_ref(),
            )?;
        }
        for funding in &entry.funding_periods {
            self.source(spot, "funding_periods.source", funding.source.as_ref())?;
        }
        for area in &entry.areas {
            self.area(spot, area)?;
        }
        self.phones(spot, &entry.phones)?;
        entry.hours.iter().try_for_each(|hours| {
            self.source(spot, "hours.source", hours.source.as_ref())?;
            one_kind_of_hours(spot, hours)
        })
    }

    fn phones(&self, spot: Spot<'_>, phones: &[PhoneEntry]) -> Result<(), Broken> {
        phones.iter().try_for_each(|phone| {
            self.source(spot, "phone.source", phone.source.as_ref())?;
            let words = [
                phone.always_open,
                phone.outside_office_hours,
                phone.hours_unknown,
            ];
            if words.into_iter().filter(|word| *word).count() > 1 {
                return Err(spot.broken(
                    "phone",
                    &phone.number.display,
                    "at most one of always_open, outside_office_hours, hours_unknown",
                ));
            }
            Ok(())
        })
    }

    fn location(&self, spot: Spot<'_>, entry: &LocationEntry) -> Result<(), Broken> {
        let withheld = entry
            .address_visibility
            .is_some_and(|shown| shown != AddressVisibility::Exact);
        let tells =
            entry.street.is_some() || entry.house_number.is_some() || entry.postcode.is_some();
        if withheld && tells {
            return Err(spot.broken(
                "location",
                "street, house_number or postcode",
                "none of them where the address is not shown exactly",
            ));
        }
        match &entry.municipality {
            Some(key) => self.municipality(spot, "location.municipality", key),
            None => Ok(()),
        }
    }

    fn area(&self, spot: Spot<'_>, area: &AreaEntry) -> Result<(), Broken> {
        self.source(spot, "area.source", area.source.as_ref())?;
        let listed = !(area.districts.is_empty()
            && area.municipalities.is_empty()
            && area.postcodes.is_empty());
        let ways = [area.nationwide, area.statewide, listed];
        if ways.into_iter().filter(|way| *way).count() != 1 {
            return Err(spot.broken(
                "area",
                "none or several ways to say it",
                "one of nationwide, statewide, or a list of districts, municipalities, postcodes",
            ));
        }
        area.districts
            .iter()
            .try_for_each(|key| self.district(spot, "area.districts", key))?;
        area.municipalities
            .iter()
            .try_for_each(|key| self.municipality(spot, "area.municipalities", key))
    }

    fn district(&self, spot: Spot<'_>, field: &str, key: &DistrictKey) -> Result<(), Broken> {
        if self.districts.contains(key) {
            return Ok(());
        }
        let districts = self
            .districts
            .iter()
            .map(DistrictKey::as_str)
            .collect::<Vec<_>>()
            .join(", ");
        Err(spot.broken(field, key, &format!("one of {districts}")))
    }

    fn municipality(
        &self,
        spot: Spot<'_>,
        field: &str,
        key: &MunicipalityKey,
    ) -> Result<(), Broken> {
        if self.districts.contains(&key.district()) {
            return Ok(());
        }
        Err(spot.broken(
            field,
            key,
            "a key of eight digits that begins with the key of a district",
        ))
    }

    fn source(&self, spot: Spot<'_>, field: &str, key: Option<&String>) -> Result<(), Broken> {
        match key {
            Some(key) if self.sources.contains(key) => Ok(()),
            Some(key) => Err(spot.broken(field, key, "a key of data/sources/sources.toml")),
            None if spot.own => Ok(()),
            None => Err(spot.broken(
                field,
                "nothing",
                "a key of data/sources/sources.toml, unless certainty is own",
            )),
        }
    }

    fn terms(
        &self,
        spot: Spot<'_>,
        field: &str,
        taxonomy: Taxonomy,
        keys: &[TermKey],
        needed: bool,
    ) -> Result<(), Broken> {
        if needed && keys.is_empty() {
            return Err(spot.broken(field, "none", "at least one term"));
        }
        keys.iter()
            .try_for_each(|key| self.term(spot, field, taxonomy, key))
    }

    fn term(
        &self,
        spot: Spot<'_>,
        field: &str,
        taxonomy: Taxonomy,
        key: &TermKey,
    ) -> Result<(), Broken> {
        if self
            .terms
            .get(&taxonomy)
            .is_some_and(|terms| terms.contains(key))
        {
            return Ok(());
        }
        let allowed = format!("a term of data/taxonomies/{}.toml", taxonomy.as_str());
        Err(spot.broken(field, key, &allowed))
    }
}

fn name(spot: Spot<'_>, name: &str) -> Result<(), Broken> {
    let length = name.chars().count();
    if (1..=200).contains(&length) {
        return Ok(());
    }
    Err(spot.broken(
        "name",
        format!("{length} characters"),
        "1 to 200 characters",
    ))
}

fn eligibility(spot: Spot<'_>, stated: &EligibilityEntry) -> Result<(), Broken> {
    let (from, to) = (stated.age_from_months, stated.age_to_months);
    if !stated.age_known && (from.is_some() || to.is_some()) {
        return Err(spot.broken("eligibility", "an age", "no age where age_known is false"));
    }
    if from.zip(to).is_some_and(|(from, to)| from >= to) {
        return Err(spot.broken(
            "eligibility",
            "age_from_months at or above age_to_months",
            "a span of months",
        ));
    }
    Ok(())
}

fn one_kind_of_hours(spot: Spot<'_>, hours: &HoursEntry) -> Result<(), Broken> {
    let ways = [
        hours.always_open,
        hours.outside_office_hours,
        !hours.blocks.is_empty(),
    ];
    if ways.into_iter().filter(|way| *way).count() == 1 {
        return Ok(());
    }
    Err(spot.broken(
        "hours",
        "none or several ways to say it",
        "exactly one of always_open, outside_office_hours, blocks",
    ))
}

/// The demo's people: they belong to organisations of the demo, and so do their keys.
pub(super) fn accounts(network: &Network, path: &str, file: &AccountsFile) -> Result<(), Broken> {
    let organisations: BTreeSet<&str> = network
        .organisations()
        .map(|(_, entry)| entry.key.as_str())
        .collect();
    let members: BTreeSet<(&str, &str)> = file
        .accounts
        .iter()
        .map(|account| (account.organisation.as_str(), account.login.as_str()))
        .collect();
    let broken = |place: String, found: &str, allowed: &str| Broken {
        file: path.to_owned(),
        place,
        found: found.to_owned(),
        allowed: allowed.to_owned(),
    };
    for account in &file.accounts {
        let place = || format!("account {}", account.login);
        if !organisations.contains(account.organisation.as_str()) {
            return Err(broken(
                place(),
                &account.organisation,
                "an organisation of data/demo/network.toml",
            ));
        }
        if account.vault_passphrase.split_whitespace().count() < 5 {
            return Err(broken(
                place(),
                "a vault passphrase of fewer than five words",
                "five words or more",
            ));
        }
    }
    for standing in &file.standings {
        let place = || format!("standing {}", standing.organisation);
        if !organisations.contains(standing.organisation.as_str()) {
            return Err(broken(
                place(),
                &standing.organisation,
                "an organisation of data/demo/network.toml",
            ));
        }
        for holder in &standing.key_holders {
            if !members.contains(&(standing.organisation.as_str(), holder.as_str())) {
                return Err(broken(place(), holder, "a member of the same organisation"));
            }
        }
    }
    Ok(())
}
