//! Why a topology cannot be drawn. Messages are Chinese: who publishes a site reads them.

/// What is wrong with a topology.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MapError {
    /// It has no such layer.
    #[error("地图文件里没有图层 {wanted}，只有：{}。请换用含该图层的文件", .found.join("、"))]
    Layer {
        /// The layer that was asked for.
        wanted: String,
        /// Those that it has.
        found: Vec<String>,
    },
    /// A shape refers to an arc that is not there.
    #[error(
        "图层 {layer} 第 {shape} 个图形引用了编号 {index} 的弧，而文件只有 {arcs} 条。文件不完整，请重新下载"
    )]
    Arc {
        /// The layer.
        layer: String,
        /// The shape's place in the layer, from 1.
        shape: usize,
        /// The arc's index as written.
        index: i32,
        /// How many arcs there are.
        arcs: usize,
    },
    /// A position is no longitude and latitude.
    #[error(
        "编号 {arc} 的弧上有坐标 {x}, {y}，不是经纬度（应在 ±180、±90 之内）。请使用 WGS-84 经纬度的地图文件"
    )]
    Position {
        /// The arc's index.
        arc: usize,
        /// The first number.
        x: f64,
        /// The second number.
        y: f64,
    },
    /// Its shapes repeat arcs so often that they cannot be meant.
    #[error("地图的图形共有 {points} 个点以上，超过上限 {limit}。请先简化地图")]
    Size {
        /// How many points were counted until the limit was passed.
        points: usize,
        /// How many there may be.
        limit: usize,
    },
}
