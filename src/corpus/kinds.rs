//! The fourteen types (类型) of activities: part of the contract, so that figures of different corpora
//! can be added up. Their sub-types and the words that tell them are data of `ingest`.

/// The types, in the order in which they are listed where counts are equal.
pub const TYPES: [&str; 14] = [
    "会议学习",
    "宣讲宣传",
    "慰问帮扶",
    "技能竞赛",
    "文体活动",
    "婚恋交友",
    "建会入会",
    "维权法律",
    "培训讲座",
    "评选表彰",
    "调研蹲点",
    "祭扫纪念",
    "阅读分享",
    "其他",
];
