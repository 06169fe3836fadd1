//! How many took part (参与): people and teams; not money, goods, sessions, prizes or running totals.

use std::ops::Range;

use super::scene::Scene;
use crate::corpus::Participants;
use crate::text::{Number, number_at};

/// Counters of people, longest first, with the unit that is recorded.
const PEOPLE: [(&str, &str); 6] =
    [("人次", "人次"), ("余人", "人"), ("名", "名"), ("位", "位"), ("人", "人"), ("户", "户")];
/// Counters of teams and units, which count only with a word that says they took part.
const TEAMS: [(&str, &str); 5] = [("支", "支"), ("家", "家"), ("个", "个"), ("组", "组"), ("对", "对")];

/// The numbers of those who took part, as a stretch tells them.
pub(super) fn participants(scene: &Scene, range: &Range<usize>, found: &mut Vec<Participants>) {
    if is_running_total(scene, range) {
        return;
    }
    let mut place = range.start;
    while place < range.end {
        let Some(number) = number_at(&scene.text, place) else {
            place += 1;
            continue;
        };
        // A whole number, not the tail of one or of a date.
        let inside = place > 0
            && (scene.text.at(place - 1).is_ascii_digit()
                || matches!(scene.text.at(place - 1), '第' | '.' | '前' | '十'));
        let dated = !scene.dates_in(&(place..place + 1)).is_empty();
        if !inside
            && !dated
            && !scene.is_quoted(place)
            && let Some(counted) = counted(scene, &number, range)
        {
            let known = found.iter_mut().find(|known| {
                known.unit == counted.unit && known.of == counted.of && known.count == counted.count
            });
            match known {
                Some(_) => {}
                None => found.push(counted),
            }
        }
        place = number.end.max(place + 1);
    }
}

/// Once all is read: an exact figure of the same people beats a round one.
pub(super) fn settle(found: &mut Vec<Participants>) {
    let all = found.clone();
    let kin =
        |a: &str, b: &str| a == b || (matches!(a, "名" | "人" | "位") && matches!(b, "名" | "人" | "位"));
    found.retain(|one| {
        let beaten = one.approx
            && all.iter().any(|other| {
                !other.approx
                    && kin(&other.unit, &one.unit)
                    && other.count > one.count
                    && other.count < one.count * 2
                    && (one.count.is_multiple_of(100))
            });
        !beaten
    });
    let mut seen: Vec<(u64, String)> = Vec::new();
    found.retain(|one| {
        let key = (
            one.count,
            if matches!(one.unit.as_str(), "名" | "人" | "位") {
                "人".to_owned()
            } else {
                one.unit.clone()
            },
        );
        let new = !seen.contains(&key);
        seen.push(key);
        new
    });
}

/// 目前，全市已…; 截至…; 累计…: what has come together since.
fn is_running_total(scene: &Scene, range: &Range<usize>) -> bool {
    let mut start = range.start;
    for word in ["据了解,", "据悉,", "据介绍,", "据统计,"] {
        if scene.text.has(start, word) {
            start += word.chars().count();
        }
    }
    let head = scene.text.text(start..range.end.min(start + 12));
    let total = [
        "预计",
        "计划",
        "目前",
        "截至",
        "截止",
        "累计",
        "近年来",
        "多年来",
        "今年以来",
        "去年以来",
        "年初以来",
        "自20",
        "自启动",
        "自活动",
        "自成立",
        "历年",
        "连续",
    ];
    total.iter().any(|word| head.starts_with(word))
        || scene.text.text(range.clone()).contains("累计") && !scene.text.text(range.clone()).contains("参加")
}

fn counted(scene: &Scene, number: &Number, range: &Range<usize>) -> Option<Participants> {
    let text = &scene.text;
    let mut end = number.end;
    while text.at(end) == ' ' && end < range.end {
        end += 1;
    }
    let clause = clause_of(scene, number.start, range);
    let around = text.text(clause.clone());
    let before = text.text(clause.start..number.start);
    let (unit, after, team) = match PEOPLE.iter().find(|(word, _)| text.has(end, word)) {
        Some((word, unit)) => (*unit, end + word.chars().count(), false),
        None => {
            let (word, unit) = TEAMS.iter().find(|(word, _)| text.has(end, word))?;
            (*unit, end + word.chars().count(), true)
        }
    };
    let approx = number.approx || ["余", "多"].iter().any(|word| text.has(after, word));
    let of_start = after + usize::from(approx && matches!(text.at(after), '余' | '多'));
    let mut of = noun_after(scene, of_start, range.end);
    if of.is_empty() {
        // 个人10名，集体1个: the noun stands before.
        let noun = ["集体", "个人", "单位", "企业", "班组"].into_iter().find(|noun| before.ends_with(noun));
        of = noun.unwrap_or_default().to_owned();
    }
    if number.value == 0
        || is_prize(before, around, &of, unit)
        || text.has(after, "均")
        || text.has(after, "平均")
    {
        return None;
    }
    if number.round && number.value <= 10 && !approx {
        // 一名, 一位 tell of somebody, not of how many took part.
        return None;
    }
    let one = number.value == 1 && !number.approx && !text.at(number.start).is_ascii_digit();
    if one {
        return None;
    }
    if unit == "人"
        && (text.has(after, "均")
            || text.has(after, "大")
            || text.has(after, "民")
            || text.has(after, "员密"))
    {
        return None;
    }
    if team && !is_team(&of, around) {
        return None;
    }
    if !team
        && unit == "户"
        && !["家庭", "职工", "困难", "农户", "走访", "慰问", "送", "帮扶"]
            .iter()
            .any(|word| around.contains(word))
    {
        return None;
    }
    if !team && excluded(before, &of, around) {
        return None;
    }
    Some(Participants { count: number.value, unit: unit.to_owned(), approx, of })
}

