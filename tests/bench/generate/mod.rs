//! A network of any size: bodies spread over the municipalities of the state, with every field that
//! the read model uses. What real sources leave open is left open here as often.

mod details;

use application::territory::Atlas;
use chrono::{DateTime, Utc};
use domain::access::Tier;
use domain::directory::hours::Channel;
use domain::directory::{
    Address, AddressKind, AddressVisibility, Answer, Location, LocationKind, Organisation,
    OrganisationStatus, Phone, PhonePurpose, Point, Service, ServiceAtLocation, ServiceStatus,
    Taxonomy, Term, TermKey,
};
use domain::ids::{LocationId, OrganisationId, ServiceAtLocationId, ServiceId};
use domain::territory::{Coordinates, MunicipalityKey};
use domain::text::PostalCode;
use domain::time::Version;

use crate::dice::Dice;
use crate::words::{BODIES, STREETS};

/// How far a generated house may be from where it is said to be, in metres.
const ACCURACY_M: u32 = 30;

/// An organisation with everything that is its own.
pub(crate) struct Body {
    pub(crate) organisation: Organisation,
    pub(crate) locations: Vec<Location>,
    pub(crate) services: Vec<Service>,
}

/// A municipality to put bodies in.
struct Town {
    key: MunicipalityKey,
    name: String,
    point: Coordinates,
    postcodes: Vec<PostalCode>,
}

/// The keys of a taxonomy with what they are called in German.
type Named = Vec<(TermKey, String)>;

/// Makes bodies, one after the other.
pub(crate) struct Generator {
    dice: Dice,
    now: DateTime<Utc>,
    towns: Vec<Town>,
    body_kinds: Named,
    kinds: Named,
    topics: Vec<TermKey>,
    target_groups: Vec<TermKey>,
    sectors: Vec<TermKey>,
}

impl Generator {
    /// A generator that knows the places of the state and the terms of the seed.
    ///
    /// # Errors
    /// Data of places that cannot be read, or a taxonomy without terms.
    pub(crate) fn new(seed: u64, terms: &[Term], now: DateTime<Utc>) -> anyhow::Result<Self> {
        let named = |taxonomy| -> anyhow::Result<Named> {
            let of = terms.iter().filter(|term| term.taxonomy == taxonomy);
            let named: Named = of
                .map(|term| (term.key.clone(), term.label("de").to_owned()))
                .collect();
            anyhow::ensure!(!named.is_empty(), "no terms of {}", taxonomy.as_str());
            Ok(named)
        };
        let keys = |taxonomy| -> anyhow::Result<Vec<TermKey>> {
            Ok(named(taxonomy)?.into_iter().map(|(key, _)| key).collect())
        };
        Ok(Self {
            dice: Dice::new(seed),
            now,
            towns: towns()?,
            body_kinds: named(Taxonomy::OrganisationKind)?,
            kinds: named(Taxonomy::ServiceKind)?,
            topics: keys(Taxonomy::Topic)?,
            target_groups: keys(Taxonomy::TargetGroup)?,
            sectors: keys(Taxonomy::Sector)?,
        })
    }

    /// The next body, with four services at one or two of its two houses.
    ///
    /// # Errors
    /// None that the words here can cause; a value is refused by the domain.
    pub(crate) fn body(&mut self) -> anyhow::Result<Body> {
        let town = self.town();
        let organisation = self.organisation(town)?;
        let elsewhere = if self.dice.happens(50) {
            town
        } else {
            self.town()
        };
        let mut locations = Vec::new();
        for place in [town, elsewhere] {
            locations.push(self.location(organisation.id, place));
        }
        let mut services = Vec::new();
        for _ in 0..4 {
            services.push(self.service(&organisation, town, &locations)?);
        }
        Ok(Body {
            organisation,
            locations,
            services,
        })
    }

    fn town(&mut self) -> usize {
        self.dice.below(self.towns.len())
    }

    fn organisation(&mut self, town: usize) -> anyhow::Result<Organisation> {
        let (kind, _) = self.dice.one_of(&self.body_kinds).clone();
        let (key, place) = (self.towns[town].key.clone(), self.towns[town].name.clone());
        Ok(Organisation {
            id: OrganisationId::from_uuid(self.dice.id()),
            version: Version::FIRST,
            name: format!("{} {place}", self.dice.one_of(BODIES)),
            alternate_names: vec![],
            description: Some(self.sentences(2)),
            kind,
            sectors: self.dice.some_of(&self.sectors, 2),
            legal_form: Some("e. V.".to_owned()),
            register_ids: vec![],
            parent: None,
            district: Some(key.district().to_string()),
            website: Some("https://traeger.example.org/".parse()?),
            email: Some("post@traeger.example.org".parse()?),
            mandates: vec![],
            status: OrganisationStatus::Active,
            phones: vec![self.phone(PhonePurpose::Office)?],
            contacts: vec![self.contact()?],
            schedules: vec![self.hours(Channel::Visit)?],
            internal_note: self.dice.happens(10).then(|| "nur intern".to_owned()),
            demo: false,
            provenance: self.provenance(),
            verifications: self.verifications(),
            created_at: self.now,
            updated_at: self.now,
        })
    }

