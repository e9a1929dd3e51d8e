//! Whether what a document is given fits the types of the schema, written into it or beside it as
//! variables: told with the path, what is allowed and what kind of value was found, before anything runs.

mod fit;
mod literals;

use std::collections::HashMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, ExecutableDocument, FieldDefinition, InputValueDefinition, OperationDefinition, Type,
    TypeKind, TypeSystemDefinition,
};
use async_graphql::{Pos, Variables};

use crate::problem::reading::REQUIRED;
use crate::problem::{Fault, Kind};

/// The types of the schema, as far as they say what may be given.
#[derive(Debug, Default)]
pub(crate) struct InputTypes {
    inputs: HashMap<String, Input>,
    outputs: HashMap<String, Fields>,
    directives: HashMap<String, Vec<InputValueDefinition>>,
}

#[derive(Debug)]
enum Input {
    OneOf(Vec<String>),
    Object(Vec<InputValueDefinition>),
    Scalar,
}

/// The fields of an object or an interface, by name.
type Fields = HashMap<String, Field>;

#[derive(Debug)]
struct Field {
    arguments: Vec<InputValueDefinition>,
    /// The type of what it holds, or of each of its items.
    holds: String,
}

/// A value that does not fit, and where in the document it stands or is asked for.
#[derive(Debug)]
pub(super) struct Unfit {
    pub(super) fault: Fault,
    pub(super) at: Pos,
}

impl InputTypes {
    /// Reads the types of a schema in its own language; what it does not know is let pass.
    pub(crate) fn of(sdl: &str) -> Self {
        let mut types = Self::default();
        let definitions = parse_schema(sdl).map_or_else(|_| Vec::new(), |read| read.definitions);
        for definition in definitions {
            match definition {
                TypeSystemDefinition::Type(one) => {
                    types.learn(one.node.name.node.to_string(), one.node.kind);
                }
                TypeSystemDefinition::Directive(one) => {
                    let arguments = one.node.arguments.into_iter().map(|one| one.node);
                    let name = one.node.name.node.to_string();
                    types.directives.insert(name, arguments.collect());
                }
                TypeSystemDefinition::Schema(_) => {}
            }
        }
        types
    }

    fn learn(&mut self, name: String, kind: TypeKind) {
        let input = match kind {
            TypeKind::Enum(values) => {
                let names = values.values.into_iter();
                Input::OneOf(names.map(|one| one.node.value.node.to_string()).collect())
            }
            TypeKind::InputObject(object) => {
                Input::Object(object.fields.into_iter().map(|one| one.node).collect())
            }
            TypeKind::Scalar => Input::Scalar,
            TypeKind::Object(object) => {
                let fields = object.fields.into_iter().map(|one| Field::of(one.node));
                self.outputs.insert(name, fields.collect());
                return;
            }
            TypeKind::Interface(interface) => {
                let fields = interface.fields.into_iter().map(|one| Field::of(one.node));
                self.outputs.insert(name, fields.collect());
                return;
            }
            TypeKind::Union(_) => return,
        };
        self.inputs.insert(name, input);
    }

    /// Checks everything an operation is given.
    ///
    /// # Errors
    /// A value that does not fit, by its path from the name of its argument or variable.
    pub(super) fn check(
        &self,
        document: &ExecutableDocument,
        operation: &OperationDefinition,
        variables: &Variables,
    ) -> Result<(), Unfit> {
        self.check_literals(document)?;
        self.check_variables(operation, variables)
    }

    fn check_variables(
        &self,
        operation: &OperationDefinition,
        variables: &Variables,
    ) -> Result<(), Unfit> {
        for definition in &operation.variable_definitions {
            let at = definition.pos;
            let definition = &definition.node;
            let name = &definition.name.node;
            let mut path = vec![name.to_string()];
            let fit = match variables.get(name) {
                Some(value) => self.fits(value, &definition.var_type.node, &mut path),
                None if definition.default_value.is_some() || definition.var_type.node.nullable => {
                    Ok(())
                }
                None => Err(Fault::new(path, REQUIRED, Kind::Nothing)),
            };
            fit.map_err(|fault| Unfit { fault, at })?;
        }
        Ok(())
    }
}

impl Field {
    fn of(definition: FieldDefinition) -> (String, Self) {
        let arguments = definition.arguments.into_iter().map(|one| one.node);
        let field = Self {
            arguments: arguments.collect(),
            holds: innermost(&definition.ty.node),
        };
        (definition.name.node.to_string(), field)
    }
}

/// The name of a type without the lists around it.
fn innermost(of: &Type) -> String {
    match &of.base {
        BaseType::Named(name) => name.to_string(),
        BaseType::List(item) => innermost(item),
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::{Value, json};

    use super::*;
    use crate::graphql::scalars::INSTANT;

    fn refused(query: &str, variables: Value) -> Option<(String, String, Kind)> {
        let types = InputTypes::of(&crate::graphql::sdl());
        let document = parse_query(query).unwrap();
        let (_, operation) = document.operations.iter().next().unwrap();
        let variables = Variables::from_json(variables);
        let unfit = types.check(&document, &operation.node, &variables);
        let fault = unfit.err()?.fault;
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
                "$n: Int",
                json!({ "n": 3_000_000_000_u32 }),
                "n",
                "a whole number from -2147483648 to 2147483647",
                Kind::Number,
            ),
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
