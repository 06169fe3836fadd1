//! Gongxun 工讯: trade-union bulletins as an archive that can be searched, mapped and put in time.
//!
//! Modules import only to the left of this line; siblings do not import each other:
//! `text` ← `date` ← `place` ← `corpus` ← `ingest search stats layout` ← `export publish` ← `app cli`.
//! `ARCHITECTURE.md` says what each answers and what it must not know.

pub mod text;

pub mod date;

pub mod place;

pub mod corpus;

pub mod ingest;
pub mod layout;
pub mod search;
pub mod stats;

pub mod export;
pub mod publish;

#[cfg(feature = "app")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
