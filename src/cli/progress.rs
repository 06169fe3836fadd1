//! One line on a terminal that says how far a long reading is. Nothing is shown where stderr is a file, and
//! nothing for a few files.

use std::io::{IsTerminal, Write};

/// From how many steps on a progress line is worth its flicker.
const WORTH_SHOWING: usize = 20;

/// A progress line; it is wiped when it is dropped.
pub(super) struct Progress {
    total: usize,
    done: usize,
    shown: bool,
}

impl Progress {
    pub(super) fn new(total: usize) -> Progress {
        Progress { total, done: 0, shown: total >= WORTH_SHOWING && std::io::stderr().is_terminal() }
    }

    /// Notes one more step.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if self.shown {
            self.write(&format!("\r\x1b[K读取简报 {}/{}", self.done, self.total));
        }
    }

    fn write(&self, text: &str) {
        // Progress that cannot be shown stops nothing.
        let mut stderr = std::io::stderr().lock();
        let _ = stderr.write_all(text.as_bytes()).and_then(|()| stderr.flush());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            self.write("\r\x1b[K");
        }
    }
}
