//! Services and organisations, one by one and by search.

use std::str::FromStr;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, EntityTag, HeaderValue, IfNoneMatch};
use actix_web::web::Header;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use application::directory;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::directory::Taxonomy;
use domain::ids::{OrganisationId, ServiceId};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::body::Body;
use crate::Faces;
use crate::auth::Caller;
use crate::graphql::context::Asking;
use crate::graphql::directory::{
    Capacity, Contact, Cost, Eligibility, FundingPeriod, Hours, Location, Mandate, OpenNow,
    Organisation, Phone, Question, Service, ServiceArea, ServiceConnection, ServiceFilter,
    ServiceLanguage, ServiceOrder, ServicePlace, ServiceStatus, Term, Trust,
};
use crate::graphql::scalars::LocalizedText;
use crate::graphql::territory::District;
use crate::middleware::request::Tongue;
use crate::problem::{Code, Problem, ProblemDocument, examples};

/// A service with everything a page about it shows. Unknown is a value: what nobody has stated is
/// null or empty.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ServiceDetail {
    #[serde(flatten)]
    service: Service,
    /// What it does.
    kinds: Vec<Term>,
    /// What it is about.
    topics: Vec<Term>,
    /// Whom it is for.
    target_groups: Vec<Term>,
    /// The parts of society it belongs to.
    sectors: Vec<Term>,
    /// Whether it is given.
    status: ServiceStatus,
    /// Who gives it.
    organisation: Organisation,
    /// Whom it is for.
    eligibility: Eligibility,
    /// In which languages it is given; unknown when empty.
    languages: Vec<ServiceLanguage>,
    /// What it costs.
    cost: Cost,
    /// Whether there is room; unknown when null.
    capacity: Option<Capacity>,
    /// Where people may live to use it; unknown when empty.
    areas: Vec<ServiceArea>,
    /// A promise about opening without times.
    opening_commitment: Option<LocalizedText>,
    /// A dated notice on top of the entry.
    notice: Option<LocalizedText>,
    /// Spans of funding: history only.
    funding_periods: Vec<FundingPeriod>,
    /// Its telephones.
    phones: Vec<Phone>,
    /// Its contacts.
    contacts: Vec<Contact>,
    /// Where it is given.
    places: Vec<ServicePlace>,
    /// When it is reached by each channel, as stated.
    hours: Vec<Hours>,
    /// Whether it can be reached now.
    open_now: OpenNow,
    /// How far the record may be trusted.
    trust: Trust,
}

/// An organisation with everything a page about it shows.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrganisationDetail {
    #[serde(flatten)]
    organisation: Organisation,
    /// Its kind.
    kind: Term,
    /// Its sectors.
    sectors: Vec<Term>,
    /// The district of its seat; unknown when null.
    district: Option<District>,
    /// Tasks it holds for a time.
    mandates: Vec<Mandate>,
    /// Its telephones.
    phones: Vec<Phone>,
    /// Its contacts.
    contacts: Vec<Contact>,
    /// Its hours.
    hours: Vec<Hours>,
    /// Its locations.
    locations: Vec<Location>,
    /// What it offers.
    services: Vec<Service>,
    /// How far the record may be trusted.
    trust: Trust,
}

/// One question to the directory.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(example = json!({"filter": {"text": "Familienhebamme", "place": "Güstrow"}, "orderBy": "relevance", "first": 20}))]
pub(crate) struct Search {
    /// What a service must be; everything when absent.
    #[serde(default)]
    filter: ServiceFilter,
    /// In which order.
    #[serde(default)]
    order_by: ServiceOrder,
    /// How many, 1 to 50.
    #[serde(default = "twenty")]
    first: i32,
    /// The cursor behind which to go on.
    #[serde(default)]
    after: Option<String>,
    /// The language of sentences, `de`, `de-simple` or `en`; that of `Accept-Language` when absent.
    #[serde(default)]
    lang: Option<String>,
}

const fn twenty() -> i32 {
    20
}

