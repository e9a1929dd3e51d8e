//! Which bodies answer: responsibilities that fit, gathered by the organisation they act for.

use std::collections::BTreeSet;

use super::Network;
use super::situation::Situation;
use crate::ids::OrganisationId;
use crate::territory::area::{Fit, Level, Locus};
use crate::territory::responsibility::{BodyFacts, Responsibility, Topic};

/// A responsibility that fits in some situation.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held<'a> {
    pub(super) responsibility: &'a Responsibility,
    pub(super) facts: &'a BodyFacts,
}

/// All that one organisation, and whoever acts for it, holds.
#[derive(Debug, Clone)]
pub(super) struct Group<'a> {
    pub(super) organisation: OrganisationId,
    pub(super) held: Vec<Held<'a>>,
    /// For each situation how well the group fits there.
    pub(super) fits: Vec<Fit>,
    /// For each situation whether the group is in the lead there.
    pub(super) leads: Vec<bool>,
}

/// The finest area and the best rank with which a group fits in a situation.
type Precedence = (Level, u16);

impl Group<'_> {
    pub(super) fn leads_anywhere(&self) -> bool {
        self.leads.contains(&true)
    }

    fn precedence(&self, locus: &Locus) -> Option<Precedence> {
        let fitting = self.held.iter().map(|held| held.responsibility);
        fitting
            .filter(|responsibility| responsibility.area.fit(locus) > Fit::No)
            .map(|responsibility| (responsibility.area.level(), responsibility.rank))
            .min()
    }

    /// How well the group as a whole fits: it is certain also when the part of the district is not
    /// known but the group answers for whichever it is.
    fn fit(&self, locus: &Locus) -> Fit {
        let best = |locus: &Locus| {
            let fits = self
                .held
                .iter()
                .map(|held| held.responsibility.area.fit(locus));
            fits.max().unwrap_or(Fit::No)
        };
        let in_part = |part: &crate::territory::SubRegionKey| {
            best(&Locus {
                sub_regions: vec![part.clone()],
                ..locus.clone()
            })
        };
        let whichever = locus
            .sub_regions
            .iter()
            .map(in_part)
            .min()
            .unwrap_or(Fit::No);
        best(locus).max(whichever)
    }
}

/// The groups that fit somewhere: those in the lead first, in the order of the situations.
///
/// In each situation the finest area leads, then the best rank. A group that only may fit leads
/// beside one that certainly does when it would come before it.
pub(super) fn groups<'a>(
    network: &Network<'a>,
    topic: Topic,
    situations: &[Situation],
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for held in held(network, topic, situations) {
        let acts_for = held
            .responsibility
            .on_behalf_of
            .unwrap_or(held.facts.organisation);
        match groups
            .iter_mut()
            .find(|group| group.organisation == acts_for)
        {
            Some(group) => group.held.push(held),
            None => groups.push(Group {
                organisation: acts_for,
                held: vec![held],
                fits: Vec::new(),
                leads: Vec::new(),
            }),
        }
    }
    for group in &mut groups {
        group.fits = situations
            .iter()
            .map(|situation| group.fit(&situation.locus))
            .collect();
    }
    for (index, Situation { locus, .. }) in situations.iter().enumerate() {
        let best_certain = groups
            .iter()
            .filter(|group| group.fits.get(index) == Some(&Fit::Certain))
            .filter_map(|group| group.precedence(locus))
            .min();
        for group in &mut groups {
            let precedence = group.precedence(locus);
            let leads = match (group.fits.get(index), precedence, best_certain) {
                (Some(Fit::Certain), Some(own), Some(best)) => own == best,
                (Some(Fit::Possible), Some(own), Some(best)) => own < best,
                (Some(Fit::Possible), Some(_), None) => true,
                _ => false,
            };
            group.leads.push(leads);
        }
    }
    groups.sort_by_key(|group| {
        let first_lead = group.leads.iter().position(|leads| *leads);
        let precedence = situations
            .iter()
            .filter_map(|s| group.precedence(&s.locus))
            .min();
        (
            first_lead.is_none(),
            first_lead,
            precedence,
            group.organisation,
        )
    });
    groups
}

fn held<'a>(
    network: &Network<'a>,
    topic: Topic,
    situations: &[Situation],
) -> impl Iterator<Item = Held<'a>> {
    network
        .responsibilities
        .iter()
        .filter(move |responsibility| responsibility.topic == topic && !responsibility.fallback)
        .filter(|responsibility| {
            situations.iter().any(|Situation { locus, .. }| {
                responsibility.demo == locus.demo
                    && responsibility.is_valid_on(locus.date)
                    && responsibility.area.fit(locus) > Fit::No
            })
        })
        .filter_map(|responsibility| {
            let facts = network.bodies.get(responsibility.body)?;
            Some(Held {
                responsibility,
                facts,
            })
        })
}

/// The bodies of the group for which sources state areas that differ here.
pub(super) fn bodies_with_differing_areas<'a>(
    network: &Network<'a>,
    group: &Group<'a>,
    situations: &[Situation],
) -> Vec<&'a BodyFacts> {
    let mut differing: Vec<&BodyFacts> = Vec::new();
    for held in &group.held {
        let statements = network.responsibilities.iter().filter(|other| {
            other.body == held.responsibility.body
                && other.topic == held.responsibility.topic
                && other.source != held.responsibility.source
                && !other.fallback
        });
        let contradicted = statements.into_iter().any(|other| {
            situations.iter().any(|Situation { locus, .. }| {
                other.is_valid_on(locus.date)
                    && (other.area.fit(locus) == Fit::No)
                        != (held.responsibility.area.fit(locus) == Fit::No)
            })
        });
        if contradicted && !differing.iter().any(|known| known.id == held.facts.id) {
            differing.push(held.facts);
        }
    }
    differing
}

/// Whether one and the same group leads in every situation, for certain.
pub(super) fn single_lead(groups: &[Group<'_>]) -> bool {
    let leaders: BTreeSet<_> = groups
        .iter()
        .filter(|group| group.leads_anywhere())
        .map(|g| g.organisation)
        .collect();
    let sure = |group: &&Group<'_>| {
        let fits = group.fits.iter().zip(&group.leads);
        fits.clone().count() > 0
            && fits
                .into_iter()
                .all(|(fit, leads)| *leads && *fit == Fit::Certain)
    };
    leaders.len() == 1
        && groups
            .iter()
            .find(|group| group.leads_anywhere())
            .is_some_and(|g| sure(&g))
}
