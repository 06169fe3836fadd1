//! Adding bulletins (添加简报) in the browser: files go to the worker, what it reads lies on the [`Desk`], and what
//! is added becomes part of the archive until the page is closed. Nothing leaves the device.
//!
//! The desk is plain data, which a view draws; `Intake` holds what there is beside it, and `work` does what is wished
//! and tells when the desk has changed.

mod desk;
mod intake;
mod thread;
mod work;

pub use desk::{Desk, Entry, Found, Stage};
pub(super) use intake::Intake;
pub use intake::Wish;
pub(super) use work::do_wish;
