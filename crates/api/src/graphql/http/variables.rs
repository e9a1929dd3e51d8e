//! Whether variables fit the types their document names: told with the path, what is allowed and what
//! kind of value was found, before anything runs.

use std::collections::HashMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, InputValueDefinition, OperationDefinition, Type, TypeKind, TypeSystemDefinition,
};
use chrono::NaiveDate;
use serde_json::{Map, Value};

use crate::graphql::scalars::{DAY, INSTANT};
use crate::problem::reading::REQUIRED;
use crate::problem::{Fault, Kind};

/// The input types of the schema.
#[derive(Debug, Default)]
pub(crate) struct InputTypes(HashMap<String, Input>);

#[derive(Debug)]
enum Input {
    OneOf(Vec<String>),
    Object(Vec<InputValueDefinition>),
}

impl InputTypes {
    /// Reads the types of a schema in its own language; what it does not know is let pass.
    pub(crate) fn of(sdl: &str) -> Self {
        let definitions = parse_schema(sdl).map_or_else(|_| Vec::new(), |read| read.definitions);
        let types = definitions.into_iter().filter_map(|one| match one {
            TypeSystemDefinition::Type(one) => Some(one.node),
            TypeSystemDefinition::Schema(_) | TypeSystemDefinition::Directive(_) => None,
        });
        let inputs = types.filter_map(|one| {
            let input = match one.kind {
                TypeKind::Enum(values) => {
                    let names = values.values.into_iter();
                    Input::OneOf(names.map(|one| one.node.value.node.to_string()).collect())
                }
                TypeKind::InputObject(object) => {
                    Input::Object(object.fields.into_iter().map(|one| one.node).collect())
                }
                TypeKind::Scalar
                | TypeKind::Object(_)
                | TypeKind::Interface(_)
                | TypeKind::Union(_) => return None,
            };
            Some((one.name.node.to_string(), input))
        });
        Self(inputs.collect())
    }

    /// Checks the variables of an operation.
    ///
    /// # Errors
    /// The first value that does not fit, by its path from the name of its variable.
    pub(super) fn check(
        &self,
        operation: &OperationDefinition,
        variables: &Map<String, Value>,
    ) -> Result<(), Fault> {
        for definition in &operation.variable_definitions {
            let definition = &definition.node;
            let name = definition.name.node.as_str();
            let mut path = vec![name.to_owned()];
            match variables.get(name) {
                Some(value) => self.fits(value, &definition.var_type.node, &mut path)?,
                None if definition.default_value.is_some() || definition.var_type.node.nullable => {
                }
                None => return Err(Fault::new(path, REQUIRED, Kind::Nothing)),
            }
        }
        Ok(())
    }

    fn fits(&self, value: &Value, wanted: &Type, path: &mut Vec<String>) -> Result<(), Fault> {
        if value.is_null() && wanted.nullable {
            return Ok(());
        }
        match (&wanted.base, value) {
            (BaseType::List(item), Value::Array(all)) => {
                for (at, one) in all.iter().enumerate() {
                    path.push(at.to_string());
                    self.fits(one, item, path)?;
                    path.pop();
                }
                Ok(())
            }
            (BaseType::List(_), Value::Null) => Err(wrong(path, "a list", value)),
            // one item stands for a list of one
            (BaseType::List(item), one) => self.fits(one, item, path),
            (BaseType::Named(name), _) => match self.0.get(name.as_str()) {
                Some(Input::OneOf(names)) => {
                    let known = |given: &str| names.iter().any(|name| name == given);
                    if value.as_str().is_some_and(known) {
                        return Ok(());
                    }
                    Err(wrong(path, &format!("one of: {}", names.join(", ")), value))
                }
                Some(Input::Object(fields)) => self.fits_object(value, fields, path),
                None => scalar(name, value).map_err(|allowed| wrong(path, allowed, value)),
            },
        }
    }

    fn fits_object(
        &self,
        value: &Value,
        fields: &[InputValueDefinition],
        path: &mut Vec<String>,
    ) -> Result<(), Fault> {
        let Value::Object(given) = value else {
            return Err(wrong(path, "an object", value));
        };
        let known = |name: &String| fields.iter().any(|field| field.name.node == name.as_str());
        // its name may be a word of somebody's: the object that holds it is named
        if given.keys().any(|name| !known(name)) {
            let names: Vec<_> = fields.iter().map(|one| one.name.node.as_str()).collect();
            let allowed = format!("one of the fields: {}", names.join(", "));
            return Err(Fault::new(path.clone(), allowed, Kind::OtherField));
        }
        for field in fields {
            path.push(field.name.node.to_string());
            match given.get(field.name.node.as_str()) {
                Some(inner) => self.fits(inner, &field.ty.node, path)?,
                None if field.default_value.is_some() || field.ty.node.nullable => {}
                None => return Err(Fault::new(path.clone(), REQUIRED, Kind::Nothing)),
            }
            path.pop();
        }
        Ok(())
    }
}

