//! What is written into a document itself.

use std::convert::Infallible;

use actix_web::web::Bytes;
use async_graphql::parser::types::{
    Directive, ExecutableDocument, InputValueDefinition, OperationDefinition, OperationType,
    Selection, SelectionSet,
};
use async_graphql::{Pos, Positioned, Value};
use async_graphql_value::Value as Literal;

use super::fit::may_be_absent;
use super::{InputTypes, Unfit};
use crate::problem::reading::REQUIRED;
use crate::problem::{Fault, Kind};

/// A literal with bytes in place of its variables.
fn without_variables(literal: &Literal) -> Value {
    let elsewhere = |_variable| Ok::<_, Infallible>(Value::Binary(Bytes::new()));
    let Ok(value) = literal.clone().into_const_with(elsewhere);
    value
}

impl InputTypes {
    /// Checks every literal of a document: its own operations and fragments, each once. What a field, an
    /// argument or a type there is not is left to the library.
    ///
    /// # Errors
    /// A literal that does not fit, or an argument that is missing.
    pub(super) fn check_literals(&self, document: &ExecutableDocument) -> Result<(), Unfit> {
        let operations = document.operations.iter().map(|(_, one)| &one.node);
        let mut open: Vec<(&SelectionSet, &str)> = Vec::new();
        for operation in operations {
            self.check_defaults(operation)?;
            open.push((&operation.selection_set.node, root(operation.ty)));
        }
        for fragment in document.fragments.values() {
            let on = &fragment.node.type_condition.node.on.node;
            open.push((&fragment.node.selection_set.node, on));
        }
        while let Some((set, on)) = open.pop() {
            self.check_set(set, on, &mut open)?;
        }
        Ok(())
    }

    /// Checks one selection set; those inside it are added to `open` with the names of their types.
    fn check_set<'a>(
        &'a self,
        set: &'a SelectionSet,
        on: &'a str,
        open: &mut Vec<(&'a SelectionSet, &'a str)>,
    ) -> Result<(), Unfit> {
        for selection in &set.items {
            self.check_directives(selection.node.directives())?;
            match &selection.node {
                Selection::Field(field) => {
                    let field = &field.node;
                    let known = self.outputs.get(on);
                    let known = known.and_then(|fields| fields.get(field.name.node.as_str()));
                    let Some(known) = known else { continue };
                    self.check_arguments(&known.arguments, field.name.pos, |name| {
                        field.get_argument(name)
                    })?;
                    open.push((&field.selection_set.node, &known.holds));
                }
                Selection::InlineFragment(fragment) => {
                    let fragment = &fragment.node;
                    let narrowed = fragment.type_condition.as_ref();
                    let on = narrowed.map_or(on, |to| to.node.on.node.as_str());
                    open.push((&fragment.selection_set.node, on));
                }
                Selection::FragmentSpread(_) => {}
            }
        }
        Ok(())
    }

    fn check_defaults(&self, operation: &OperationDefinition) -> Result<(), Unfit> {
        for definition in &operation.variable_definitions {
            let definition = &definition.node;
            if let Some(given) = &definition.default_value {
                let mut path = vec![definition.name.node.to_string()];
                self.fits(&given.node, &definition.var_type.node, &mut path)
                    .map_err(|fault| Unfit {
                        fault,
                        at: given.pos,
                    })?;
            }
        }
        Ok(())
    }

    fn check_directives(&self, directives: &[Positioned<Directive>]) -> Result<(), Unfit> {
        for directive in directives {
            let name = &directive.node.name;
            if let Some(arguments) = self.directives.get(name.node.as_str()) {
                self.check_arguments(arguments, name.pos, |name| {
                    directive.node.get_argument(name)
                })?;
            }
        }
        Ok(())
    }

    fn check_arguments<'a>(
        &self,
        wanted: &[InputValueDefinition],
        at: Pos,
        given: impl Fn(&str) -> Option<&'a Positioned<Literal>>,
    ) -> Result<(), Unfit> {
        for wanted in wanted {
            let mut path = vec![wanted.name.node.to_string()];
            match given(&wanted.name.node) {
                Some(Positioned { pos, node }) => self
                    .fits(&without_variables(node), &wanted.ty.node, &mut path)
                    .map_err(|fault| Unfit { fault, at: *pos })?,
                None if may_be_absent(wanted) => {}
                None => {
                    let fault = Fault::new(path, REQUIRED, Kind::Nothing);
                    return Err(Unfit { fault, at });
                }
            }
        }
        Ok(())
    }
}