    fn location(&mut self, organisation: OrganisationId, town: usize) -> Location {
        let postcode = {
            let postcodes = &self.towns[town].postcodes;
            (!postcodes.is_empty()).then(|| self.dice.one_of(postcodes).clone())
        };
        let point = self.towns[town].point;
        let mut offset =
            || f64::from(u32::try_from(self.dice.below(400)).unwrap_or(0)) / 1e4 - 0.02;
        let point = Point {
            lat: point.lat + offset(),
            lon: point.lon + offset(),
            accuracy_m: ACCURACY_M,
        };
        let address = Address {
            kind: AddressKind::Physical,
            street: Some((*self.dice.one_of(STREETS)).to_owned()),
            house_number: Some((self.dice.below(90) + 1).to_string()),
            addition: None,
            postcode,
            city: Some(self.towns[town].name.clone()),
            municipality: Some(self.towns[town].key.to_string()),
        };
        Location {
            id: LocationId::from_uuid(self.dice.id()),
            version: Version::FIRST,
            organisation,
            kind: LocationKind::Physical,
            name: None,
            addresses: vec![address],
            point: Some(point),
            address_visibility: if self.dice.happens(3) {
                AddressVisibility::MunicipalityOnly
            } else {
                AddressVisibility::Exact
            },
            transport_note: self
                .dice
                .happens(30)
                .then(|| "Haltestelle vor der Tür".to_owned()),
            accessibility: self.accessibility(),
            phones: vec![],
            schedules: vec![],
            demo: false,
            provenance: self.provenance(),
            verifications: self.verifications(),
            created_at: self.now,
            updated_at: self.now,
        }
    }

    fn service(
        &mut self,
        organisation: &Organisation,
        town: usize,
        houses: &[Location],
    ) -> anyhow::Result<Service> {
        let (kind, label) = self.dice.one_of(&self.kinds).clone();
        let place = self.towns[town].name.clone();
        let given_at = if self.dice.happens(25) { 2 } else { 1 };
        let mut at = Vec::new();
        for house in houses.iter().take(given_at) {
            at.push(self.given_at(house)?);
        }
        let mut phones = vec![self.phone(PhonePurpose::Office)?];
        if self.dice.happens(60) {
            phones.push(self.phone(PhonePurpose::Appointments)?);
        }
        if self.dice.happens(5) {
            let tier = *self.dice.one_of(&[Tier::Partner, Tier::YouthOffice]);
            phones.push(Phone {
                tier,
                ..self.phone(PhonePurpose::OnCall)?
            });
        }
        let mut schedules = Vec::new();
        if self.dice.happens(70) {
            schedules.push(self.hours(Channel::Visit)?);
            schedules.push(self.hours(Channel::Phone)?);
        }
        Ok(Service {
            id: ServiceId::from_uuid(self.dice.id()),
            version: Version::FIRST,
            organisation: organisation.id,
            name: format!("{label} {place}"),
            alternate_names: vec![],
            summary: Some(format!("{label} in {place} und Umgebung.")),
            description: Some(self.sentences(3)),
            kinds: vec![kind],
            topics: self.dice.some_of(&self.topics, 3),
            target_groups: self.dice.some_of(&self.target_groups, 2),
            sectors: organisation.sectors.clone(),
            status: ServiceStatus::Active,
            visible_from: None,
            visible_to: None,
            funding_periods: vec![],
            eligibility: self.eligibility(),
            areas: self.areas(town),
            languages: self.languages()?,
            cost: self.cost(),
            anonymous: *self.dice.one_of(&[
                Answer::Yes,
                Answer::No,
                Answer::Unknown,
                Answer::Unknown,
            ]),
            capacity: self.capacity(),
            opening_commitment: None,
            boundary_note: None,
            notice: None,
            website: Some("https://traeger.example.org/angebot".parse()?),
            chat: None,
            email: Some("angebot@traeger.example.org".parse()?),
            answered_by: None,
            phones,
            contacts: vec![],
            schedules,
            at,
            internal_note: self.dice.happens(10).then(|| "nur intern".to_owned()),
            demo: false,
            provenance: self.provenance(),
            verifications: self.verifications(),
            created_at: self.now,
            updated_at: self.now,
        })
    }

    fn given_at(&mut self, house: &Location) -> anyhow::Result<ServiceAtLocation> {
        let mut schedules = Vec::new();
        if self.dice.happens(30) {
            schedules.push(self.hours(Channel::Visit)?);
        }
        Ok(ServiceAtLocation {
            id: ServiceAtLocationId::from_uuid(self.dice.id()),
            location: house.id,
            description: self.dice.happens(20).then(|| "im Erdgeschoss".to_owned()),
            phones: vec![],
            schedules,
        })
    }
}

fn towns() -> anyhow::Result<Vec<Town>> {
    let atlas = Atlas::shipped(false)?;
    let gazetteer = atlas.gazetteer();
    let towns = gazetteer.municipalities(false).filter_map(|municipality| {
        Some(Town {
            key: municipality.key.clone(),
            name: municipality.name.clone(),
            point: municipality.point?,
            postcodes: gazetteer
                .postcodes_of(&municipality.key)
                .into_iter()
                .collect(),
        })
    });
    Ok(towns.collect())
}
