//! Who answers for a place?

use std::sync::Arc;

use domain::access::Tier;
use domain::directory::ServiceView;
use domain::ids::{OrganisationId, ServiceId};
use domain::ports::ReadModel;
use domain::territory::resolver::{
    Answer, AnswerPart, Network, NeverOffered, Question, check_answers, resolve,
};
use domain::territory::{Area, Bodies, BodyFacts, BodyId, PlaceField, Topic};

use super::Atlas;
use crate::{Context, Failure, FieldError};

/// Who answers for a place, in a matter, at an instant. Nothing of the question is kept.
///
/// # Errors
/// `Invalid` for keys and postcodes of different districts, for an answer to a question there is not, or
/// with a value that is no option of it.
pub fn responsible(ctx: &Context, atlas: &Atlas, question: &Question) -> Result<Answer, Failure> {
    if let Some(fields) = atlas.gazetteer().contradiction(&question.place) {
        return Err(contradictory(fields));
    }
    let bodies = bodies(ctx.read_model.as_ref(), ctx.actor.tier(), atlas);
    let network = Network {
        gazetteer: atlas.gazetteer(),
        responsibilities: atlas.responsibilities(),
        bodies: &bodies,
        school_holidays: atlas.school_holidays(),
    };
    check_answers(&network, question).map_err(never_offered)?;
    Ok(resolve(&network, question))
}

fn contradictory([first, second]: [PlaceField; 2]) -> Failure {
    let name = |field| match field {
        PlaceField::Postcode => "postcode",
        PlaceField::Municipality => "municipality",
        PlaceField::District => "district",
        PlaceField::OldKey => "oldKey",
    };
    let beside = |field, other| {
        let allowed = format!(
            "a place in the same district as in the field {}",
            name(other)
        );
        FieldError::new(&format!("place.{}", name(field)), allowed)
    };
    Failure::Invalid(vec![beside(first, second), beside(second, first)])
}

fn never_offered(NeverOffered { at, part, allowed }: NeverOffered) -> Failure {
    let part = match part {
        AnswerPart::QuestionId => "questionId",
        AnswerPart::Value => "value",
    };
    let allowed = if allowed.is_empty() {
        "the value of an option of the question".to_owned()
    } else {
        format!("one of: {}", allowed.join(", "))
    };
    let field = ["answers", &at.to_string(), part].map(str::to_owned).into();
    Failure::Invalid(vec![FieldError { field, allowed }])
}

/// The services that stand in for a report wherever nobody else is known to answer: the
/// child-protection hotline of the state.
pub fn hotlines(ctx: &Context, atlas: &Atlas) -> Vec<Arc<ServiceView>> {
    let stand_ins = atlas.responsibilities().iter().filter(|one| {
        let of_the_state = one.area == Area::Statewide && !one.demo;
        one.topic == Topic::ChildProtectionReport && one.fallback && of_the_state
    });
    let mut seen: Vec<Arc<ServiceView>> = Vec::new();
    for stand_in in stand_ins {
        let BodyId::Service(id) = stand_in.body else {
            continue;
        };
        if let Some(view) = ctx.read_model.service(ctx.actor.tier(), id)
            && seen.iter().all(|known| known.service.id != id)
        {
            seen.push(view);
        }
    }
    seen
}

/// What the tier may know of the bodies that responsibilities name.
fn bodies(read_model: &dyn ReadModel, tier: Tier, atlas: &Atlas) -> Bodies {
    let facts = |body| match body {
        BodyId::Service(id) => of_service(read_model, tier, id),
        BodyId::Organisation(id) => of_organisation(read_model, tier, id),
    };
    atlas
        .responsibilities()
        .iter()
        .filter_map(|one| facts(one.body))
        .collect()
}

fn of_service(read_model: &dyn ReadModel, tier: Tier, id: ServiceId) -> Option<BodyFacts> {
    read_model
        .service(tier, id)
        .map(|view| BodyFacts::from(view.as_ref()))
}

fn of_organisation(
    read_model: &dyn ReadModel,
    tier: Tier,
    id: OrganisationId,
) -> Option<BodyFacts> {
    let organisation = &read_model.organisation(tier, id)?.organisation;
    Some(BodyFacts {
        id: BodyId::Organisation(id),
        name: organisation.name.clone(),
        organisation: id,
        organisation_name: organisation.name.clone(),
        phones: Vec::new(),
        hours: Vec::new(),
        organisation_phones: organisation.phones.clone(),
        organisation_hours: organisation.schedules.clone(),
        verifications: organisation.verifications.clone(),
    })
}
