//! Every calculation against cases from outside: published specifications, papers, other programs'
//! test suites, and files of real classes.

#[path = "measures/datasets.rs"]
mod datasets;
#[path = "../../examples/measure/formulas.rs"]
mod formulas;
#[path = "../../examples/measure/input.rs"]
mod input;
#[path = "measures/laws.rs"]
mod laws;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Case {
    id: String,
    formula: String,
    input: Value,
    expected: Value,
    tolerance: f64,
}

/// Whether two values are the same in every key, every place and every number.
fn same(got: &Value, expected: &Value, tolerance: f64) -> bool {
    match (got, expected) {
        (Value::Object(got), Value::Object(expected)) => {
            got.len() == expected.len()
                && expected
                    .iter()
                    .all(|(key, value)| got.get(key).is_some_and(|got| same(got, value, tolerance)))
        }
        (Value::Array(got), Value::Array(expected)) => {
            got.len() == expected.len()
                && got.iter().zip(expected).all(|(got, expected)| same(got, expected, tolerance))
        }
        (Value::Number(got), Value::Number(expected)) => {
            let (got, expected) = (got.as_f64().unwrap(), expected.as_f64().unwrap());
            (got - expected).abs() <= tolerance
        }
        _ => got == expected,
    }
}

#[test]
fn all_published_cases_come_out() {
    let cases: Vec<Case> = serde_json::from_str(include_str!("../fixtures/measures.json")).unwrap();
    assert_eq!(cases.len(), 112);
    let mut wrong = Vec::new();
    for case in &cases {
        match formulas::value(&case.formula, &case.input.to_string()) {
            Ok(got) if same(&got, &case.expected, case.tolerance) => {}
            got => wrong.push(format!("{} {}: {got:?}, not {}", case.id, case.formula, case.expected)),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_comparison_sees_every_leaf() {
    let value = |text: &str| serde_json::from_str::<Value>(text).unwrap();
    let expected = value(r#"{"a": 1.0, "b": [2, null], "c": "x"}"#);
    assert!(same(&value(r#"{"a": 1.0001, "b": [2.0, null], "c": "x"}"#), &expected, 0.001));
    for other in [
        r#"{"a": 1.1, "b": [2, null], "c": "x"}"#,
        r#"{"a": 1.0, "b": [2, 0], "c": "x"}"#,
        r#"{"a": 1.0, "b": [2], "c": "x"}"#,
        r#"{"a": 1.0, "b": [2, null], "c": "y"}"#,
        r#"{"a": 1.0, "b": [2, null]}"#,
        r#"{"a": 1.0, "b": [2, null], "c": "x", "d": 0}"#,
        r#"{"a": null, "b": [2, null], "c": "x"}"#,
    ] {
        assert!(!same(&value(other), &expected, 0.001), "{other}");
    }
}

#[test]
fn a_case_that_does_not_fit_its_formula_says_so() {
    for (formula, input) in [
        ("prof.shoe_size", r#"{"scores": [1]}"#),
        ("prof.average", "[1, 2]"),
        ("prof.average", "{}"),
        ("prof.average", r#"{"scores": ["good"]}"#),
        ("prof.average", r#"{"scores": {"a": 1}}"#),
        ("prof.weighted_average", r#"{"scores": [1, 2], "weight": 0}"#),
        ("ci.wilson", r#"{"k": 3, "n": 2}"#),
        ("ci.wilson", r#"{"k": -1, "n": 2}"#),
        ("item.kr20", r#"{"matrix": [[1, 2], [0, 1]]}"#),
        ("agree.kappa", r#"{"table": [[1, 2], [0]]}"#),
        ("count.tactics", r#"{"log": [{"tactic": "a", "outcome": "magic"}]}"#),
        ("growth.normalized_change", r#"{"pre": 120, "post": 130}"#),
    ] {
        assert!(formulas::value(formula, input).is_err(), "{formula} {input}");
    }
}

#[test]
fn what_is_undefined_is_null_and_never_zero() {
    for (formula, input) in [
        ("prof.average", r#"{"scores": []}"#),
        ("prof.power_law", r#"{"scores": [3]}"#),
        ("prof.power_law", r#"{"scores": [3, 0, 2]}"#),
        ("prof.level_from_cuts", r#"{"score": -1, "cuts": [{"min": 0, "label": "low"}]}"#),
        ("prof.conjunctive", r#"{"scores": [null], "cut": 3}"#),
        ("growth.normalized_change", r#"{"pre": 0, "post": 0}"#),
        ("growth.hake_g_class", r#"{"pre": [100], "post": [100]}"#),
        ("es.average_sd", r#"{"pre": [1, 1], "post": [2, 2]}"#),
        ("es.cliffs_delta", r#"{"x": [], "y": [1]}"#),
        ("agree.kappa", r#"{"table": []}"#),
        ("agree.percent", r#"{"ratings": []}"#),
        ("item.point_biserial", r#"{"x": [1, 1], "y": [3, 4]}"#),
        ("item.alpha", r#"{"matrix": [[1, 0], [1, 0]]}"#),
        ("trend.ols", r#"{"x": [1, 1], "y": [3, 4]}"#),
        ("trend.theil_sen", r#"{"x": [1], "y": [3]}"#),
        ("scd.nap", r#"{"A_data": [], "B_data": [1]}"#),
        ("ci.wilson", r#"{"k": 0, "n": 0}"#),
        ("test.mcnemar_exact", r#"{"b": 0, "c": 0}"#),
    ] {
        assert_eq!(formulas::value(formula, input), Ok(Value::Null), "{formula} {input}");
    }
}
