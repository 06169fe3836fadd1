//! Geometry as pictures: each golden SVG shows what the shapes of `layout` look like when they are printed.
//! `UPDATE_EXPECT=1 cargo test --test suite layout` draws them anew; look at the difference before a commit.

mod map;
mod printer;
mod real;
mod timeline;
