//! Text that was copied with the line ends of a page: how wide its lines are, how its paragraphs begin, and
//! which line goes on with the one before it. What a line is by itself is not asked here.

use crate::ingest::lines::Line;

/// How a text was wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wrapped {
    measure: Measure,
    /// The width of a full line.
    width: usize,
    /// How many blank lines stand between two lines of one paragraph.
    gap: usize,
    /// Whether paragraphs begin with white space.
    indented: bool,
}

/// How lines are measured: programs wrap at a number of characters, or of cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    /// Each character as two cells.
    Characters,
    /// Letters, digits and spaces of ASCII as one cell, all else as two. Its punctuation often stands for the
    /// full-width marks that were printed.
    Cells,
}

/// A full line may be so many cells short of the width: marks that may not begin a line, words of letters.
const SLACK: usize = 7;

impl Wrapped {
    /// How a text was wrapped; `None` where it was not.
    pub(super) fn of(lines: &[Line]) -> Option<Wrapped> {
        let by = |measure| Wrapped::measured(lines, measure);
        match (by(Measure::Cells), by(Measure::Characters)) {
            (Some((a, one)), Some((b, _))) if a >= b => Some(one),
            (_, Some((_, other))) => Some(other),
            (one, None) => one.map(|(_, one)| one),
        }
    }

    /// How a text was wrapped by one measure, with how much of it stands in full lines.
    fn measured(lines: &[Line], measure: Measure) -> Option<(usize, Wrapped)> {
        const LEAST_LINES: usize = 3;
        let widths: Vec<usize> = lines.iter().map(|line| measure.width(line)).collect();
        let all: usize = widths.iter().sum();
        let mut candidates = widths.clone();
        candidates.sort_unstable();
        candidates.dedup();
        // What stands in lines nearly as wide as a candidate, from sums up to each width.
        let mut upto: Vec<usize> = vec![0; candidates.last()? + 2];
        for &width in &widths {
            if let Some(sum) = upto.get_mut(width + 1) {
                *sum += width;
            }
        }
        for i in 1..upto.len() {
            upto[i] += upto[i - 1];
        }
        let within = |width: usize| upto[width + 1] - upto[(width + 1).saturating_sub(SLACK)];
        let width = candidates
            .iter()
            .copied()
            .filter(|width| (30..=120).contains(width))
            .max_by_key(|&w| (within(w), w))?;
        let share = within(width) * 100 / all.max(1);
        let wrapped = Wrapped { measure, width, gap: 0, indented: false };
        let longer = upto.last()? - upto[width + 1];
        let full: Vec<usize> = (0..lines.len()).filter(|&i| wrapped.is_full(widths[i])).collect();
        let texts = || full.iter().filter_map(|&i| lines.get(i)).map(Line::text);
        let broken = texts().filter(|text| !ends_sentence(text)).count();
        let prose =
            texts().filter(|text| text.contains(['，', ',', '。', '、', '；', ';', '：', ':', '“'])).count();
        let fits = full.len() >= LEAST_LINES
            && share >= 45
            && longer * 10 <= all
            && broken * 10 >= full.len() * 6
            && prose * 2 >= full.len();
        fits.then(|| (share, wrapped.with_layout(lines, &full)))
    }

    /// Notes how the lines after full ones stand.
    fn with_layout(self, lines: &[Line], full: &[usize]) -> Wrapped {
        let mut gaps: Vec<usize> =
            full.iter().filter_map(|&i| lines.get(i + 1)).map(|line| line.blank_before).collect();
        gaps.sort_unstable();
        let gap = gaps.get(gaps.len() / 2).copied().unwrap_or(0);
        let marked = lines.iter().filter(|line| line.indent > 0).count();
        Wrapped { gap, indented: marked >= 2 && marked * 10 <= lines.len() * 7, ..self }
    }

    fn is_full(&self, width: usize) -> bool {
        width + SLACK > self.width && width <= self.width + 4
    }

    /// Whether a line fills the width.
    pub(super) fn fills(&self, line: &Line) -> bool {
        self.is_full(self.measure.width(line))
    }

    /// Whether the next line stands as one of the same paragraph does.
    pub(super) fn stands_within(&self, next: &Line) -> bool {
        next.blank_before <= self.gap && !(self.indented && next.indent > 0)
    }

    /// Whether paragraphs show where they begin.
    pub(super) fn shows_paragraphs(&self) -> bool {
        self.indented
    }
}

impl Measure {
    fn width(self, line: &Line) -> usize {
        let cells = |c: char| match self {
            Measure::Cells if c.is_ascii_alphanumeric() || c == ' ' => 1,
            _ => 2,
        };
        line.indent + line.text().chars().map(cells).sum::<usize>()
    }
}

/// Whether a text ends where a sentence may.
pub(super) fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(['”', '’', '）', ')', '"']).ends_with(['。', '！', '？', '!', '?', '…'])
        || text.ends_with(['：', ':', '；', ';', '.'])
}
