//! What a resolver knows of the request it answers.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use application::Failure;
use application::territory::Atlas;
use async_graphql::Context as Resolving;
use chrono::{DateTime, NaiveDate, Utc};
use domain::access::Tier;
use domain::directory::{Source, Stated, Taxonomy, Term, TermKey};
use domain::ids::SourceId;
use domain::ports::ReadModel;
use domain::time::LOCAL;

use super::directory::{InsteadNumber, StatedBy};
use crate::middleware::request::Tongue;

/// One request, prepared once for all its resolvers.
#[derive(Clone)]
pub struct Asking {
    /// The house and the actor.
    pub ctx: application::Context,
    /// What the actor may see of the directory.
    pub tier: Tier,
    /// The instant of the request: everything in one answer is computed for it.
    pub now: DateTime<Utc>,
    /// In which language sentences of ours are written.
    pub tongue: Tongue,
    /// Terms and sources.
    pub vocabulary: Arc<Vocabulary>,
    /// Places and responsibilities.
    pub atlas: Arc<Atlas>,
    /// What answers at `now` in place of whatever is not open, found once.
    instead: Arc<OnceLock<Vec<InsteadNumber>>>,
}

impl Asking {
    /// Prepares a request.
    pub fn new(ctx: application::Context, tongue: Tongue, vocabularies: &Vocabularies) -> Self {
        let vocabulary = vocabularies.current(ctx.read_model.as_ref());
        Self {
            tier: ctx.actor.tier(),
            now: ctx.clock.now(),
            atlas: ctx.atlas.load_full(),
            tongue,
            vocabulary,
            instead: Arc::default(),
            ctx,
        }
    }

    /// The day of the request in the civil time of the state.
    pub fn today(&self) -> NaiveDate {
        self.now.with_timezone(&LOCAL).date_naive()
    }

    /// The same request, asked in another language.
    ///
    /// # Errors
    /// `Invalid` for a language in which nothing is said.
    pub fn speaking(&self, lang: Option<&str>) -> Result<Self, Failure> {
        let tongue = match lang {
            None => self.tongue,
            Some(lang) => Tongue::named(lang)
                .ok_or_else(|| Failure::invalid("lang", "a language is de, de-simple or en"))?,
        };
        Ok(Self {
            tongue,
            ..self.clone()
        })
    }

    /// What answers at the instant of the request in place of whatever is not open.
    pub(crate) fn instead_now(
        &self,
        find: impl FnOnce() -> Vec<InsteadNumber>,
    ) -> Vec<InsteadNumber> {
        self.instead.get_or_init(find).clone()
    }

    /// Who states a value, as far as it is said.
    pub fn stated_by<T>(&self, stated: &Stated<T>) -> Option<StatedBy> {
        self.source(stated.source, stated.date.as_deref())
    }

    /// A source, with the date of one fact where it has its own.
    pub fn source(&self, id: Option<SourceId>, date: Option<&str>) -> Option<StatedBy> {
        match id.and_then(|id| self.vocabulary.source(id)) {
            Some(source) => Some(StatedBy {
                title: Some(source.title.clone()),
                url: source.url.clone(),
                date: Some(date.unwrap_or(&source.date).to_owned()),
            }),
            None => date.map(|date| StatedBy {
                title: None,
                url: None,
                date: Some(date.to_owned()),
            }),
        }
    }
}

/// The request a resolver works for.
pub(crate) fn asking<'a>(ctx: &'a Resolving<'_>) -> &'a Asking {
    ctx.data_unchecked::<Asking>()
}

/// Terms and sources, findable by their keys.
#[derive(Default)]
pub struct Vocabulary {
    terms: Arc<[Term]>,
    sources: Arc<[Source]>,
    by_key: HashMap<(Taxonomy, TermKey), usize>,
    by_source: HashMap<SourceId, usize>,
}

impl Vocabulary {
    fn of(terms: Arc<[Term]>, sources: Arc<[Source]>) -> Self {
        let by_key = terms
            .iter()
            .enumerate()
            .map(|(at, term)| ((term.taxonomy, term.key.clone()), at))
            .collect();
        let by_source = sources
            .iter()
            .enumerate()
            .map(|(at, source)| (source.id, at))
            .collect();
        Self {
            terms,
            sources,
            by_key,
            by_source,
        }
    }

    /// The term with this key.
    pub fn term(&self, taxonomy: Taxonomy, key: &TermKey) -> Option<&Term> {
        self.by_key
            .get(&(taxonomy, key.clone()))
            .map(|at| &self.terms[*at])
    }

    /// The terms of a taxonomy, in the order of the read model.
    pub fn terms_of(&self, taxonomy: Taxonomy) -> impl Iterator<Item = &Term> {
        self.terms
            .iter()
            .filter(move |term| term.taxonomy == taxonomy)
    }

    /// The source with this id.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.by_source.get(&id).map(|at| &self.sources[*at])
    }
}

/// Keeps the vocabulary until the read model has another one.
#[derive(Default)]
pub struct Vocabularies(RwLock<Arc<Vocabulary>>);

impl Vocabularies {
    /// The vocabulary of the read model as it is now.
    pub fn current(&self, read_model: &dyn ReadModel) -> Arc<Vocabulary> {
        let (terms, sources) = (read_model.terms(), read_model.sources());
        let known = Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner));
        if Arc::ptr_eq(&known.terms, &terms) && Arc::ptr_eq(&known.sources, &sources) {
            return known;
        }
        let fresh = Arc::new(Vocabulary::of(terms, sources));
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&fresh);
        fresh
    }
}
