//! TopoJSON as it is written: the JSON before anything is checked.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, SeqAccess, Visitor};

/// The file.
#[derive(Debug, serde::Deserialize)]
pub(super) struct File {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) transform: Option<Transform>,
    #[serde(default)]
    pub(super) arcs: Vec<Vec<Position>>,
    #[serde(default)]
    pub(super) objects: BTreeMap<String, Object>,
}

/// How quantised positions become longitudes and latitudes.
#[derive(Debug, Clone, Copy, serde::Deserialize)]
pub(super) struct Transform {
    pub(super) scale: [f64; 2],
    pub(super) translate: [f64; 2],
}

/// A geometry or a collection of them.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Object {
    #[serde(rename = "type")]
    pub(super) kind: Option<String>,
    #[serde(default)]
    pub(super) geometries: Vec<Object>,
    pub(super) arcs: Option<Nest>,
    pub(super) properties: Option<Properties>,
}

/// What a feature says of itself; other properties are passed over.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Properties {
    pub(super) adcode: Option<Code>,
    pub(super) name: Option<String>,
    pub(super) short: Option<String>,
    pub(super) parent: Option<Code>,
    pub(super) cp: Option<Position>,
    pub(super) kind: Option<String>,
}

/// A code, written as a number or as text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Code(pub(super) u32);

/// The first two numbers of a position; an altitude is passed over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Position(pub(super) f64, pub(super) f64);

/// Arc indices, in lists as deep as the type of the geometry asks for.
#[derive(Debug)]
pub(super) enum Nest {
    Arc(i64),
    List(Vec<Nest>),
}

impl Nest {
    pub(super) fn list(&self) -> Option<&[Nest]> {
        match self {
            Nest::List(list) => Some(list),
            Nest::Arc(_) => None,
        }
    }
}

struct NestVisitor;

impl<'de> Visitor<'de> for NestVisitor {
    type Value = Nest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an arc index or a list of them")
    }

    fn visit_i64<E>(self, index: i64) -> Result<Nest, E> {
        Ok(Nest::Arc(index))
    }

    fn visit_u64<E>(self, index: u64) -> Result<Nest, E> {
        Ok(Nest::Arc(i64::try_from(index).unwrap_or(i64::MAX)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Nest, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = seq.next_element()? {
            list.push(item);
        }
        Ok(Nest::List(list))
    }
}

impl<'de> Deserialize<'de> for Nest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Nest, D::Error> {
        deserializer.deserialize_any(NestVisitor)
    }
}

struct PositionVisitor;

impl<'de> Visitor<'de> for PositionVisitor {
    type Value = Position;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a position of two numbers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Position, A::Error> {
        let missing = |at| serde::de::Error::invalid_length(at, &"a position of two numbers");
        let x = seq.next_element()?.ok_or_else(|| missing(0))?;
        let y = seq.next_element()?.ok_or_else(|| missing(1))?;
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Position(x, y))
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Position, D::Error> {
        deserializer.deserialize_seq(PositionVisitor)
    }
}

struct CodeVisitor;

impl Visitor<'_> for CodeVisitor {
    type Value = Code;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an adcode of six digits")
    }

    fn visit_u64<E>(self, code: u64) -> Result<Code, E> {
        Ok(Code(u32::try_from(code).unwrap_or(0)))
    }

    fn visit_str<E>(self, code: &str) -> Result<Code, E> {
        Ok(Code(code.parse().unwrap_or(0)))
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Code, D::Error> {
        deserializer.deserialize_any(CodeVisitor)
    }
}
