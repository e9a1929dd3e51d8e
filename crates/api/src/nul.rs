//! No text of a request holds the character NUL: PostgreSQL cannot store it and SQLite would, so it is
//! refused here, before anything reads the text, with the field that holds it.

use std::convert::Infallible;

use async_graphql::Value as Literal;
use async_graphql::parser::types::{ExecutableDocument, Selection, SelectionSet};
use serde_json::Value;

use crate::problem::{Code, Fault, Kind, Problem};

/// Refuses a JSON value with such a text in it.
///
/// # Errors
/// `invalid`, with the field by its path from `value`.
pub(crate) fn refuse(value: &Value) -> Result<(), Problem> {
    let mut path = Vec::new();
    if holds_nul(value, &mut path) {
        return Err(Problem {
            fields: vec![Fault::new(
                path,
                "a text without the character NUL (U+0000)",
                Kind::Text,
            )],
            ..Code::Invalid.into()
        });
    }
    Ok(())
}

/// Refuses a GraphQL document that writes such a text out.
///
/// # Errors
/// `invalid`, with the path from the name of the argument.
pub(crate) fn refuse_in_document(document: &ExecutableDocument) -> Result<(), Problem> {
    let operations = document.operations.iter().map(|(_, one)| &one.node);
    let mut open: Vec<&SelectionSet> = operations
        .map(|operation| &operation.selection_set.node)
        .chain(
            document
                .fragments
                .values()
                .map(|one| &one.node.selection_set.node),
        )
        .collect();
    while let Some(set) = open.pop() {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    for (name, value) in &field.node.arguments {
                        // variables are looked at where their values are
                        let written = value
                            .node
                            .clone()
                            .into_const_with(|_variable| Ok::<_, Infallible>(Literal::Null));
                        let Ok(written) = written;
                        let json = written.into_json().unwrap_or_default();
                        refuse(&serde_json::json!({ name.node.as_str(): json }))?;
                    }
                    open.push(&field.node.selection_set.node);
                }
                Selection::InlineFragment(fragment) => {
                    open.push(&fragment.node.selection_set.node);
                }
                Selection::FragmentSpread(_) => {}
            }
        }
    }
    Ok(())
}

/// Whether a text in `value` holds it; `path` then leads there.
fn holds_nul(value: &Value, path: &mut Vec<String>) -> bool {
    let mut inside = |step: String, value: &Value| {
        path.push(step);
        let found = holds_nul(value, path);
        if !found {
            path.pop();
        }
        found
    };
    match value {
        Value::String(text) => text.contains('\0'),
        Value::Array(all) => all
            .iter()
            .enumerate()
            .any(|(at, one)| inside(at.to_string(), one)),
        Value::Object(all) => all.iter().any(|(name, one)| inside(name.clone(), one)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    fn pointer(refused: Result<(), Problem>) -> String {
        refused.unwrap_err().fields[0].pointer()
    }

    #[test]
    fn the_field_is_named_wherever_it_lies() {
        let phones = json!({ "patch": { "phones": [{ "label": "a" }, { "label": "a\0b" }] } });
        assert_eq!(pointer(refuse(&phones)), "/patch/phones/1/label");
        assert_eq!(
            refuse(&json!({ "patch": { "name": "a\nb", "n": [1, null] } })),
            Ok(())
        );
    }

    #[test]
    fn a_document_that_writes_it_out_is_refused_also_in_a_fragment() {
        let document = |query: &str| refuse_in_document(&parse_query(query).unwrap());
        let written = r#"{ services(filter: {text: "a\u0000"}) { totalCount } }"#;
        assert_eq!(pointer(document(written)), "/filter/text");
        let hidden = r#"{ ...a } fragment a on Query { places(startsWith: "\u0000") { label } }"#;
        assert_eq!(pointer(document(hidden)), "/startsWith");
        assert_eq!(
            document("query($a: String) { places(startsWith: $a) { label } }"),
            Ok(())
        );
    }
}
