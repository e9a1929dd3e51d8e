//! What one request may ask for. The limits hold before anything is computed.

use std::collections::HashMap;

use async_graphql::parser::types::{
    ExecutableDocument, Field, FragmentDefinition, OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, Positioned};

use crate::problem::{Limit, Measure};

/// How deep fields may be nested; introspection is not counted, its depth is that of the schema.
const DEPTH: usize = 10;
/// How many fields may be renamed.
const ALIASES: usize = 30;
/// How many directives may stand in a document.
const DIRECTIVES: usize = 30;
/// How many fields may be named, with fragments written out.
const FIELDS: usize = 1_500;
/// How many root fields may be asked for at once.
const ROOT_FIELDS: usize = 20;
/// How deep a question about the schema may be nested.
const INTROSPECTION_DEPTH: usize = 20;
/// The cost of a query: one per field, lists multiply what is asked of their items.
pub(super) const COMPLEXITY: usize = 30_000;

/// The limit that a query passes whose cost is too high: the library does not say by how much.
pub(super) fn of_cost() -> Limit {
    Limit::new(Measure::Cost, COMPLEXITY, None)
}

/// Refuses a count beyond its limit.
fn within(what: Measure, counted: usize, most: usize) -> Result<(), Limit> {
    if counted <= most {
        return Ok(());
    }
    Err(Limit::new(what, most, u64::try_from(counted).ok()))
}

/// The cost of a list of `first` items.
pub(super) fn of_list(first: i32, child_complexity: usize) -> usize {
    let items = usize::try_from(first.clamp(1, 100)).unwrap_or(1);
    items.saturating_mul(child_complexity.max(1))
}

/// Measures a document.
///
/// # Errors
/// The limit that it passes.
pub(super) fn check(document: &ExecutableDocument) -> Result<(), Limit> {
    let mut measure = Count {
        fragments: &document.fragments,
        fields: 0,
        aliases: 0,
        directives: 0,
    };
    for (_, operation) in document.operations.iter() {
        measure.directives += operation.node.directives.len();
        let roots = root_fields(document, &operation.node.selection_set.node);
        within(Measure::RootFields, roots.len(), ROOT_FIELDS)?;
        measure.walk(&operation.node.selection_set.node, 1)?;
    }
    Ok(())
}

struct Count<'a> {
    fragments: &'a HashMap<Name, Positioned<FragmentDefinition>>,
    fields: usize,
    aliases: usize,
    directives: usize,
}

