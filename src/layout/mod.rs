//! Pure geometry from plain numbers: time scale, map paths, tile grid, charts. This module emits no markup.
