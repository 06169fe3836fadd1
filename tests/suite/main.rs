//! The native test suite: a module per area.

mod corpus;
mod house;
