//! How many took part (参与): people and teams; not money, goods, sessions, prizes or running totals.

use std::ops::Range;

use super::counted::{excluded, is_prize, is_team};
use super::scene::Scene;
use crate::corpus::Participants;
use crate::date::Said;
use crate::text::{Number, number_at};

/// Counters of people, longest first, with the unit that is recorded.
const PEOPLE: [(&str, &str); 6] =
    [("人次", "人次"), ("余人", "人"), ("名", "名"), ("位", "位"), ("人", "人"), ("户", "户")];
/// Counters of teams and units, which count only with a word that says they took part.
const TEAMS: [(&str, &str); 5] = [("支", "支"), ("家", "家"), ("个", "个"), ("组", "组"), ("对", "对")];

/// So many people, and where a scene says so.
pub(super) type Counted = (Participants, Range<usize>);

/// The numbers of those who took part, as a stretch tells them; `known` where some were told before it.
pub(super) fn participants(scene: &Scene, range: &Range<usize>, known: bool, found: &mut Vec<Counted>) {
    if is_running_total(scene, range) || is_retrospect(scene, range) {
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
            && !looks_back(scene, range, place)
            && !is_part(scene, range, place, known, found)
            && let Some(counted) = counted(scene, &number, range)
            && !found.iter().any(|(known, _)| {
                known.unit == counted.unit && known.of == counted.of && known.count == counted.count
            })
        {
            let end = number.end + counted.unit.chars().count() + counted.of.chars().count() + 1;
            found.push((counted, number.start..end.min(range.end)));
        }
        place = number.end.max(place + 1);
    }
}

/// What stands before a figure in its sentence says that it sums up years, or counts those elected.
fn looks_back(scene: &Scene, range: &Range<usize>, place: usize) -> bool {
    const WORDS: [&str; 10] = [
        "共有在",
        "现有",
        "拥有",
        "截至",
        "截止",
        "年来",
        "已连续",
        "述职报告显示",
        "据不完全统计",
        "据统计",
    ];
    let words = scene.text.text(range.start..place);
    let clause = scene.text.text(clause_of(scene, place, range).start..place);
    let year = scene.dates_in(&(range.start..range.start + 2)).first();
    let whole_year = year
        .is_some_and(|words| matches!(words.said, Said::Year(_)) && scene.text.at(words.range.end) == ',');
    whole_year
        || WORDS.iter().any(|word| words.contains(word))
        || words.starts_with("据了解") && clause.contains("共有")
        || clause.contains("选举产生")
        || clause.contains("选举出")
}

/// 36人参加,其中女职工20人: a figure behind 其中 is a part of one told before.
fn is_part(scene: &Scene, range: &Range<usize>, place: usize, known: bool, found: &[Counted]) -> bool {
    let among = (range.start..place).find(|&at| scene.text.has(at, "其中"));
    among.is_some_and(|among| known || found.iter().any(|(_, at)| at.start < among))
}

/// Once all is read: an exact figure of the same people beats a round one.
pub(super) fn settle<At>(found: &mut Vec<(Participants, At)>) {
    let all: Vec<Participants> = found.iter().map(|(one, _)| one.clone()).collect();
    let kin =
        |a: &str, b: &str| a == b || (matches!(a, "名" | "人" | "位") && matches!(b, "名" | "人" | "位"));
    found.retain(|(one, _)| {
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
    found.retain(|(one, _)| {
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

/// 据了解,2012年以来,…。还为…培训干部300人: a paragraph that opens by looking back goes on to.
fn is_retrospect(scene: &Scene, range: &Range<usize>) -> bool {
    let Some(first) = scene.sentences.first() else { return false };
    let head = scene.text.text(first.start..first.end.min(first.start + 16));
    let now = ["此次", "本次", "当天", "当日", "现场", "今天", "这次"];
    let words = scene.text.text(range.clone());
    ["年以来", "近年来", "多年来"].iter().any(|word| head.contains(word))
        && !head.contains("今年以来")
        && scene.dates_in(&(range.start..range.start + 2)).is_empty()
        && !now.iter().any(|word| words.contains(word))
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
    let spelt = !text.at(number.start).is_ascii_digit();
    let part = ["参加", "参赛", "参训", "到场", "参与"].iter().any(|word| around.contains(word));
    if spelt && !team && number.value <= 5 && !approx && !part {
        // 四名同志抬起花篮, 两名律师组成的服务队
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

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u64, &str, bool)]) {
        let scene = Scene::new(text);
        let mut found = Vec::new();
        for sentence in scene.sentences.clone() {
            participants(&scene, &sentence, !found.is_empty(), &mut found);
        }
        settle(&mut found);
        let got: Vec<(u64, &str, bool)> =
            found.iter().map(|(one, _)| (one.count, one.unit.as_str(), one.approx)).collect();
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

    #[test]
    fn money_goods_and_running_totals_are_not_people() {
        for none in [
            "送去价值10万元的慰问品。",
            "发放防暑用品800份、矿泉水1.2万瓶。",
            "赠送图书3000册，电影票1600张。",
            "发放宣传资料2000余份，悬挂横幅8条。",
            "筹集资金170万元，发放慰问金58.8万元。",
            "累计服务5万人次。",
            "项目启动以来，已累计服务职工5万人次。",
            "截至目前，共走访慰问企业162家、职工6000余名。",
            "近年来，全市共有12.6万人次参加竞赛。",
            "17年来，共为3518名困难职工子女发放助学金819万元。",
            "大赛已连续举办15届，7.6万家企事业单位618万多职工参加。",
            "该县共有在册职工295名，劳动模范183名。",
            "大会选举产生委员51名、常务委员11名。",
            "每年互派20名高技能工人跟岗。",
            "提供就业岗位5200个，涉及328个工种。",
            "评选出一等奖1名、二等奖2名、三等奖6名。",
            "四名同志抬起花篮，缓步走到纪念碑前。",
            "新建驿站15座，覆盖劳动者2100人。",
            "2021年，全集团工会共慰问职工3200余人次。",
            "配送防滑鞋400双、急救包400套。",
            "讨回工资2.4万元。",
            "现有会员7103人。",
            "平均每人每月增收300元。",
        ] {
            check(none, &[]);
        }
        check(
            "36人参加，其中女职工20人。今年帮助40人，其中本科生12人、大专生18人。",
            &[(36, "人", false), (40, "人", false)],
        );
        check("累计服务5万人次。当天200人参加。", &[(200, "人", false)]);
        check("发放清凉用品800份，慰问职工120名，价值3.5万元。", &[(120, "名", false)]);
        check("送去1.2万瓶矿泉水，300余名环卫工人参加启动仪式。", &[(300, "名", true)]);
        check("50名困难职工子女每人受资助2000元。", &[(50, "名", false)]);
        check("共接受法律咨询120余人次，赠送手册1300余册。", &[(120, "人次", true)]);
    }
}
