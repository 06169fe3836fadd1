//! Counts by time, district, type and audience; ranks; terms over time. This module does not format.
