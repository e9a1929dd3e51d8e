//! Where things are.

use std::sync::Arc;

use async_graphql::{ComplexObject, Context, ID, SimpleObject};
use domain::directory::{self, AccessibilityFeature, Place, ServiceView};
use serde::Serialize;
use utoipa::ToSchema;

use super::phone::PhoneOwner;
use super::{AddressKind, AddressVisibility, Answer, Hours, LocationKind, Phone, stated_hours};
use crate::graphql::context::{Asking, asking};
use crate::graphql::scalars::{LocalizedText, german};
use crate::middleware::request::Tongue;

/// A location of an organisation: a house, an address for letters, a place on the web.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    /// Names the location, such as `loc_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// How often it was saved; starts at 1.
    pub version: i32,
    /// What it is.
    pub kind: LocationKind,
    /// How it is called.
    pub name: Option<LocalizedText>,
    /// How much of the address is published.
    pub address_visibility: AddressVisibility,
    /// Its addresses; empty when none is known or published.
    pub addresses: Vec<Address>,
    /// Latitude in degrees, WGS 84, such as `53.6288`; absent when not known or not published.
    pub lat: Option<f64>,
    /// Longitude in degrees, WGS 84, such as `11.4148`.
    pub lon: Option<f64>,
    /// How far off the point may be, in metres: the label point of a municipality is off by kilometres.
    pub accuracy_m: Option<i32>,
    /// How to get there, in words.
    pub transport_note: Option<LocalizedText>,
    /// What is known of its accessibility; a feature that is not listed is not known.
    pub accessibility: Vec<Accessibility>,
}

/// A postal address; every part may be unknown.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// What it is for.
    pub kind: AddressKind,
    /// The street, such as "Friedrich-Engels-Platz".
    pub street: Option<String>,
    /// The number in the street, as written, such as `5-8`.
    pub house_number: Option<String>,
    /// Floor, house or c/o.
    pub addition: Option<String>,
    /// The postcode: five digits, such as `18055`.
    pub postcode: Option<String>,
    /// The town, such as "Rostock".
    pub city: Option<String>,
    /// The key of the municipality (AGS): eight digits, such as `13003000`.
    pub municipality: Option<String>,
    /// The address as it is written on a letter, line by line.
    pub lines: Vec<String>,
}

/// What is known of one feature of a building.
#[derive(Debug, Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial)]
pub struct Accessibility {
    /// The feature's key, such as `step_free_entrance`.
    pub feature: String,
    /// The feature in words, such as "Stufenloser Eingang".
    pub label: LocalizedText,
    /// Whether it is there.
    pub value: Answer,
    /// More about it.
    pub note: Option<LocalizedText>,
}

impl Location {
    /// A location as the actor's tier sees it.
    pub(crate) fn of(location: &directory::Location, asking: &Asking) -> Self {
        let features = location.accessibility.iter();
        Self {
            id: location.id.to_string().into(),
            version: location.version.0,
            kind: location.kind.into(),
            name: german(location.name.as_ref()),
            address_visibility: location.address_visibility.into(),
            addresses: location.addresses.iter().map(Address::of).collect(),
            lat: location.point.map(|point| point.lat),
            lon: location.point.map(|point| point.lon),
            accuracy_m: location
                .point
                .and_then(|point| i32::try_from(point.accuracy_m).ok()),
            transport_note: german(location.transport_note.as_ref()),
            accessibility: features
                .map(|known| Accessibility {
                    feature: feature_key(known.feature).to_owned(),
                    label: feature_label(known.feature, asking.tongue),
                    value: known.value.into(),
                    note: german(known.note.as_ref()),
                })
                .collect(),
        }
    }
}

impl Address {
    fn of(address: &directory::Address) -> Self {
        let postcode = address.postcode.as_ref().map(ToString::to_string);
        let joined = |parts: [Option<&str>; 2]| {
            let line = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
            (!line.is_empty()).then_some(line)
        };
        let lines = [
            address.addition.clone(),
            joined([address.street.as_deref(), address.house_number.as_deref()]),
            joined([postcode.as_deref(), address.city.as_deref()]),
        ];
        Self {
            kind: address.kind.into(),
            street: address.street.clone(),
            house_number: address.house_number.clone(),
            addition: address.addition.clone(),
            city: address.city.clone(),
            municipality: address.municipality.clone(),
            lines: lines.into_iter().flatten().collect(),
            postcode,
        }
    }
}

