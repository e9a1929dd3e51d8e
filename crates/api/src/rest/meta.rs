//! What this installation is, and what its web pages need.

use actix_web::http::header;
use actix_web::{HttpResponse, get, web};
use chrono::Utc;
use domain::access::Actor;
use domain::directory::ServiceView;
use serde::Serialize;
use utoipa::ToSchema;

use crate::faces::{Faces, Helpline, Texts, WebSettings};
use crate::graphql::scalars::DateTime;

/// What this installation is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "instanceId": "mv", "name": "MV-Netz", "version": "0.1.0", "time": "2026-11-20T15:40:00Z",
    "dataAsOf": "2021-01-01", "practice": false
}))]
pub(crate) struct Meta {
    /// Names the installation, such as `mv` or `demo`.
    instance_id: String,
    /// What the service is called.
    name: String,
    /// The version of the software.
    version: String,
    /// The instant of the answer.
    time: DateTime,
    /// The day the data of places describe; absent while there are none.
    data_as_of: Option<String>,
    /// Whether this is an installation for trying things out, with invented organisations.
    practice: bool,
}

/// What the operator has chosen for the web pages. No personal data.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(example = json!({
    "instanceId": "mv", "name": "MV-Netz", "titleSuffix": "MV-Netz", "exitUrl": "https://www.wetter.de/",
    "languages": ["de", "en"], "draftNotice": true, "practice": false, "funder": null,
    "texts": {"imprint": null, "privacy": null, "accessibility": null},
    "helplines": [{"name": "Kinderschutz-Hotline Mecklenburg-Vorpommern", "display": "0800 14 14 007",
        "href": "tel:+498001414007", "hours": "rund um die Uhr", "checkedOn": "2026"}],
    "version": "0.1.0"
}))]
pub(crate) struct SettingsOfPages {
    /// Names the installation.
    instance_id: String,
    /// What the service is called.
    name: String,
    /// What stands behind every page title; neutral, because it stays in a browser's history.
    title_suffix: String,
    /// Where "Seite schnell verlassen" leads.
    exit_url: String,
    /// The complete languages of the pages, German first.
    languages: Vec<String>,
    /// Whether pages say "Entwurf, rechtlich nicht freigegeben" where it applies.
    draft_notice: bool,
    /// Whether this is an installation for trying things out.
    practice: bool,
    /// Who pays for the installation.
    funder: Option<String>,
    /// The operator's own texts.
    texts: Texts,
    /// The helplines for the foot of every page, those that answer now first.
    helplines: Vec<Helpline>,
    /// The version of the software.
    version: String,
}

/// What this installation is.
#[utoipa::path(tag = "installation", responses((status = 200, description = "The installation.", body = Meta)))]
#[get("")]
pub(crate) async fn meta(faces: web::Data<Faces>) -> HttpResponse {
    let house = &faces.house;
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .json(Meta {
            instance_id: house.instance_id.to_string(),
            name: faces.settings.web.name.clone(),
            version: faces.settings.version.clone(),
            time: house.clock.now().into(),
            data_as_of: house.atlas.load().as_of().map(|day| day.to_string()),
            practice: house.is_practice(),
        })
}

/// What the operator has chosen for the web pages.
#[utoipa::path(tag = "installation", responses((status = 200, description = "The settings.", body = SettingsOfPages)))]
#[get("")]
pub(crate) async fn settings(faces: web::Data<Faces>) -> HttpResponse {
    let WebSettings {
        name,
        title_suffix,
        exit_url,
        languages,
        draft_notice,
        funder,
        texts,
    } = faces.settings.web.clone();
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "public, max-age=60"))
        .json(SettingsOfPages {
            instance_id: faces.house.instance_id.to_string(),
            practice: faces.house.is_practice(),
            name,
            title_suffix,
            exit_url,
            languages,
            draft_notice,
            funder,
            texts,
            helplines: helplines(&faces, faces.house.clock.now()),
            version: faces.settings.version.clone(),
        })
}

fn helplines(faces: &Faces, now: chrono::DateTime<Utc>) -> Vec<Helpline> {
    let public = faces.house.for_actor(Actor::Anonymous);
    let atlas = faces.house.atlas.load();
    application::directory::helplines(&public, now, &atlas)
        .iter()
        .flat_map(|view| of_service(view))
        .collect()
}

fn of_service(view: &ServiceView) -> impl Iterator<Item = Helpline> + '_ {
    let german = domain::text::Lang::german();
    view.service.phones.iter().map(move |phone| {
        let schedules = if phone.schedules.is_empty() {
            &view.service.schedules
        } else {
            &phone.schedules
        };
        let confirmed = view
            .service
            .verifications
            .iter()
            .map(|one| one.confirmed_on)
            .max();
        Helpline {
            name: view.service.name.clone(),
            display: phone.display.clone(),
            href: phone.number.href(),
            hours: schedules
                .first()
                .map(|stated| stated.value.times.summary(&german)),
            checked_on: confirmed
                .map(|day| day.to_string())
                .or_else(|| phone.stated.date.clone()),
        }
    })
}
