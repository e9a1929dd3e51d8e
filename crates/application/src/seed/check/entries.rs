//! The rules of one organisation and everything nested in it.

use std::collections::BTreeSet;

use domain::directory::{AddressVisibility, Taxonomy, TermKey};
use domain::territory::{DistrictKey, MunicipalityKey};

use super::super::broken::Broken;
use super::super::format::{
    AreaEntry, EligibilityEntry, HoursEntry, LocationEntry, OrganisationEntry, OrganisationState,
    PhoneEntry, ServiceEntry, ServiceState,
};
use super::{Known, Spot, once};

impl Known {
    /// An organisation and everything nested in it.
    pub(super) fn organisation(
        &self,
        spot: Spot<'_>,
        entry: &OrganisationEntry,
    ) -> Result<(), Broken> {
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
        status(spot, entry)?;
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

fn status(spot: Spot<'_>, entry: &OrganisationEntry) -> Result<(), Broken> {
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
    Ok(())
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
