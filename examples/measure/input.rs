//! The input of a case, asked for by name.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};

/// Why a case has no answer at all.
pub type Bad = String;

/// A case's input.
pub struct Input(Map<String, Value>);

impl Input {
    /// Reads it.
    pub fn read(text: &str) -> Result<Input, Bad> {
        match serde_json::from_str(text) {
            Ok(Value::Object(map)) => Ok(Input(map)),
            Ok(_) => Err("the input is not an object".to_owned()),
            Err(why) => Err(why.to_string()),
        }
    }

    /// What stands under a name; `null` is as nothing.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// What stands under the first of several names that is there.
    pub fn first(&self, names: &[&str]) -> Option<&Value> {
        names.iter().find_map(|name| self.get(name))
    }

    /// What must stand there.
    pub fn needed(&self, name: &str) -> Result<&Value, Bad> {
        self.get(name).ok_or_else(|| format!("the input has no {name}"))
    }

    /// A number that may be missing.
    pub fn maybe(&self, name: &str) -> Result<Option<f64>, Bad> {
        self.get(name).map(|value| number(value, name)).transpose()
    }

    /// A number that must be there.
    pub fn number(&self, name: &str) -> Result<f64, Bad> {
        number(self.needed(name)?, name)
    }

    /// A number, or what it is when nothing is said.
    pub fn or(&self, name: &str, usual: f64) -> Result<f64, Bad> {
        Ok(self.maybe(name)?.unwrap_or(usual))
    }

    /// A whole number of 0 or more.
    pub fn count(&self, name: &str) -> Result<u32, Bad> {
        whole(self.needed(name)?, name)
    }

    /// A whole number, or what it is when nothing is said.
    pub fn count_or(&self, name: &str, usual: u32) -> Result<u32, Bad> {
        self.get(name).map_or(Ok(usual), |value| whole(value, name))
    }

    /// A text, if there is one.
    pub fn text(&self, name: &str) -> Result<Option<&str>, Bad> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(format!("{name} is not a text")),
        }
    }

    /// A list that must be there.
    pub fn list(&self, name: &str) -> Result<&[Value], Bad> {
        list(self.needed(name)?, name)
    }

    /// A list of numbers, of which some may be missing.
    pub fn numbers(&self, name: &str) -> Result<Vec<Option<f64>>, Bad> {
        numbers(self.needed(name)?, name)
    }

    /// The numbers of a list that are there.
    pub fn present(&self, name: &str) -> Result<Vec<f64>, Bad> {
        Ok(self.numbers(name)?.into_iter().flatten().collect())
    }
}

/// A list.
pub fn list<'a>(value: &'a Value, name: &str) -> Result<&'a [Value], Bad> {
    value.as_array().map(Vec::as_slice).ok_or_else(|| format!("{name} is not a list"))
}

/// A finite number.
pub fn number(value: &Value, name: &str) -> Result<f64, Bad> {
    value.as_f64().filter(|n| n.is_finite()).ok_or_else(|| format!("{name} is not a number"))
}

/// A list of numbers, of which some may be missing.
pub fn numbers(value: &Value, name: &str) -> Result<Vec<Option<f64>>, Bad> {
    let one = |value: &Value| if value.is_null() { Ok(None) } else { number(value, name).map(Some) };
    list(value, name)?.iter().map(one).collect()
}

/// A whole number of 0 or more, also written as 3.0.
pub fn whole(value: &Value, name: &str) -> Result<u32, Bad> {
    let n = number(value, name)?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked before")]
    let fits = (n >= 0.0 && n <= f64::from(u32::MAX) && n.fract() == 0.0).then_some(n as u32);
    fits.ok_or_else(|| format!("{name} is not a count"))
}

/// An object's pairs in the order in which they are written, which a `Map` does not keep.
pub struct Ordered(pub Vec<(String, Value)>);

impl<'de> serde::Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Ordered;

            fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Ordered(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}
