//! A table of words: a struct with a field for each, read from lines in its own order. A field is one of
//!
//! - `skip;` a text,
//! - `view[search timeline];` texts of a kind, in the order of what they name,
//! - `found(articles: usize);` a phrase with blanks, and a method of that name that fills them.

/// Declares a table.
macro_rules! table {
    (
        $(#[$doc:meta])*
        $name:ident {
            $($(#[$note:meta])* $field:ident $([$($part:tt)*])? $(($($blank:ident: $kind:ty),*))?;)*
        }
        $(with { $($more:ident: $more_kind:ty),* })?
    ) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the words themselves say what they are for")]
        pub struct $name {
            $($(#[$note])* pub $field: table!(@kind $([$($part)*])?),)*
            $($(pub $more: $more_kind,)*)?
        }

        #[allow(missing_docs, reason = "the words themselves say what they are for")]
        impl $name {
            /// Reads the table's lines.
            pub(super) fn read(lines: &mut Lines $(, ($($more,)*): ($($more_kind,)*))?) -> $name {
                $name { $($field: table!(@read lines $([$($part)*])?),)* $($($more,)*)? }
            }

            /// The keys of its lines, each with the names of its blanks.
            #[cfg(test)]
            pub(super) fn keys() -> Vec<(String, Vec<&'static str>)> {
                [$(table!(@key $field $([$($part)*])? $(($($blank)*))?)),*].concat()
            }

            $(table!(@say $field $(($($blank: $kind),*))?);)*
        }
    };

    (@kind) => { &'static str };
    (@kind [$($part:tt)*]) => { [&'static str; [$(stringify!($part)),*].len()] };

    (@read $lines:ident) => { $lines.line() };
    (@read $lines:ident [$($part:tt)*]) => { [$({ let _part = stringify!($part); $lines.line() }),*] };

    (@key $field:ident) => { vec![(stringify!($field).to_owned(), Vec::new())] };
    (@key $field:ident [$($part:tt)*]) => {
        vec![$((concat!(stringify!($field), ".", stringify!($part)).to_owned(), Vec::new())),*]
    };
    (@key $field:ident ($($blank:ident)*)) => {
        vec![(stringify!($field).to_owned(), vec![$(stringify!($blank)),*])]
    };

    (@say $field:ident) => {};
    (@say $field:ident ($($blank:ident: $kind:ty),*)) => {
        pub fn $field(&self, $($blank: $kind),*) -> String {
            fill(self.$field, concat!($(stringify!($blank), " "),*), &[$(Value::from($blank)),*])
        }
    };
}

pub(super) use table;

/// The lines of a language, one after the other.
pub(super) struct Lines(std::str::Lines<'static>);

impl Lines {
    /// Those of a text.
    pub(super) fn of(text: &'static str) -> Lines {
        Lines(text.lines())
    }

    /// The next line; nothing past the end, which a test and the count in the first line rule out.
    pub(super) fn line(&mut self) -> &'static str {
        self.0.next().unwrap_or_default()
    }
}
