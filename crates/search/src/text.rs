//! The texts of a service that words are looked for in, and where its words stand.

use std::hash::{DefaultHasher, Hasher};

use domain::directory::ServiceView;

use crate::analyze::{self, Analyzer, Forms, Word};

/// The fields of the index that hold a service's own texts, the weightiest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Field {
    /// What the service is called.
    Name,
    /// What its kinds, topics and target groups are called.
    Terms,
    /// What the organisation is called.
    Organisation,
    /// Where it is given.
    Place,
    /// All else that is said about it.
    Text,
}

impl Field {
    pub(crate) const ALL: [Self; 5] = [
        Self::Name,
        Self::Terms,
        Self::Organisation,
        Self::Place,
        Self::Text,
    ];

    /// Its position in [`Self::ALL`].
    pub(crate) const fn position(self) -> u8 {
        match self {
            Self::Name => 0,
            Self::Terms => 1,
            Self::Organisation => 2,
            Self::Place => 3,
            Self::Text => 4,
        }
    }

    /// The field's name in reasons and in the index.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Terms => "topics",
            Self::Organisation => "organisation",
            Self::Place => "place",
            Self::Text => "text",
        }
    }
}

/// How strictly a token stands for a word; written in front of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// The folded word.
    Whole,
    /// Its stem.
    Stem,
    /// The stem of one of its parts.
    Part,
}

impl Level {
    const fn sign(self) -> char {
        match self {
            Self::Whole => '=',
            Self::Stem => '~',
            Self::Part => '+',
        }
    }

    /// The token of a form at this level.
    pub(crate) fn token(self, form: &str) -> String {
        let mut token = String::with_capacity(form.len() + 1);
        token.push(self.sign());
        token.push_str(form);
        token
    }

    /// The level of a token and its form; nothing when it is none.
    pub(crate) fn of(token: &str) -> Option<(Self, &str)> {
        let all = [Self::Whole, Self::Stem, Self::Part];
        all.into_iter()
            .find_map(|level| Some((level, token.strip_prefix(level.sign())?)))
    }
}

/// The tokens of a word at all levels.
pub(crate) fn tokens(forms: &Forms) -> impl Iterator<Item = String> {
    let whole = std::iter::once(Level::Whole.token(&forms.key));
    let stem = std::iter::once(Level::Stem.token(&forms.stem));
    whole
        .chain(stem)
        .chain(forms.parts.iter().map(|part| Level::Part.token(part)))
}

/// Whether a token stands for a word at its level.
pub(crate) fn stands_for(token: &str, forms: &Forms) -> bool {
    Level::of(token).is_some_and(|(level, form)| match level {
        Level::Whole => forms.key == form,
        Level::Stem => forms.stem == form,
        Level::Part => forms.parts.iter().any(|part| part == form),
    })
}

/// Where a token stands in a service's own texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Trace {
    hash: u32,
    text: u8,
    position: u16,
}

/// The own texts of a service, the most telling first.
pub(crate) fn texts(view: &ServiceView) -> Vec<(Field, &str)> {
    let (service, organisation) = (&view.service, &view.organisation);
    let mut texts = vec![(Field::Name, service.name.as_str())];
    texts.extend(
        service
            .alternate_names
            .iter()
            .map(|name| (Field::Name, name.as_str())),
    );
    texts.push((Field::Organisation, organisation.name.as_str()));
    texts.extend(
        organisation
            .alternate_names
            .iter()
            .map(|name| (Field::Organisation, name.as_str())),
    );
    for place in view.places() {
        texts.extend(
            place
                .location
                .name
                .as_deref()
                .map(|name| (Field::Place, name)),
        );
        let addresses = place.location.addresses.iter();
        texts
            .extend(addresses.filter_map(|address| Some((Field::Place, address.city.as_deref()?))));
    }
    let more = [
        service.summary.as_deref(),
        service.description.as_deref(),
        organisation.description.as_deref(),
        service.answered_by.as_deref(),
        service.boundary_note.as_deref(),
        service.eligibility.note.as_deref(),
    ];
    texts.extend(more.into_iter().flatten().map(|text| (Field::Text, text)));
    texts.extend(
        service
            .phones
            .iter()
            .filter_map(|phone| Some((Field::Text, phone.label.as_deref()?))),
    );
    texts.extend(
        view.places()
            .filter_map(|place| Some((Field::Text, place.link.description.as_deref()?))),
    );
    for phone in &service.phones {
        texts.extend(
            [phone.display.as_str(), phone.number.as_str()].map(|digits| (Field::Text, digits)),
        );
    }
    texts.truncate(usize::from(u8::MAX));
    texts
}

/// A word of a service's own texts that says something.
#[derive(Debug)]
pub(crate) struct Told {
    field: u8,
    text: u8,
    position: u16,
    /// As written.
    pub(crate) written: String,
    /// As compared.
    pub(crate) forms: Forms,
}

impl Told {
    /// In which field it stands.
    pub(crate) fn field(&self) -> Field {
        Field::ALL[usize::from(self.field)]
    }
}

/// All words of a service's own texts that say something.
pub(crate) fn told(view: &ServiceView, analyzer: &Analyzer) -> Vec<Told> {
    let mut told = Vec::new();
    for (text, (field, content)) in (0..=u8::MAX).zip(texts(view)) {
        for (position, word) in (0..=u16::MAX).zip(analyze::words(content)) {
            if !analyzer.is_stop(&word) {
                let forms = analyzer.forms(&word);
                let (field, written) = (field.position(), word.written);
                told.push(Told {
                    field,
                    text,
                    position,
                    written,
                    forms,
                });
            }
        }
    }
    told
}

/// Where every token stands, sorted for looking up.
pub(crate) fn traces(told: &[Told]) -> Box<[Trace]> {
    let trace = |word: &Told, token: &str| Trace {
        hash: hash(token),
        text: word.text,
        position: word.position,
    };
    let all = told
        .iter()
        .flat_map(|word| tokens(&word.forms).map(|token| trace(word, &token)));
    let mut traces: Vec<Trace> = all.collect();
    traces.sort_unstable();
    // the first place is shown, the others are never asked for
    traces.dedup_by_key(|trace| trace.hash);
    traces.into()
}

/// The first and so the most telling place of a token: the field and the word it stands in.
pub(crate) fn find(traces: &[Trace], view: &ServiceView, token: &str) -> Option<(Field, Word)> {
    let wanted = hash(token);
    let at = traces.partition_point(|trace| trace.hash < wanted);
    let trace = traces.get(at).filter(|trace| trace.hash == wanted)?;
    let (field, text) = texts(view).into_iter().nth(usize::from(trace.text))?;
    Some((field, analyze::word(text, usize::from(trace.position))?))
}

fn hash(token: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    hasher.write(token.as_bytes());
    // the upper half is as good as the lower one
    u32::try_from(hasher.finish() >> 32).unwrap_or(0)
}
