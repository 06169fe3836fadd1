//! Codes of administrative units (行政区划代码, GB/T 2260).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Six digits that name a province, a city or a county: two digits for each.
///
/// ```
/// use gongxun::place::Adcode;
/// let banan: Adcode = "500113".parse().unwrap();
/// let chongqing: Adcode = "500000".parse().unwrap();
/// assert!(chongqing.contains(banan));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Adcode(u32);

/// The level of a unit in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 全国, code 100000
    Country,
    /// 省, 自治区, 直辖市
    Province,
    /// 地级市, 地区, 自治州
    City,
    /// 区, 县, 县级市
    County,
}

impl Adcode {
    /// The code of the whole country.
    pub const CHINA: Adcode = Adcode(100_000);

    /// The code, or `None` for a number that has not six digits.
    pub fn new(code: u32) -> Option<Adcode> {
        (100_000..1_000_000).contains(&code).then_some(Adcode(code))
    }

    /// The code as a number.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The level, which the zeros at the end tell.
    pub fn level(self) -> Level {
        match self.0 {
            100_000 => Level::Country,
            n if n % 10_000 == 0 => Level::Province,
            n if n % 100 == 0 => Level::City,
            _ => Level::County,
        }
    }

    /// The province that the unit is or lies in.
    pub fn province(self) -> Adcode {
        if self == Adcode::CHINA { self } else { Adcode(self.0 / 10_000 * 10_000) }
    }

    /// The unit above by the code's own digits: of a county under a municipality such as 重庆市 (whose
    /// codes 5001xx and 5002xx name no city) this is the province.
    pub fn parent(self) -> Option<Adcode> {
        match self.level() {
            Level::Country => None,
            Level::Province => Some(Adcode::CHINA),
            Level::City => Some(self.province()),
            Level::County => {
                let city = self.0 / 100 * 100;
                let city_digits = city / 100 % 100;
                let direct = matches!(self.0 / 10_000, 11 | 12 | 31 | 50) || city_digits == 90;
                Some(if direct { self.province() } else { Adcode(city) })
            }
        }
    }

    /// Whether the other unit is this one or lies beneath it.
    pub fn contains(self, other: Adcode) -> bool {
        let mut unit = Some(other);
        while let Some(code) = unit {
            if code == self {
                return true;
            }
            unit = code.parent();
        }
        false
    }
}

impl fmt::Display for Adcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

/// What is wrong with the writing of a code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an adcode of six digits such as 500103, got {0:?}")]
pub struct AdcodeError(pub String);

impl FromStr for Adcode {
    type Err = AdcodeError;

    fn from_str(s: &str) -> Result<Adcode, AdcodeError> {
        let digits = s.len() == 6 && s.bytes().all(|b| b.is_ascii_digit());
        let code = digits.then(|| s.parse().ok()).flatten().and_then(Adcode::new);
        code.ok_or_else(|| AdcodeError(s.to_owned()))
    }
}

impl Serialize for Adcode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Adcode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Adcode, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(feature = "cli")]
impl schemars::JsonSchema for Adcode {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Adcode".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[1-9][0-9]{5}$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> Adcode {
        text.parse().unwrap()
    }

    #[test]
    fn the_tree_is_in_the_digits() {
        assert_eq!(code("500103").parent(), Some(code("500000")));
        assert_eq!(code("341321").parent(), Some(code("341300")));
        assert_eq!(code("429004").parent(), Some(code("420000")));
        assert_eq!(code("341300").parent(), Some(code("340000")));
        assert_eq!(code("340000").parent(), Some(Adcode::CHINA));
    }

    #[test]
    fn a_unit_contains_itself_and_what_is_beneath() {
        assert!(code("340000").contains(code("341321")));
        assert!(code("341321").contains(code("341321")));
        assert!(!code("341300").contains(code("341200")));
        assert!(!code("341321").contains(code("340000")));
    }

    #[test]
    fn other_writings_are_refused() {
        for text in ["5001", "5001033", "050010", "50010x", ""] {
            assert_eq!(text.parse::<Adcode>(), Err(AdcodeError(text.to_owned())));
        }
    }
}