/// The clause that a number stands in: from mark to mark.
fn clause_of(scene: &Scene, place: usize, range: &Range<usize>) -> Range<usize> {
    let mark = |at: &usize| matches!(scene.text.at(*at), ',' | '。' | ';' | ':');
    let start = (range.start..place).rev().find(mark).map_or(range.start, |at| at + 1);
    let end = (place..range.end).find(mark).unwrap_or(range.end);
    start..end
}

/// The noun that is counted.
fn noun_after(scene: &Scene, start: usize, end: usize) -> String {
    const STOPS: [&str; 44] = [
        "结合",
        "传达",
        "学习",
        "走访",
        "参加",
        "参与",
        "参赛",
        "参会",
        "参训",
        "到场",
        "前来",
        "出席",
        "报名",
        "提供",
        "赠送",
        "送",
        "代表参加",
        "组成",
        "分别",
        "在",
        "的",
        "进行",
        "获",
        "为",
        "开展",
        "接受",
        "走进",
        "围绕",
        "齐聚",
        "同台",
        "现场",
        "观看",
        "共同",
        "通过",
        "成功",
        "聆听",
        "完成",
        "登",
        "办",
        "发放",
        "同",
        "加入",
        "来",
        "到",
    ];
    let mut noun = String::new();
    for place in start..end.min(start + 16) {
        let c = scene.text.at(place);
        if !c.is_alphanumeric() && c != '、'
            || c.is_ascii_digit()
            || STOPS.iter().any(|stop| scene.text.has(place, stop))
        {
            break;
        }
        noun.push(c);
    }
    noun.trim_end_matches('、').to_owned()
}

/// Prizes are not participants: 一等奖1名, 优秀奖8名.
fn is_prize(before: &str, around: &str, of: &str, unit: &str) -> bool {
    let prize = ["等奖", "奖", "冠军", "亚军", "季军", "优秀组织"];
    let near: String = before.chars().rev().take(8).collect::<Vec<_>>().into_iter().rev().collect();
    prize.iter().any(|word| near.contains(word))
        || (of.contains('奖') && !of.contains("获奖"))
        || (unit == "名" && (before.ends_with('前') || before.ends_with('第')))
        || around.contains("名额")
}

/// Whether teams or units took part.
fn is_team(of: &str, around: &str) -> bool {
    const TEAM: [&str; 12] =
        ["队", "队伍", "代表队", "参赛队", "团队", "集体", "单位", "企业", "班组", "小家", "商户", "家庭"];
    const PART: [&str; 18] = [
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
fn excluded(before: &str, of: &str, around: &str) -> bool {
    const BEFORE: [&str; 18] = [
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
    const AROUND: [&str; 6] = ["岁以上", "平均每", "现有职工", "现有会员", "累计", "带动就业"];
    BEFORE.iter().any(|word| before.ends_with(word))
        || OF.iter().any(|word| of.starts_with(word))
        || AROUND.iter().any(|word| around.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u64, &str, bool)]) {
        let scene = Scene::new(text);
        let mut found = Vec::new();
        for sentence in scene.sentences.clone() {
            participants(&scene, &sentence, &mut found);
        }
        settle(&mut found);
        let got: Vec<(u64, &str, bool)> =
            found.iter().map(|one| (one.count, one.unit.as_str(), one.approx)).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn numbers_of_people() {
        check("来自全区的近200名职工参赛。", &[(200, "名", true)]);
        check("直属机关干部共230人参加。", &[(230, "人", false)]);
        check(
            "为全区400户农民工家庭赠送电影票1600张，为400余名群众提供咨询。",
            &[(400, "户", false), (400, "名", true)],
        );
        check(
            "18支队伍、36名选手同台竞赛，评选出一等奖1名，二等奖2名。",
            &[(18, "支", false), (36, "名", false)],
        );
        check("千余名人才登场，共1514名技能人才参加大赛。", &[(1514, "名", false)]);
        check(
            "全市289家企事业单位传达学习3000余场，覆盖职工6万多人次。",
            &[(289, "家", false), (60_000, "人次", true)],
        );
        check("目前，选派干部343名，指导新建工会144家，新发展会员14068人。", &[]);
        check("70岁以上老人欢聚一堂，送去10万元。", &[]);
    }
}
