//! Which member of a JSON document does not fit its type. Of what was sent nothing is taken over: the
//! name of a member that does not belong there may be a word of somebody's, so the object that holds it
//! is named.

use serde_path_to_error::Segment;

/// A member that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// Where it stands, outermost first; positions of a list count from 0.
    pub path: Vec<String>,
    /// What is wrong with it.
    pub kind: MisfitKind,
}

/// What is wrong with a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MisfitKind {
    /// It has to be there.
    Missing,
    /// The object at the path holds one that does not belong there.
    Unknown,
    /// It holds something else.
    Wrong,
}

impl Misfit {
    /// The member behind what the library says.
    pub fn of(error: &serde_path_to_error::Error<serde_json::Error>) -> Self {
        let mut path: Vec<_> = error.path().iter().filter_map(step).collect();
        let said = error.inner().to_string();
        let quoted = |start: &str| said.strip_prefix(start)?.split('`').next();
        let kind = if let Some(member) = quoted("missing field `") {
            path.push(member.to_owned());
            MisfitKind::Missing
        } else if let Some(member) = quoted("unknown field `") {
            path.pop_if(|last| last == member);
            MisfitKind::Unknown
        } else {
            MisfitKind::Wrong
        };
        Self { path, kind }
    }
}

fn step(segment: &Segment) -> Option<String> {
    match segment {
        Segment::Seq { index } => Some(index.to_string()),
        Segment::Map { key } => Some(key.clone()),
        Segment::Enum { .. } | Segment::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::{Value, json};

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only reading is tried")]
    struct Outer {
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only reading is tried")]
    struct Inner {
        lat: f64,
    }

    fn misfit(given: Value) -> (String, MisfitKind) {
        let error = serde_path_to_error::deserialize::<_, Outer>(given).unwrap_err();
        let Misfit { path, kind } = Misfit::of(&error);
        (path.join("."), kind)
    }

    #[test]
    fn what_is_missing_too_much_or_wrong_is_found_where_it_stands() {
        for (given, path, kind) in [
            (json!({}), "inner", MisfitKind::Missing),
            (json!({ "inner": [{}] }), "inner.0.lat", MisfitKind::Missing),
            (json!({ "geheim": 1 }), "", MisfitKind::Unknown),
            (
                json!({ "inner": [{ "lat": 1, "geheim": 2 }] }),
                "inner.0",
                MisfitKind::Unknown,
            ),
            (
                json!({ "inner": [{ "lat": "geheim" }] }),
                "inner.0.lat",
                MisfitKind::Wrong,
            ),
            (json!(7), "", MisfitKind::Wrong),
        ] {
            let written = given.to_string();
            assert_eq!(misfit(given), (path.to_owned(), kind), "{written}");
        }
    }
}
