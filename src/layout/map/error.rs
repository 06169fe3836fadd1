//! Why a map file cannot be drawn. Messages are Chinese: who publishes a site reads them.

/// What is wrong with a TopoJSON file.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MapError {
    /// It is no JSON, or its parts are not of the kinds that TopoJSON has.
    #[error("地图文件不合 TopoJSON 格式：第 {line} 行第 {column} 列有误（{detail}）。请重新复制或下载该文件")]
    Json {
        /// The line, from 1.
        line: usize,
        /// The byte in that line, from 1.
        column: usize,
        /// What the JSON reader says.
        detail: String,
    },
    /// It is JSON of another kind.
    #[error("地图文件不是 TopoJSON：字段 type 应为 Topology，实为 {got:?}。GeoJSON 须先转换为 TopoJSON")]
    Kind {
        /// What `type` says.
        got: String,
    },
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
        "图层 {layer} 第 {feature} 个图形引用了第 {index} 条弧，而文件只有 {arcs} 条。文件不完整，请重新下载"
    )]
    Arc {
        /// The layer.
        layer: String,
        /// The shape's place in the layer, from 1.
        feature: usize,
        /// The arc's index as written.
        index: i64,
        /// How many arcs there are.
        arcs: usize,
    },
    /// The list of a shape's arcs is not as deep as its type asks for.
    #[error("图层 {layer} 第 {feature} 个图形的 arcs 与其 type（{kind}）不符。请重新生成地图文件")]
    Nesting {
        /// The layer.
        layer: String,
        /// The shape's place in the layer, from 1.
        feature: usize,
        /// Its type.
        kind: String,
    },
    /// A position is no longitude and latitude.
    #[error("第 {arc} 条弧的坐标 {x}, {y} 不是经纬度（应在 ±180、±90 之内）。请使用 WGS-84 经纬度的地图文件")]
    Position {
        /// The arc, from 1.
        arc: usize,
        /// The first number.
        x: f64,
        /// The second number.
        y: f64,
    },
    /// Its shapes repeat arcs so often that they cannot be meant.
    #[error("地图文件的图形共有 {points} 个点，超过上限 {limit}。请先简化地图")]
    Size {
        /// How many points all shapes have.
        points: usize,
        /// How many they may have.
        limit: usize,
    },
}
