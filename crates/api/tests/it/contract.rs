//! The committed contracts are what the program has, and every word of them is described.

use std::path::Path;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{TypeKind, TypeSystemDefinition};
use domain::referral::{DeclineReason, FailReason, HoldReason, Outcome, Problem};
use serde_json::Value;

fn committed(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../openapi")
        .join(name);
    std::fs::read_to_string(&path).unwrap_or_default()
}

#[test]
fn the_committed_graphql_contract_is_fresh() {
    let fresh = api::sdl();
    assert!(
        committed("schema.graphql") == fresh,
        "openapi/schema.graphql is stale: run `make contracts`"
    );
}

#[test]
fn the_committed_rest_contract_is_fresh() {
    let fresh = api::openapi().to_pretty_json().unwrap();
    assert!(
        committed("openapi.json").trim_end() == fresh.trim_end(),
        "openapi/openapi.json is stale: run `make contracts`"
    );
}

/// What of a schema has no description, by its path.
fn undescribed(sdl: &str) -> Vec<String> {
    let mut missing = Vec::new();
    for definition in parse_schema(sdl).unwrap().definitions {
        let TypeSystemDefinition::Type(definition) = definition else {
            continue;
        };
        let definition = definition.node;
        let name = definition.name.node.to_string();
        let mut note = |described: bool, path: String| {
            if !described {
                missing.push(path);
            }
        };
        note(definition.description.is_some(), name.clone());
        match definition.kind {
            TypeKind::Object(object) => {
                for field in object.fields {
                    let field = field.node;
                    let path = format!("{name}.{}", field.name.node);
                    note(field.description.is_some(), path.clone());
                    for argument in field.arguments {
                        let described = argument.node.description.is_some();
                        note(described, format!("{path}({})", argument.node.name.node));
                    }
                }
            }
            TypeKind::Interface(interface) => {
                for field in interface.fields {
                    note(
                        field.node.description.is_some(),
                        format!("{name}.{}", field.node.name.node),
                    );
                }
            }
            TypeKind::Enum(values) => {
                for value in values.values {
                    note(
                        value.node.description.is_some(),
                        format!("{name}.{}", value.node.value.node),
                    );
                }
            }
            TypeKind::InputObject(input) => {
                for field in input.fields {
                    note(
                        field.node.description.is_some(),
                        format!("{name}.{}", field.node.name.node),
                    );
                }
            }
            TypeKind::Scalar | TypeKind::Union(_) => {}
        }
    }
    missing
}

#[test]
fn every_type_field_argument_and_value_of_graphql_is_described() {
    assert_eq!(undescribed(&api::sdl()), Vec::<String>::new());
}

#[test]
fn a_field_an_argument_or_a_value_without_a_description_is_found() {
    let sdl = r#"
        "A type." type Query { "A field." good("An argument." at: Int, bare: Int): Kind silent: Int }
        "An enumeration." enum Kind { "A value." ONE TWO }
        input Undescribed { "A field." one: Int two: Int }
    "#;
    assert_eq!(
        undescribed(sdl),
        [
            "Query.good(bare)",
            "Query.silent",
            "Kind.TWO",
            "Undescribed",
            "Undescribed.two"
        ]
    );
}

/// The codes in `` `…` `` that the description of an argument of a mutation lists, in order of the alphabet.
fn listed(mutation: &str, argument: &str) -> Vec<String> {
    let schema = parse_schema(api::sdl()).unwrap();
    let mutations = schema.definitions.into_iter().find_map(|definition| {
        let TypeSystemDefinition::Type(definition) = definition else {
            return None;
        };
        let is_ours = definition.node.name.node == "Mutation";
        let TypeKind::Object(object) = definition.node.kind else {
            return None;
        };
        is_ours.then_some(object)
    });
    let fields = mutations.unwrap().fields.into_iter();
    let mut arguments = fields
        .filter(|field| field.node.name.node == mutation)
        .flat_map(|field| field.node.arguments);
    let found = arguments.find(|found| found.node.name.node == argument);
    let text = found.unwrap().node.description.unwrap().node;
    let mut codes: Vec<_> = text
        .split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect();
    codes.sort();
    codes
}

#[test]
fn the_codes_an_act_lists_are_those_of_the_domain() {
    fn sorted<T: ToString>(codes: impl IntoIterator<Item = T>) -> Vec<String> {
        let mut codes: Vec<_> = codes.into_iter().map(|code| code.to_string()).collect();
        codes.sort();
        codes
    }
    let chosen = HoldReason::ALL
        .iter()
        .filter(|reason| reason.can_be_chosen());
    assert_eq!(listed("completeReferral", "outcome"), sorted(Outcome::ALL));
    assert_eq!(
        listed("declineReferral", "reason"),
        sorted(DeclineReason::ALL)
    );
    assert_eq!(listed("failReferral", "reason"), sorted(FailReason::ALL));
    assert_eq!(listed("holdReferral", "reason"), sorted(chosen));
    assert_eq!(
        listed("rejectTechnicalReferral", "problems"),
        sorted(Problem::ALL)
    );
}

/// Whether a property says what it is, itself or, where it may be null, beside its type.
fn is_described(property: &Value) -> bool {
    let either = property["oneOf"].as_array();
    property.get("description").is_some()
        || either.is_some_and(|either| either.iter().any(|one| one.get("description").is_some()))
}

#[test]
fn every_rest_operation_says_what_it_does_takes_and_answers() {
    let document = serde_json::to_value(api::openapi()).unwrap();
    let mut missing = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let here = format!("{method} {path}");
            let text = |value: &Value| value.as_str().is_some_and(|text| !text.trim().is_empty());
            if !text(&operation["summary"]) && !text(&operation["description"]) {
                missing.push(format!("{here}: no description"));
            }
            let responses = operation["responses"].as_object().unwrap();
            if !responses.keys().any(|status| status.starts_with('2')) {
                missing.push(format!("{here}: no answer"));
            }
            for (status, response) in responses {
                if !text(&response["description"]) {
                    missing.push(format!("{here} {status}: no description"));
                }
            }
        }
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        for (field, property) in schema["properties"].as_object().into_iter().flatten() {
            if !is_described(property) {
                missing.push(format!("{name}.{field}"));
            }
        }
    }
    assert_eq!(missing, Vec::<String>::new());
}