impl Count<'_> {
    fn walk(&mut self, set: &SelectionSet, depth: usize) -> Result<(), Limit> {
        for selection in &set.items {
            // spreads count too: fragments that spread each other end here, not in a full stack
            self.fields += 1;
            self.directives += selection.node.directives().len();
            within(Measure::Fields, self.fields, FIELDS)?;
            within(Measure::Directives, self.directives, DIRECTIVES)?;
            match &selection.node {
                Selection::Field(field) => {
                    let field = &field.node;
                    if field.name.node.starts_with("__") {
                        self.introspection(field)?;
                        continue;
                    }
                    within(Measure::Depth, depth, DEPTH)?;
                    self.aliases += usize::from(field.alias.is_some());
                    within(Measure::Aliases, self.aliases, ALIASES)?;
                    self.walk(&field.selection_set.node, depth + 1)?;
                }
                Selection::InlineFragment(fragment) => {
                    self.walk(&fragment.node.selection_set.node, depth)?;
                }
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.fragments.get(&spread.node.fragment_name.node) {
                        self.walk(&fragment.node.selection_set.node, depth)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Introspection may be deep, not endless: lists of types inside lists of types would grow
    /// with every level.
    fn introspection(&mut self, field: &Field) -> Result<(), Limit> {
        const LISTS: [&str; 4] = ["fields", "inputFields", "possibleTypes", "interfaces"];
        let fragments = self.fragments;
        let mut open: Vec<(&SelectionSet, usize, usize)> = vec![(&field.selection_set.node, 1, 0)];
        while let Some((set, level, lists)) = open.pop() {
            within(Measure::IntrospectionDepth, level, INTROSPECTION_DEPTH)?;
            within(Measure::IntrospectionLists, lists, 1)?;
            for selection in &set.items {
                self.fields += 1;
                within(Measure::Fields, self.fields, FIELDS)?;
                let inner = match &selection.node {
                    Selection::Field(field) => {
                        let list = usize::from(LISTS.contains(&field.node.name.node.as_str()));
                        Some((&field.node.selection_set.node, lists + list))
                    }
                    Selection::InlineFragment(fragment) => {
                        Some((&fragment.node.selection_set.node, lists))
                    }
                    Selection::FragmentSpread(spread) => fragments
                        .get(&spread.node.fragment_name.node)
                        .map(|fragment| (&fragment.node.selection_set.node, lists)),
                };
                open.extend(inner.map(|(set, lists)| (set, level + 1, lists)));
            }
        }
        Ok(())
    }
}

/// The root fields of a selection, fragments written out.
pub(super) fn root_fields<'a>(
    document: &'a ExecutableDocument,
    set: &'a SelectionSet,
) -> Vec<&'a Field> {
    let mut fields = Vec::new();
    let mut open = vec![(set, 0)];
    while let Some((set, level)) = open.pop() {
        for selection in &set.items {
            let inner = match &selection.node {
                Selection::Field(field) => {
                    fields.push(&field.node);
                    None
                }
                Selection::InlineFragment(fragment) => Some(&fragment.node.selection_set.node),
                Selection::FragmentSpread(spread) => document
                    .fragments
                    .get(&spread.node.fragment_name.node)
                    .map(|fragment| &fragment.node.selection_set.node),
            };
            // fragments that spread each other are refused by the validation, not by endless work
            if let Some(inner) = inner
                && level < 10
                && fields.len() + open.len() < FIELDS
            {
                open.push((inner, level + 1));
            }
        }
    }
    fields
}

/// What kind of operation a request runs: the named one, else the only one.
pub(super) fn operation<'a>(
    document: &'a ExecutableDocument,
    name: Option<&str>,
) -> Option<(
    OperationType,
    &'a async_graphql::parser::types::OperationDefinition,
)> {
    let mut all = document.operations.iter();
    let found = match name {
        Some(wanted) => all.find(|(name, _)| name.is_some_and(|name| name.as_str() == wanted)),
        None => match (all.next(), all.next()) {
            (only, None) => only,
            (_, Some(_)) => None,
        },
    };
    found.map(|(_, operation)| (operation.node.ty, &operation.node))
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;

    use super::*;

    fn verdict(query: &str) -> Result<(), (Measure, u64, Option<u64>)> {
        let refused = check(&parse_query(query).unwrap());
        refused.map_err(|limit| (limit.what, limit.most, limit.counted))
    }

    #[test]
    fn ordinary_questions_pass() {
        assert_eq!(
            verdict("{ services(first: 20) { totalCount nodes { id name { value } } } }"),
            Ok(())
        );
    }

    #[test]
    fn a_question_may_be_ten_fields_deep() {
        let nested =
            |depth: usize| format!("{}a{}", "{ a ".repeat(depth - 1) + "{ ", " }".repeat(depth));
        assert_eq!(verdict(&nested(10)), Ok(()));
        assert_eq!(verdict(&nested(11)), Err((Measure::Depth, 10, Some(11))));
    }

    #[test]
    fn too_many_aliases_directives_and_fields_are_refused() {
        let many = |count: usize, one: &dyn Fn(usize) -> String| {
            format!(
                "{{ a {{ {} }} }}",
                (0..count).map(one).collect::<Vec<_>>().join(" ")
            )
        };
        assert_eq!(verdict(&many(30, &|at| format!("b{at}: b"))), Ok(()));
        assert_eq!(
            verdict(&many(31, &|at| format!("b{at}: b"))),
            Err((Measure::Aliases, 30, Some(31)))
        );
        assert_eq!(
            verdict(&many(31, &|_| "b @skip(if: false)".to_owned())),
            Err((Measure::Directives, 30, Some(31)))
        );
        assert_eq!(
            verdict(&many(2_000, &|_| "b".to_owned())),
            Err((Measure::Fields, 1_500, Some(1_501)))
        );
        assert_eq!(
            verdict(&format!("{{ {} }}", "a ".repeat(21))),
            Err((Measure::RootFields, 20, Some(21)))
        );
    }

    #[test]
    fn fragments_that_spread_each_other_are_refused_and_not_followed_for_ever() {
        let circle = "{ ...a } fragment a on Query { ...b ...b } fragment b on Query { ...a ...a }";
        assert!(verdict(circle).is_err());
        let hidden = "{ __schema { ...a } } fragment a on __Schema { ...a ...a }";
        assert!(verdict(hidden).is_err());
    }
}