fn wrong(path: &[String], allowed: &str, value: &Value) -> Fault {
    Fault::new(path.to_vec(), allowed, Kind::of(value))
}

/// Whether a value is one of a scalar; what would be.
fn scalar(name: &str, value: &Value) -> Result<(), &'static str> {
    let text = value.as_str();
    let (good, allowed) = match name {
        "Int" => {
            let whole = value.as_i64().map(i32::try_from);
            (whole.is_some_and(|whole| whole.is_ok()), "a whole number")
        }
        "Float" => (value.is_number(), "a number"),
        "Boolean" => (value.is_boolean(), "true or false"),
        "ID" => {
            let good = text.is_some() || value.is_i64() || value.is_u64();
            (good, "a text or a whole number")
        }
        "DateTime" => {
            let read = text.map(chrono::DateTime::parse_from_rfc3339);
            (read.is_some_and(|read| read.is_ok()), INSTANT)
        }
        "Date" => {
            let read = text.map(str::parse::<NaiveDate>);
            (read.is_some_and(|read| read.is_ok()), DAY)
        }
        _ => (text.is_some(), "a text"),
    };
    if good { Ok(()) } else { Err(allowed) }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    fn refused(query: &str, variables: Value) -> Option<(String, String, Kind)> {
        let types = InputTypes::of(&crate::graphql::sdl());
        let document = parse_query(query).unwrap();
        let (_, operation) = document.operations.iter().next().unwrap();
        let Value::Object(variables) = variables else {
            panic!("variables are an object");
        };
        let fault = types.check(&operation.node, &variables).err()?;
        Some((fault.field.join("."), fault.allowed, fault.found?))
    }

    #[test]
    fn the_variable_what_is_allowed_and_what_kind_was_found_are_told() {
        let cases = [
            (
                "$n: Int",
                json!({ "n": "geheim" }),
                "n",
                "a whole number",
                Kind::Text,
            ),
            (
                "$n: Int",
                json!({ "n": 1.5 }),
                "n",
                "a whole number",
                Kind::Number,
            ),
            ("$n: Int!", json!({}), "n", REQUIRED, Kind::Nothing),
            (
                "$n: Int!",
                json!({ "n": null }),
                "n",
                "a whole number",
                Kind::Null,
            ),
            (
                "$b: ReferralBox!",
                json!({ "b": "geheim" }),
                "b",
                "one of: INBOX, OUTBOX",
                Kind::Text,
            ),
            (
                "$f: ServiceFilter",
                json!({ "f": { "near": { "lat": "geheim" } } }),
                "f.near.lat",
                "a number",
                Kind::Text,
            ),
            (
                "$f: ServiceFilter",
                json!({ "f": { "near": { "lat": 1 } } }),
                "f.near.lon",
                REQUIRED,
                Kind::Nothing,
            ),
            (
                "$f: ServiceFilter",
                json!({ "f": { "topics": ["neglect", 7] } }),
                "f.topics.1",
                "a text",
                Kind::Number,
            ),
            (
                "$f: ServiceFilter",
                json!({ "f": { "openAt": "geheim" } }),
                "f.openAt",
                INSTANT,
                Kind::Text,
            ),
            (
                "$f: ServiceFilter",
                json!({ "f": "geheim" }),
                "f",
                "an object",
                Kind::Text,
            ),
        ];
        for (definition, variables, path, allowed, kind) in cases {
            let query = format!("query ({definition}) {{ __typename }}");
            let told = refused(&query, variables);
            assert_eq!(
                told,
                Some((path.to_owned(), allowed.to_owned(), kind)),
                "{definition}"
            );
        }
        let (path, allowed, _) = refused(
            "query ($f: ServiceFilter) { __typename }",
            json!({ "f": { "radius": 7 } }),
        )
        .unwrap();
        assert_eq!(path, "f");
        assert!(
            allowed.starts_with("one of the fields: text, place, "),
            "{allowed}"
        );
    }

    #[test]
    fn what_fits_passes() {
        let variables = json!({
            "f": { "text": null, "topics": "neglect", "ageMonths": 3, "openAt": "2026-11-20T15:40:00Z",
                   "near": { "lat": 53, "lon": 11.4, "radiusM": 10 }, "cost": ["FREE"] },
            "id": 7, "more": "unused",
        });
        let query =
            "query ($f: ServiceFilter, $id: ID!, $n: Int = 5, $o: ServiceOrder) { __typename }";
        assert_eq!(refused(query, variables), None);
    }
}
