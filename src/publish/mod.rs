//! Corpus, app files and settings → a list of (path, bytes): the site, the single file, the embed. This
//! module touches neither disk nor DOM, because the browser, too, saves a USB file.
//!
//! # Two deliveries of one build
//! Both are the page template of the app filled with the same words, a [`Manifest`](manifest::Manifest) of
//! **parts**, and the boot script (`static/boot.js`), which checks size and checksum of each part and hands
//! it to the wasm. In the [`site()`] a part is a file named by its content; in the [`single_file`] it is a
//! block of the page that no browser executes. The app asks for a part by its name ([`PartName`]) and cannot
//! tell which of the two it is in: its one edge is `__gongxun` (see `static/boot.js` and `app::loader`).
//!
//! | part | what it is | size for five bulletins |
//! |---|---|---|
//! | `corpus` | corpus JSON, version 1, on one line | 0.1 MB |
//! | `dict` | the corpus' own dictionary for the segmenter, as text | 0.1 MB |
//! | `index` | the search index by `docs/index-format.md` | 0.2 MB |
//! | `map` | boundaries and tile grid of the provinces that the corpus needs, as JSON | |
//! | `settings` | [`Settings`] as JSON | |
//! | `late` | the late part of a program that was split; loaded when a door to it is first wanted | 0.4 MB |
//! | `worker`, `worker-script` | the second wasm and its script; loaded when they are first asked for | 2 MB |
//! | `english` | the words of the surface in English; loaded when a reader wants them | 0.02 MB |
//! | `towns`, `all-towns` | townships of the corpus' provinces, and of the country, for the worker | 0.02 and 0.5 MB |
//! | `template` | the page's template: with it, its own scripts and its parts a page makes another of itself | 1 kB |
//!
//! Nothing is compressed: a host compresses as it sends, and in a file of one or two megabytes a stick gains
//! nothing from it, while Chrome 86 and older Safari would need an inflater of our own.
//!
//! Words of users reach the page through a template that escapes (`page.rs`) or as JSON; never as HTML.
//!
//! ```
//! use gongxun::corpus::Corpus;
//! use gongxun::publish::{AppFiles, Input, Settings, site};
//!
//! let app = AppFiles {
//!     template: "<html><head><!--gongxun:head--></head><body><!--gongxun:body--><!--gongxun:end-->".into(),
//!     ..AppFiles::default()
//! };
//! let corpus = Corpus::new("渝工一周");
//! let files = site(&Input { corpus: &corpus, dict: "", index: b"", map: "{}", towns: "", english: "", settings: &Settings::default(), app: &app })?;
//! let page = files.iter().find(|file| file.path == "index.html").unwrap();
//! assert!(String::from_utf8_lossy(&page.bytes).contains("<title>渝工一周</title>"));
//! # Ok::<(), gongxun::publish::PublishError>(())
//! ```

mod dictionary;
mod embed;
mod error;
mod escape;
mod index;
mod input;
mod lists;
pub mod manifest;
mod map_data;
mod page;
mod parts;
mod questions;
mod settings;
mod single;
mod site;

pub use dictionary::dictionary;
pub use error::PublishError;
pub use index::index;
pub use input::{AppFiles, EmbedFiles, Input, OutFile, PartName, WorkerFiles};
pub use map_data::{MapData, MapDataError, MapUnit, ProvinceShapes, Tile, map_data};
pub use questions::questions;
pub use settings::Settings;
pub use single::{SINGLE_FILE, SINGLE_FILE_ASCII, single_file};
pub use site::site;

use parts::parts;

/// The words of the surface in English, packed by `build.rs` from `data/words`: the part `english`.
pub const ENGLISH: &str = include_str!(concat!(env!("OUT_DIR"), "/words_en.txt"));
