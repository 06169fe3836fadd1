//! What is drawn: functions from a [`Page`] to markup, and components where something is kept or done after
//! drawing. They know the state and the results; what happens goes to `act`.

mod about;
mod answer;
mod ask;
mod bar;
mod body;
mod chips;
mod copy;
mod districts;
mod facets;
mod hits;
mod link;
mod months;
mod notice;
mod offers;
mod page;
mod printed;
mod reader;
mod record;
mod status;
mod text;
mod top;
mod welcome;

pub use body::Body;
pub use page::Page;
pub use status::{Failure, failure, loading};
