//! A table for a terminal, its columns aligned where characters are two cells wide, or as CSV.

use std::io::Write;

use unicode_width::UnicodeWidthStr;

/// A heading and rows of as many cells.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(heading: &[&str]) -> Table {
        Table { rows: vec![heading.iter().map(|cell| (*cell).to_owned()).collect()] }
    }

    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// Columns two cells apart; figures to the right.
    pub(super) fn write_aligned(&self, out: &mut dyn Write) -> std::io::Result<()> {
        let width = |column: usize| self.cells(column).map(UnicodeWidthStr::width).max().unwrap_or(0);
        let figures = |column: usize| {
            self.cells(column).skip(1).all(|cell| cell.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let columns: Vec<(usize, bool)> = (0..self.rows.first().map_or(0, Vec::len))
            .map(|column| (width(column), figures(column)))
            .collect();
        for row in &self.rows {
            let mut line = String::new();
            for (cell, &(width, right)) in row.iter().zip(&columns) {
                let gap = " ".repeat(width.saturating_sub(cell.width()));
                let (before, after) = if right { (gap.as_str(), "") } else { ("", gap.as_str()) };
                line.push_str(&format!("{before}{cell}{after}  "));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }

    /// CSV with the signature by which Excel and WPS know UTF-8.
    pub(super) fn write_csv(&self, out: &mut dyn Write) -> anyhow::Result<()> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
        for row in &self.rows {
            csv.write_record(row)?;
        }
        Ok(csv.flush()?)
    }

    fn cells(&self, column: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().filter_map(move |row| row.get(column)).map(String::as_str)
    }
}
