//! A text with the changes that were made to it, so that the original can be shown and nothing is lost.

use std::ops::Range;

/// A text and what cleaning changed in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Edited {
    /// The text as it is now.
    pub text: String,
    /// The changes, in order; none overlaps another.
    pub edits: Vec<Change>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// What it left, in bytes of the text as it is now.
    pub at: Range<usize>,
    /// What stood there.
    pub was: String,
    /// The rule that made it.
    pub rule: &'static str,
}

/// A change to make: bytes of the text, what comes in their place, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Patch {
    /// The bytes.
    pub range: Range<usize>,
    /// What comes in their place.
    pub with: String,
    /// The rule.
    pub rule: &'static str,
}

impl Patch {
    /// Takes something out.
    pub(crate) fn cut(range: Range<usize>, rule: &'static str) -> Patch {
        Patch { range, with: String::new(), rule }
    }
}

impl Edited {
    /// A text without changes.
    pub(crate) fn new(text: &str) -> Edited {
        Edited { text: text.to_owned(), edits: Vec::new() }
    }

    /// Makes changes, given in order and without overlap. Where one covers an earlier change, the two
    /// become one that remembers the original.
    pub(crate) fn apply(&mut self, patches: Vec<Patch>) {
        if patches.is_empty() {
            return;
        }
        let old = std::mem::take(&mut self.text);
        let mut earlier = std::mem::take(&mut self.edits).into_iter().peekable();
        let mut at = 0;
        for patch in patches {
            while let Some(edit) =
                earlier.next_if(|edit| edit.at.end <= patch.range.start && edit.at.start < patch.range.start)
            {
                self.keep(edit, &old, &mut at);
            }
            let (mut start, mut end, mut was) = (patch.range.start, patch.range.end, String::new());
            let mut from = start;
            while let Some(edit) =
                earlier.next_if(|edit| edit.at.start <= patch.range.end && edit.at.end >= patch.range.start)
            {
                start = start.min(edit.at.start);
                from = from.min(edit.at.start);
                was.push_str(old.get(from..edit.at.start).unwrap_or(""));
                was.push_str(&edit.was);
                from = edit.at.end;
                end = end.max(edit.at.end);
            }
            was.push_str(old.get(from..end.max(from)).unwrap_or(""));
            self.text.push_str(old.get(at..start).unwrap_or(""));
            let left = self.text.len();
            self.text.push_str(old.get(start..patch.range.start).unwrap_or(""));
            self.text.push_str(&patch.with);
            self.text.push_str(old.get(patch.range.end..end).unwrap_or(""));
            self.edits.push(Change { at: left..self.text.len(), was, rule: patch.rule });
            at = end;
        }
        for edit in earlier {
            self.keep(edit, &old, &mut at);
        }
        self.text.push_str(old.get(at..).unwrap_or(""));
    }

    fn keep(&mut self, edit: Change, old: &str, at: &mut usize) {
        self.text.push_str(old.get(*at..edit.at.start).unwrap_or(""));
        let start = self.text.len();
        self.text.push_str(old.get(edit.at.clone()).unwrap_or(""));
        *at = edit.at.end;
        self.edits.push(Change { at: start..self.text.len(), ..edit });
    }

    /// Puts another text behind this one.
    pub(crate) fn push(&mut self, other: &Edited) {
        let by = self.text.len();
        self.text.push_str(&other.text);
        self.edits.extend(
            other
                .edits
                .iter()
                .map(|edit| Change { at: edit.at.start + by..edit.at.end + by, ..edit.clone() }),
        );
    }

    /// Notes that something was taken out before this text.
    pub(crate) fn taken_before(&mut self, was: String, rule: &'static str) {
        self.edits.insert(0, Change { at: 0..0, was, rule });
    }

    /// Notes that something was taken out after this text.
    pub(crate) fn taken_after(&mut self, was: String, rule: &'static str) {
        let end = self.text.len();
        self.edits.push(Change { at: end..end, was, rule });
    }

    /// The text before every change.
    pub(crate) fn original(&self) -> String {
        let mut original = String::new();
        let mut at = 0;
        for edit in &self.edits {
            original.push_str(self.text.get(at..edit.at.start).unwrap_or(""));
            original.push_str(&edit.was);
            at = edit.at.end;
        }
        original.push_str(self.text.get(at..).unwrap_or(""));
        original
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &mut Edited, word: &str) {
        let start = text.text.find(word).unwrap();
        text.apply(vec![Patch::cut(start..start + word.len(), "test")]);
    }

    #[test]
    fn changes_upon_changes_remember_the_original() {
        let original = "一(yī)二(èr)三";
        let mut text = Edited::new(original);
        cut(&mut text, "(yī)");
        cut(&mut text, "(èr)");
        assert_eq!((text.text.as_str(), text.edits.len()), ("一二三", 2));
        cut(&mut text, "一二");
        assert_eq!((text.text.as_str(), text.edits.len()), ("三", 1));
        assert_eq!(text.original(), original);
    }

    #[test]
    fn several_changes_at_once() {
        let mut text = Edited::new("abcdef");
        let patch = |range, with: &str| Patch { range, with: with.to_owned(), rule: "test" };
        text.apply(vec![patch(0..1, "AA"), patch(3..4, "")]);
        text.apply(vec![patch(2..3, "B")]);
        assert_eq!((text.text.as_str(), text.original().as_str()), ("AABcef", "abcdef"));
    }

    #[test]
    fn joined_texts_keep_their_changes() {
        let mut first = Edited::new("甲x");
        cut(&mut first, "x");
        let mut second = Edited::new("y乙");
        cut(&mut second, "y");
        first.push(&second);
        assert_eq!((first.text.as_str(), first.original().as_str()), ("甲乙", "甲xy乙"));
    }
}
