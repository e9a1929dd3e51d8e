//! Why a body does not fit its type: which field, what is allowed, what kind of value was found.

use domain::misfit::{Misfit, MisfitKind};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::shape::{Kind, Shape};
use super::{Code, Fault, Problem};

/// Takes a body apart.
///
/// # Errors
/// `malformed`, with the field to blame.
pub(crate) fn read<T: DeserializeOwned>(json: &Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(json).map_err(|error| {
        let said = error.inner().to_string();
        Problem {
            fields: vec![fault(json, Misfit::of(&error), &said)],
            ..Code::Malformed.into()
        }
    })
}

/// Reads a text as JSON.
///
/// # Errors
/// `malformed`, with the place of the fault.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    parse_at(&[], bytes)
}

/// Reads a text that stands in a field of its own as JSON.
///
/// # Errors
/// `malformed`, with the field and the place of the fault in it.
pub(crate) fn parse_at(field: &[String], bytes: &[u8]) -> Result<Value, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        let found = if bytes.trim_ascii().is_empty() {
            Kind::Nothing
        } else {
            Kind::NoJson {
                line: error.line(),
                column: error.column(),
            }
        };
        Problem {
            fields: vec![Fault::new(field.to_vec(), JSON, found)],
            ..Code::Malformed.into()
        }
    })
}

/// The fault behind a misfit, and what the library says of it.
fn fault(json: &Value, Misfit { path, kind }: Misfit, said: &str) -> Fault {
    match kind {
        MisfitKind::Missing => return Fault::new(path, REQUIRED, Kind::Nothing),
        MisfitKind::Unknown => {
            let allowed = format!("one of the fields: {}", expected_names(said).join(", "));
            return Fault::new(path, allowed, Kind::OtherField);
        }
        MisfitKind::Wrong => {}
    }
    let found = Shape::of(json).at(&path);
    let allowed = match said.rsplit_once("expected ") {
        Some(_) if said.starts_with("unknown variant") => {
            format!("one of: {}", expected_names(said).join(", "))
        }
        Some((_, expected)) => in_words(expected),
        None => ANY.to_owned(),
    };
    Fault::new(path, allowed, found)
}

/// What is said of a field that has to be there.
pub(crate) const REQUIRED: &str = "a value: this field is required";
/// What is said of a text that is none of JSON.
const JSON: &str = "valid JSON";
const ANY: &str = "a value that the contract describes";

/// The names the library lists behind "expected"; of two spellings the one of the contract.
fn expected_names(said: &str) -> Vec<&str> {
    let (_, list) = said.rsplit_once(", expected ").unwrap_or_default();
    let all: Vec<_> = list.split('`').skip(1).step_by(2).collect();
    let is_other_spelling = |name: &str| {
        let lower = name.to_lowercase();
        lower != name && all.contains(&lower.as_str())
    };
    all.iter()
        .copied()
        .filter(|name| !is_other_spelling(name))
        .collect()
}

/// What Rust calls a type, in the words of JSON.
fn in_words(expected: &str) -> String {
    let words = match expected {
        "i8" | "i16" | "i32" | "i64" | "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number",
        "f32" | "f64" => "a number",
        "a string" | "a borrowed string" | "string or map" => "a text",
        "a boolean" => "true or false",
        "a sequence" => "a list",
        "a map" => "an object",
        words if words.starts_with("struct ") => "an object",
        words if words.starts_with("an instant") || words.starts_with("a day") => words,
        _ => ANY,
    };
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;
    use crate::middleware::request::Tongue;

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    #[expect(dead_code, reason = "only reading is tried")]
    struct Sample {
        page_size: i32,
        #[serde(default)]
        order: Option<Order>,
        #[serde(default)]
        inner: Vec<Inner>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Order {
        Name,
        Distance,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only reading is tried")]
    struct Inner {
        lat: f64,
    }

    fn refused(json: &Value) -> (String, String, Option<Kind>) {
        let problem = read::<Sample>(json).unwrap_err();
        let fault = &problem.fields[0];
        (fault.pointer(), fault.allowed.clone(), fault.found)
    }

    #[test]
    fn the_field_what_is_allowed_and_what_kind_was_found_are_told() {
        let cases = [
            (
                json!({ "pageSize": "geheim" }),
                "/pageSize",
                "a whole number",
                Kind::Text,
            ),
            (
                json!({ "pageSize": 1, "order": "geheim" }),
                "/order",
                "one of: name, distance",
                Kind::Text,
            ),
            (
                json!({ "pageSize": 1, "order": 7 }),
                "/order",
                "a text",
                Kind::Number,
            ),
            (
                json!({ "pageSize": 1, "inner": [{ "lat": 1 }, { "lat": "geheim" }] }),
                "/inner/1/lat",
                "a number",
                Kind::Text,
            ),
            (
                json!({ "pageSize": 1, "inner": "geheim" }),
                "/inner",
                "a list",
                Kind::Text,
            ),
            (json!({}), "/pageSize", REQUIRED, Kind::Nothing),
            (
                json!({ "pageSize": 1, "mehr": 2 }),
                "",
                "one of the fields: pageSize, order, inner",
                Kind::OtherField,
            ),
            (
                json!({ "pageSize": 1, "inner": [{ "lat": 1, "mehr": [] }] }),
                "/inner/0",
                "one of the fields: lat",
                Kind::OtherField,
            ),
            (json!("geheim"), "", "an object", Kind::Text),
        ];
        for (json, pointer, allowed, found) in cases {
            let told = refused(&json);
            assert_eq!(
                told,
                (pointer.to_owned(), allowed.to_owned(), Some(found)),
                "{json}"
            );
        }
    }

    #[test]
    fn what_is_no_json_is_told_by_its_place() {
        let fault = |text: &str| parse(text.as_bytes()).unwrap_err().fields.remove(0);
        let broken = fault("{\n \"a\": geheim}");
        assert_eq!(broken.allowed, JSON);
        assert_eq!(broken.found, Some(Kind::NoJson { line: 2, column: 7 }));
        assert_eq!(
            broken.sentence(Tongue::German),
            "gültiges JSON (gefunden: ein Fehler in Zeile 2, Spalte 7)"
        );
        assert_eq!(fault(" \n").found, Some(Kind::Nothing));
    }
}