/// The type whose fields an operation asks for.
const fn root(kind: OperationType) -> &'static str {
    match kind {
        OperationType::Query => "Query",
        OperationType::Mutation => "Mutation",
        OperationType::Subscription => "Subscription",
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;
    use crate::graphql::scalars::{DAY, INSTANT};

    fn refused(query: &str) -> Option<(String, String, Kind, Pos)> {
        let types = InputTypes::of(&crate::graphql::sdl());
        let unfit = types.check_literals(&parse_query(query).unwrap()).err()?;
        let Unfit { fault, at } = unfit;
        Some((fault.field.join("."), fault.allowed, fault.found?, at))
    }

    #[test]
    fn a_literal_that_does_not_fit_is_named_wherever_it_stands() {
        let cases = [
            (
                r#"{ helplines(at: "geheim") { id } }"#,
                "at",
                INSTANT,
                Kind::Text,
            ),
            ("{ helplines(at: 7) { id } }", "at", INSTANT, Kind::Number),
            (
                "{ services(orderBy: QUATSCH) { totalCount } }",
                "orderBy",
                "one of: RELEVANCE, NAME, DISTANCE",
                Kind::Word,
            ),
            (
                "{ services(first: 3000000000) { totalCount } }",
                "first",
                "a whole number from -2147483648 to 2147483647",
                Kind::Number,
            ),
            (
                "{ services(first: 1.5) { totalCount } }",
                "first",
                "a whole number",
                Kind::Number,
            ),
            (
                r#"{ services(filter: { near: { lat: "geheim", lon: 1, radiusM: 1 } }) { totalCount } }"#,
                "filter.near.lat",
                "a number",
                Kind::Text,
            ),
            (
                r#"{ services(filter: { topics: ["neglect", 7] }) { totalCount } }"#,
                "filter.topics.1",
                "a text",
                Kind::Number,
            ),
            ("{ service { id } }", "id", REQUIRED, Kind::Nothing),
            (
                "{ services { nodes { openNow(at: \"geheim\") { state } } } }",
                "at",
                INSTANT,
                Kind::Text,
            ),
            (
                "{ ...a } fragment a on Query { helplines(at: \"geheim\") { id } }",
                "at",
                INSTANT,
                Kind::Text,
            ),
            (
                "{ ... on Query { helplines(at: \"geheim\") { id } } }",
                "at",
                INSTANT,
                Kind::Text,
            ),
            (
                "query($n: Int = \"geheim\") { services(first: $n) { totalCount } }",
                "n",
                "a whole number",
                Kind::Text,
            ),
            (
                "{ __typename @skip(if: \"geheim\") }",
                "if",
                "true or false",
                Kind::Text,
            ),
            (
                r#"mutation { confirmOtherChannelReferral(id: "a", expectedVersion: 1, channel: PHONE, on: "geheim") { userErrors { code } } }"#,
                "on",
                DAY,
                Kind::Text,
            ),
        ];
        for (query, path, allowed, kind) in cases {
            let (told, said, found, at) = refused(query).expect(query);
            assert_eq!((told.as_str(), said.as_str(), found), (path, allowed, kind));
            assert_eq!(at.line, 1, "{query}");
            assert!(at.column > 1, "{query}");
        }
    }

    #[test]
    fn what_fits_passes_and_what_is_unknown_is_left_to_the_library() {
        for query in [
            r#"{ services(filter: { topics: "neglect", near: { lat: 53, lon: 11.4, radiusM: 10 } }, orderBy: NAME) { totalCount } }"#,
            "query($lat: Float!) { services(filter: { near: { lat: $lat, lon: 1, radiusM: 1 } }) { totalCount } }",
            "query($f: ServiceFilter, $skip: Boolean!) { services(filter: $f) { totalCount @skip(if: $skip) } }",
            "{ service(id: 7) { id } node(id: \"x\") { id } services(filter: null) { totalCount } }",
            r#"{ nothingLikeThat(a: 1) services(nothing: "a") { totalCount } __type(name: "A") { name } }"#,
        ] {
            assert_eq!(refused(query), None, "{query}");
        }
    }
}
