//! The words that tell a type (类型), a sub-type or an audience (对象), from `data/types.tsv` and
//! `data/audiences.tsv`. They stand here because bulletins and questions are read by the same words, and the
//! modules that read them do not know each other. How a word counts is theirs to decide.

/// A row of `data/types.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypeWords {
    /// One of the fourteen, or `-` for words that only look like those of a type (检查员).
    pub kind: &'static str,
    /// The sub-type.
    pub subtype: &'static str,
    /// Whether the words name the type by themselves.
    pub strong: bool,
    /// The words.
    pub words: Vec<&'static str>,
}

/// A row of `data/audiences.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AudienceWords {
    /// The audience.
    pub name: &'static str,
    /// The words.
    pub words: Vec<&'static str>,
}

/// The rows of the types, in the order of the table; rows that do not read are left out (a test holds that
/// there is none).
///
/// ```
/// use gongxun::corpus::type_words;
/// let row = type_words().into_iter().find(|row| row.words.contains(&"送清凉")).unwrap();
/// assert_eq!((row.kind, row.subtype), ("慰问帮扶", "送清凉"));
/// ```
pub fn type_words() -> Vec<TypeWords> {
    let row = |line: &'static str| match line.split('\t').collect::<Vec<_>>()[..] {
        [kind, subtype, strength, words] => {
            Some(TypeWords { kind, subtype, strong: strength == "2", words: words.split(' ').collect() })
        }
        _ => None,
    };
    include_str!("../../data/types.tsv").lines().skip(1).filter_map(row).collect()
}

/// The rows of the audiences, in the order of the table.
pub fn audience_words() -> Vec<AudienceWords> {
    let row = |line: &'static str| {
        let (name, words) = line.split_once('\t')?;
        Some(AudienceWords { name, words: words.split(' ').collect() })
    };
    include_str!("../../data/audiences.tsv").lines().skip(1).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_read_whole() {
        let rows = |table: &str| table.lines().skip(1).count();
        assert_eq!(type_words().len(), rows(include_str!("../../data/types.tsv")));
        assert_eq!(audience_words().len(), rows(include_str!("../../data/audiences.tsv")));
    }
}