/// One service, also an ended one: its `status` says so.
#[utoipa::path(tag = "directory",
    params(("id" = String, Path, description = "Its id, such as `svc_018f…`, or the bare UUID", example = "svc_54ec662707505017ae0e0275b4916590"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer")),
    responses(
        (status = 200, description = "The service.", body = ServiceDetail, headers(("ETag" = String, description = "Changes with every change of what is shown")), example = example_service),
        (status = 304, description = "As in the earlier answer."),
        (status = 401, description = "A token that is not good, or no longer.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
        (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 404, description = "There is none, or none you may know of.", body = ProblemDocument, content_type = "application/problem+json", example = examples::not_found),
        (status = 429, description = "Too many requests.", body = ProblemDocument, content_type = "application/problem+json", example = examples::rate_limited),
    ))]
#[get("/services/{id}")]
pub(crate) async fn one_service(
    req: HttpRequest,
    caller: Caller,
    id: web::Path<String>,
    known: Header<IfNoneMatch>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    faces.brake(&req)?;
    let asking = Asking::new(caller.0, Tongue::of(req.headers()), &faces.vocabularies);
    let view = directory::service(&asking.ctx, named::<ServiceId>(&id)?)?;
    tagged(&ServiceDetail::of(Service::of(&view), &asking), &known)
}

/// One organisation, also a closed one: its `status` says so.
#[utoipa::path(tag = "directory",
    params(("id" = String, Path, description = "Its id, such as `org_018f…`, or the bare UUID", example = "org_9fc690d9a8915eff828e2c227291cde2"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of an earlier answer")),
    responses(
        (status = 200, description = "The organisation.", body = OrganisationDetail, headers(("ETag" = String, description = "Changes with every change of what is shown")), example = example_organisation),
        (status = 304, description = "As in the earlier answer."),
        (status = 401, description = "A token that is not good, or no longer.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
        (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 404, description = "There is none, or none you may know of.", body = ProblemDocument, content_type = "application/problem+json", example = examples::not_found),
        (status = 429, description = "Too many requests.", body = ProblemDocument, content_type = "application/problem+json", example = examples::rate_limited),
    ))]
#[get("/organisations/{id}")]
pub(crate) async fn one_organisation(
    req: HttpRequest,
    caller: Caller,
    id: web::Path<String>,
    known: Header<IfNoneMatch>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    faces.brake(&req)?;
    let asking = Asking::new(caller.0, Tongue::of(req.headers()), &faces.vocabularies);
    let view = directory::organisation(&asking.ctx, named::<OrganisationId>(&id)?)?;
    tagged(
        &OrganisationDetail::of(Organisation::of(&view.organisation), &asking),
        &known,
    )
}

/// Searches the services that are published now. Nothing of the question is kept.
///
/// The same as the GraphQL field `services`.
#[utoipa::path(tag = "directory", request_body = Search,
    responses(
        (status = 200, description = "What was found.", body = ServiceConnection, example = json!({
            "totalCount": 0, "pageInfo": {"hasNextPage": false, "hasPreviousPage": false, "startCursor": null, "endCursor": null},
            "edges": [], "facets": [], "didYouMean": "hebamme", "urgent": false, "widenedTo": null
        })),
        (status = 400, description = "The body cannot be read.", body = ProblemDocument, content_type = "application/problem+json", example = examples::malformed),
        (status = 401, description = "A token that is not good, or no longer.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unauthenticated),
        (status = 403, description = "A session cookie that comes from another site.", body = ProblemDocument, content_type = "application/problem+json", example = examples::cross_site),
        (status = 413, description = "The body is larger than 64 KiB.", body = ProblemDocument, content_type = "application/problem+json", example = examples::too_large),
        (status = 415, description = "The body is not JSON.", body = ProblemDocument, content_type = "application/problem+json", example = examples::unsupported_media_type),
        (status = 422, description = "A field is not valid.", body = ProblemDocument, content_type = "application/problem+json", example = examples::invalid),
        (status = 429, description = "Too many requests.", body = ProblemDocument, content_type = "application/problem+json", example = examples::rate_limited),
    ))]
#[post("/search")]
pub(crate) async fn search(
    req: HttpRequest,
    caller: Caller,
    Body(body): Body<Search>,
    faces: web::Data<Faces>,
) -> Result<HttpResponse, Problem> {
    faces.brake(&req)?;
    let Search {
        filter,
        order_by,
        first,
        after,
        lang,
    } = body;
    let asking = Asking::new(caller.0, Tongue::of(req.headers()), &faces.vocabularies)
        .speaking(lang.as_deref())?;
    let found = Question {
        filter,
        order: order_by,
        first,
        after,
        facets: true,
    }
    .ask(&asking)?;
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .json(found))
}