/// A place a service is given at; what is stated here overrides what the service says.
#[derive(Clone, SimpleObject, Serialize, ToSchema)]
#[graphql(serial, complex)]
#[serde(rename_all = "camelCase")]
pub struct ServicePlace {
    #[graphql(skip)]
    #[serde(skip)]
    view: Arc<ServiceView>,
    /// Which of the places of the view it is.
    #[graphql(skip)]
    #[serde(skip)]
    at: usize,
    /// Names the link of service and location, such as `sal_018f…`.
    #[schema(value_type = String)]
    pub id: ID,
    /// What is different there.
    pub description: Option<LocalizedText>,
    /// The location.
    pub location: Location,
}

impl ServicePlace {
    /// The places of a service.
    pub(crate) fn all(view: &Arc<ServiceView>, asking: &Asking) -> Vec<Self> {
        let one = |(at, place): (usize, Place<'_>)| Self {
            id: place.link.id.to_string().into(),
            description: german(place.link.description.as_ref()),
            location: Location::of(place.location, asking),
            view: Arc::clone(view),
            at,
        };
        view.places().enumerate().map(one).collect()
    }

    fn place(&self) -> Option<Place<'_>> {
        self.view.place(self.at)
    }
}

#[ComplexObject]
impl ServicePlace {
    /// Telephones there: those of the service at this place, then those of the house.
    async fn phones(&self, ctx: &Context<'_>) -> Vec<Phone> {
        let Some(Place { link, location }) = self.place() else {
            return Vec::new();
        };
        let service = PhoneOwner::Service(Arc::clone(&self.view));
        let house = PhoneOwner::Location(Arc::clone(location));
        let mut phones = Phone::all(&link.phones, &service, asking(ctx));
        phones.extend(Phone::all(&location.phones, &house, asking(ctx)));
        phones
    }

    /// Hours there: those of the service at this place, or else those of the house.
    async fn hours(&self, ctx: &Context<'_>) -> Vec<Hours> {
        let Some(Place { link, location }) = self.place() else {
            return Vec::new();
        };
        let nearest = [&link.schedules, &location.schedules];
        let stated = nearest.into_iter().find(|stated| !stated.is_empty());
        stated.map_or_else(Vec::new, |stated| stated_hours(stated, asking(ctx)))
    }
}

const fn feature_key(feature: AccessibilityFeature) -> &'static str {
    match feature {
        AccessibilityFeature::StepFreeEntrance => "step_free_entrance",
        AccessibilityFeature::Lift => "lift",
        AccessibilityFeature::WheelchairToilet => "wheelchair_toilet",
        AccessibilityFeature::DisabledParking => "disabled_parking",
        AccessibilityFeature::InductionLoop => "induction_loop",
        AccessibilityFeature::TactileGuidance => "tactile_guidance",
        AccessibilityFeature::QuietRoom => "quiet_room",
        AccessibilityFeature::ChangingTable => "changing_table",
        AccessibilityFeature::SignLanguage => "sign_language",
        AccessibilityFeature::GuideDog => "guide_dog",
    }
}

fn feature_label(feature: AccessibilityFeature, tongue: Tongue) -> LocalizedText {
    let (german, english) = match feature {
        AccessibilityFeature::StepFreeEntrance => ("Stufenloser Eingang", "Step-free entrance"),
        AccessibilityFeature::Lift => ("Aufzug", "Lift"),
        AccessibilityFeature::WheelchairToilet => {
            ("Rollstuhlgerechte Toilette", "Wheelchair-accessible toilet")
        }
        AccessibilityFeature::DisabledParking => {
            ("Behindertenparkplatz", "Parking for disabled people")
        }
        AccessibilityFeature::InductionLoop => ("Induktionsschleife", "Induction loop"),
        AccessibilityFeature::TactileGuidance => {
            ("Leitsystem für blinde Menschen", "Tactile guidance")
        }
        AccessibilityFeature::QuietRoom => ("Ruheraum", "Quiet room"),
        AccessibilityFeature::ChangingTable => ("Wickeltisch", "Changing table"),
        AccessibilityFeature::SignLanguage => ("Gebärdensprache", "Sign language"),
        AccessibilityFeature::GuideDog => ("Assistenzhund willkommen", "Guide dogs welcome"),
    };
    LocalizedText::in_tongue(
        tongue,
        match tongue {
            Tongue::German => german,
            Tongue::English => english,
        },
    )
}
