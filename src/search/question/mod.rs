//! Plain questions: `去年夏天巴南给快递员送过几次清凉` → what is asked and under which filters, and from the
//! corpus one sentence of which each figure opens its activities.
//!
//! Reading goes by the words and rules that read bulletins: date words, names of units, types, audiences,
//! organisers. Wrong readings are worse than none: what is not certain is [`Reading::sure`] no more, to be
//! offered and not applied; what is not understood stays text ([`Reading::rest`]). This module does not draw,
//! knows no clock (the reader's day is given), and answers nothing that the corpus does not say.
//!
//! ```
//! use gongxun::search::{Ask, Gazetteer, Here, read_question};
//! let names = Gazetteer::of_country();
//! let here = Here { region: "500000".parse().ok(), today: "2025-03-01".parse().ok(), ..Here::default() };
//! let readings = read_question("去年夏天巴南给快递员送过几次清凉", &names, &here);
//! let reading = &readings[0];
//! assert!(reading.sure && reading.rest.is_empty());
//! assert_eq!(reading.ask, Some(Ask::Count));
//! assert_eq!(reading.subtypes, ["送清凉"]);
//! assert_eq!(reading.period.unwrap().start.to_string(), "2024-06-01");
//! ```

mod answer;
mod asked;
mod cover;
mod kinds;
mod people;
mod period;
mod places;
mod ranking;
mod read;
mod reading;
mod sentence;
mod who;
mod wording;
mod words;

pub use answer::{Answer, answer, found_by};
pub use kinds::may_perform;
pub use places::Gazetteer;
pub use ranking::Row;
pub use read::read_question;
pub use reading::{Ask, By, Here, Part, PartKind, Reading};
pub use sentence::Said;
pub use wording::{AnswerWording, CHINESE, ENGLISH, said as period_said};