impl ServiceDetail {
    fn of(service: Service, asking: &Asking) -> Self {
        let terms = service.terms_of_use();
        let answered = |phones: Vec<Phone>| {
            phones
                .into_iter()
                .map(|phone| phone.with_open_now(asking))
                .collect()
        };
        Self {
            kinds: service.terms(Taxonomy::ServiceKind, asking),
            topics: service.terms(Taxonomy::Topic, asking),
            target_groups: service.terms(Taxonomy::TargetGroup, asking),
            sectors: service.terms(Taxonomy::Sector, asking),
            status: terms.status(),
            organisation: service.giver(),
            eligibility: terms.eligibility(asking.tongue),
            languages: terms.languages(),
            cost: terms.cost(asking.tongue),
            capacity: terms.capacity(asking.today()),
            areas: terms.areas(asking),
            opening_commitment: terms.commitment(asking),
            notice: terms.notice(asking.today()),
            funding_periods: terms.funding_periods(asking),
            phones: answered(service.all_phones(asking)),
            contacts: service.all_contacts(asking),
            places: service.all_places(asking),
            hours: service.all_hours(asking),
            open_now: service.reached(None, None, asking),
            trust: service.record_trust(asking),
            service,
        }
    }
}

impl OrganisationDetail {
    fn of(organisation: Organisation, asking: &Asking) -> Self {
        let phones = organisation.all_phones(asking);
        Self {
            kind: organisation.kind_term(asking),
            sectors: organisation.sector_terms(asking),
            district: organisation.seat(asking),
            mandates: organisation.all_mandates(asking),
            phones: phones
                .into_iter()
                .map(|phone| phone.with_open_now(asking))
                .collect(),
            contacts: organisation.all_contacts(asking),
            hours: organisation.all_hours(asking),
            locations: organisation.all_locations(asking),
            services: organisation.all_services(asking),
            trust: organisation.record_trust(asking),
            organisation,
        }
    }
}

/// A service of the seed network as it is answered, for the contract.
fn example_service() -> serde_json::Value {
    example(include_str!("../../../../openapi/examples/service.json"))
}

/// An organisation of the seed network as it is answered, for the contract.
fn example_organisation() -> serde_json::Value {
    example(include_str!(
        "../../../../openapi/examples/organisation.json"
    ))
}

/// A committed example; that it is one the tests replay makes sure that it can be read.
fn example(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The id in a path; one that cannot be an id names nothing.
pub(super) fn named<T: FromStr>(id: &str) -> Result<T, Problem> {
    id.parse().map_err(|_no_id| Code::NotFound.into())
}

/// An answer with its tag, or the bare 304 when the client has it already. What answers "open now?"
/// changes with the clock, so the tag is made of the content, not of the version.
pub(super) fn tagged<T: Serialize>(
    detail: &T,
    known: &IfNoneMatch,
) -> Result<HttpResponse, Problem> {
    let body = serde_json::to_vec(detail)
        .map_err(|error| Problem::internal(&error, "writing an answer failed"))?;
    let digest = Sha256::digest(&body);
    let tag = EntityTag::new_weak(URL_SAFE_NO_PAD.encode(digest));
    let unchanged = match known {
        IfNoneMatch::Any => false,
        IfNoneMatch::Items(tags) => tags.iter().any(|one| one.weak_eq(&tag)),
    };
    let status = if unchanged {
        StatusCode::NOT_MODIFIED
    } else {
        StatusCode::OK
    };
    let mut answer = HttpResponse::build(status);
    answer
        .insert_header(header::ETag(tag))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((
            header::VARY,
            HeaderValue::from_static("Accept-Language, Authorization, Cookie"),
        ));
    Ok(if unchanged {
        answer.finish()
    } else {
        answer.content_type("application/json").body(body)
    })
}
