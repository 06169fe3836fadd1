//! Lengths as attributes: one decimal is finer than the eye, and the same on every machine.

/// A number with at most one decimal.
pub(super) fn px(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    // No minus before a zero.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}
