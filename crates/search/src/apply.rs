//! Putting single changes in: first the records of every tier, then the indexes that show them.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::directory::{Location, Organisation, Service, ServiceView, Taxonomy, TermKey};
use domain::ids::{LocationId, OrganisationId, ServiceId};

use crate::follow::{reading, writing};
use crate::index::Writer;
use crate::model::{Analysed, Analyst, Became, Draft, Model, Prepared, Tables};
use crate::snapshot::{TIERS, for_each_tier};
use crate::state::{Inner, State};

/// A record that changed, as storage holds it now; nothing when it is gone.
#[derive(Debug)]
pub(crate) enum Loaded {
    Organisation(OrganisationId, Option<Box<Organisation>>),
    Location(LocationId, Option<Box<Location>>),
    Service(ServiceId, Option<Box<Service>>),
}

/// What becomes of the model of a tier.
enum Plan {
    /// It searches the model of the tier before it.
    Shared,
    /// Its own model is changed.
    Changed {
        model: usize,
        prepared: Box<Prepared>,
    },
    /// It shared a model and sees something else now: it gets one of its own.
    Own(Box<(Model, Writer)>),
}

impl State {
    /// Whether every term of the loaded services is in the taxonomies.
    pub(crate) fn knows_terms_of(&self, loaded: &[Loaded]) -> bool {
        let terms = &self.shared.terms;
        loaded.iter().all(|record| match record {
            Loaded::Service(_, Some(service)) => {
                let known = |taxonomy, keys: &[TermKey]| {
                    keys.iter().all(|key| terms.ix(taxonomy, key).is_some())
                };
                known(Taxonomy::ServiceKind, &service.kinds)
                    && known(Taxonomy::Topic, &service.topics)
                    && known(Taxonomy::TargetGroup, &service.target_groups)
                    && known(Taxonomy::Sector, &service.sectors)
            }
            Loaded::Organisation(_, Some(organisation)) => terms
                .ix(Taxonomy::OrganisationKind, &organisation.kind)
                .is_some(),
            Loaded::Service(_, None) | Loaded::Organisation(_, None) | Loaded::Location(..) => true,
        })
    }

    /// Applies changes; `writers` are those of the models, in their order.
    pub(crate) fn apply(
        &self,
        loaded: Vec<Loaded>,
        writers: &mut Vec<Writer>,
    ) -> tantivy::Result<()> {
        let touched = put_records(&mut writing(&self.inner), loaded);
        let (plans, tables) = self.plans(&touched, writers)?;
        let mut inner = writing(&self.inner);
        for (tier, plan) in (1..TIERS.len()).zip(plans) {
            match plan {
                Plan::Shared => inner.of_tier[tier] = inner.of_tier[tier - 1],
                Plan::Changed { model, prepared } => {
                    inner.of_tier[tier] = model;
                    inner.models[model].publish(*prepared, &self.shared);
                }
                Plan::Own(own) => {
                    let (model, writer) = *own;
                    inner.of_tier[tier] = inner.models.len();
                    inner.models.push(model);
                    writers.push(writer);
                }
            }
        }
        inner.of_tier[0] = inner.of_tier[1];
        for model in &mut inner.models {
            model.tables = Arc::clone(&tables);
        }
        inner.tables = tables;
        Ok(())
    }

    fn plans(
        &self,
        touched: &BTreeSet<ServiceId>,
        writers: &mut [Writer],
    ) -> tantivy::Result<(Vec<Plan>, Arc<Tables>)> {
        let inner = reading(&self.inner);
        let mut analyst = Analyst::new(&self.shared, Tables::clone(&inner.tables));
        let mut became: [Vec<Became>; TIERS.len()] = Default::default();
        for id in touched {
            for (records, became) in inner.records.iter().zip(&mut became).skip(1) {
                let view = records.services.get(id);
                became.push((*id, view.map(|view| analyst.analyse(view))));
            }
        }
        let mut plans = Vec::new();
        let mut taken = vec![false; inner.models.len()];
        for tier in 1..TIERS.len() {
            let model = inner.of_tier[tier];
            let shares = tier > 1 && model == inner.of_tier[tier - 1];
            let plan = if shares && is_same(&became[tier - 1], &became[tier]) {
                Plan::Shared
            } else if taken[model] {
                let mut draft = Draft::new()?;
                for view in inner.records[tier].services.values() {
                    draft.add(&analyst.analyse(view), &self.shared)?;
                }
                Plan::Own(Box::new(draft.finish(&inner.tables)?))
            } else {
                taken[model] = true;
                let mine = became[tier].clone();
                let prepared =
                    inner.models[model].prepare(mine, &mut writers[model], &self.shared)?;
                Plan::Changed {
                    model,
                    prepared: Box::new(prepared),
                }
            };
            plans.push(plan);
        }
        Ok((plans, analyst.tables()))
    }
}

fn is_same(one: &[Became], other: &[Became]) -> bool {
    let same = |one: &Option<Analysed>, other: &Option<Analysed>| match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(&one.doc, &other.doc),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    one.len() == other.len()
        && one
            .iter()
            .zip(other)
            .all(|((_, one), (_, other))| same(one, other))
}

/// Puts the records in and answers which services look different now, or may.
fn put_records(inner: &mut Inner, loaded: Vec<Loaded>) -> BTreeSet<ServiceId> {
    let mut touched: BTreeSet<ServiceId> = BTreeSet::new();
    let mut services = Vec::new();
    for record in loaded {
        match record {
            Loaded::Organisation(id, stored) => {
                touched.extend(inner.records[0].offered.get(&id).into_iter().flatten());
                for_each_tier(&mut inner.records, |tier, own, above| {
                    own.set_organisation(tier, id, stored.as_deref(), above);
                });
            }
            Loaded::Location(id, stored) => {
                let given_there = |view: &&Arc<ServiceView>| {
                    view.service.at.iter().any(|link| link.location == id)
                };
                let given = inner.records[0].services.values().filter(given_there);
                touched.extend(given.map(|view| view.service.id));
                for_each_tier(&mut inner.records, |tier, own, above| {
                    own.set_location(tier, id, stored.as_deref(), above);
                });
            }
            Loaded::Service(id, stored) => services.push((id, stored)),
        }
    }
    for (id, _) in &services {
        touched.insert(*id);
    }
    let mut stored: Vec<(ServiceId, Option<Box<Service>>)> = touched
        .iter()
        .filter(|id| services.iter().all(|(loaded, _)| loaded != *id))
        .map(|id| {
            let known = inner.records[0].services.get(id);
            (*id, known.map(|view| Box::new(view.service.clone())))
        })
        .collect();
    stored.append(&mut services);
    for (id, stored) in &stored {
        for_each_tier(&mut inner.records, |tier, own, above| {
            own.set_service(tier, *id, stored.as_deref(), above);
        });
    }
    touched
}
