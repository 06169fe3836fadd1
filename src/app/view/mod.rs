//! What is drawn: functions from a [`Page`] to markup, and components where something is kept or done after
//! drawing. They know the state and the results; what happens goes to `act`.

mod about;
mod add;
mod answer;
mod ask;
mod bar;
mod body;
mod chips;
mod copy;
mod districts;
mod door;
mod edits;
mod embed;
mod facets;
mod hits;
mod keywords;
mod later;
mod link;
mod linked;
mod map;
mod maybe;
mod mine;
mod months;
mod notice;
mod offers;
mod page;
mod printed;
mod px;
mod reader;
mod record;
mod rooms;
mod rows;
mod stats;
mod status;
mod text;
mod time;
mod tongue;
mod top;
mod turned;
mod welcome;
mod wheel;

pub use body::Body;
pub use keywords::shown as keywords;
pub use page::Page;
pub use status::{Failure, failure, loading};
