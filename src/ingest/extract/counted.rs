//! Which numbers beside a word for people or teams count those who took part, and which count prizes, members,
//! totals.

/// Prizes are not participants: 一等奖1名, 优秀奖8名.
pub(super) fn is_prize(before: &str, around: &str, of: &str, unit: &str) -> bool {
    let prize = ["等奖", "奖", "冠军", "亚军", "季军", "优秀组织"];
    let near: String = before.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    prize.iter().any(|word| near.contains(word))
        || (of.contains('奖') && !of.contains("获奖"))
        || (unit == "名" && (before.ends_with('前') || before.ends_with('第')))
        || around.contains("名额")
}

/// Whether teams or units took part.
pub(super) fn is_team(of: &str, around: &str) -> bool {
    const TEAM: [&str; 17] = [
        "队",
        "队伍",
        "代表队",
        "参赛队",
        "团队",
        "集体",
        "单位",
        "企业",
        "班组",
        "小家",
        "商户",
        "家庭",
        "基层工会",
        "企业工会",
        "师徒",
        "新人",
        "创新工作室",
    ];
    const PART: [&str; 32] = [
        "参展",
        "提供",
        "招聘",
        "签约",
        "加盟",
        "加入",
        "到会",
        "进场",
        "设摊",
        "上台",
        "负责人",
        "组织",
        "喜结",
        "要约",
        "参加",
        "参与",
        "参赛",
        "参会",
        "参训",
        "竞赛",
        "角逐",
        "报名",
        "同台",
        "比赛",
        "比拼",
        "邀请",
        "获评",
        "入驻",
        "走访",
        "传达学习",
        "牵手",
        "到场",
    ];
    const NOT: [&str; 14] = [
        "平台企业",
        "项目",
        "镇街",
        "区县",
        "环节",
        "奖",
        "类",
        "方面",
        "月",
        "部门",
        "工会组织",
        "岗位",
        "展位",
        "小时",
    ];
    let named = TEAM.iter().any(|word| of.starts_with(word) || of.contains(word));
    let team = ["支", "队"].iter().any(|word| of.starts_with(word)) || of.contains("队");
    let honoured = of.contains("集体") || of.contains("个人");
    named
        && !NOT.iter().any(|word| of.contains(word))
        && (team || honoured || PART.iter().any(|word| around.contains(word)))
}

/// People that the text counts for another reason.
pub(super) fn excluded(before: &str, of: &str, around: &str) -> bool {
    const BEFORE: [&str; 22] = [
        "选拔出",
        "评选出",
        "推选出",
        "遴选出",
        "徒弟",
        "学徒",
        "会员",
        "新增",
        "发展会员",
        "新发展",
        "总人数",
        "在册",
        "现有",
        "拥有",
        "占",
        "每",
        "人均",
        "满",
        "选派蹲点干部",
        "吸纳",
        "达标",
        "共有职工",
    ];
    const OF: [&str; 4] = ["以上", "以下", "一组", "规模"];
    const AROUND: [&str; 19] = [
        "预计",
        "计划",
        "同比",
        "增加",
        "常年",
        "保持在",
        "平均每",
        "现有职工",
        "现有会员",
        "累计",
        "带动就业",
        "被授予",
        "每年",
        "每月",
        "已有",
        "已达",
        "覆盖劳动者",
        "工资底线",
        "抽调",
    ];
    BEFORE.iter().any(|word| before.ends_with(word))
        || OF.iter().any(|word| of.starts_with(word))
        || AROUND.iter().any(|word| around.contains(word))
}
