//! Organisations (单位) by the ends of their names, and their full names in a region.

use std::ops::Range;

use super::lexicon::{Class, Hit, OrgKind, Verb};
use crate::date::DateWords;
use crate::place::{Adcode, Here, Level, Mention, resolve, unit};
use crate::text::Reading;

/// An organisation that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Org {
    /// Where its name stands.
    pub range: Range<usize>,
    /// What it is.
    pub kind: OrgKind,
    /// The place name within its name that says where it is: its place in the list of mentions.
    pub mention: Option<usize>,
    /// Whether the name stands for many (各级工会, 全市工会).
    pub many: bool,
}

/// The longest name, in characters.
const LONGEST: usize = 34;

/// The organisations of a text.
pub(super) fn orgs(text: &Reading, hits: &[Hit], mentions: &[Mention], dates: &[DateWords]) -> Vec<Org> {
    let mut found: Vec<Org> = Vec::new();
    let mut start = 0;
    let mut name: Option<(Range<usize>, OrgKind)> = None;
    let (mut next_hit, mut next_mention, mut next_date) = (0, 0, 0);
    let mut place = 0;
    while place <= text.len() {
        while mentions.get(next_mention).is_some_and(|mention| mention.range.end <= place) {
            next_mention += 1;
        }
        while dates.get(next_date).is_some_and(|date| date.range.end <= place) {
            next_date += 1;
        }
        while hits.get(next_hit).is_some_and(|hit| hit.start < place) {
            next_hit += 1;
        }
        let in_mention = mentions
            .get(next_mention)
            .filter(|mention| mention.range.start <= place && place < mention.range.end);
        let in_date = dates.get(next_date).filter(|date| date.range.start <= place && place < date.range.end);
        let here = hits.get(next_hit..).unwrap_or(&[]).iter().take_while(|hit| hit.start == place);
        let mut boundary = place == text.len() || is_mark(text, place);
        let mut skip = 1;
        if let Some(date) = in_date.filter(|_| in_mention.is_none()) {
            boundary = true;
            skip = date.range.end - place;
        } else {
            for hit in here {
                match hit.class {
                    Class::Verb(verb) if in_mention.is_none() && cuts(text, hit, verb) => {
                        boundary = true;
                        skip = skip.max(hit.end - hit.start);
                    }
                    Class::Org(kind)
                        if ends_name(text, hit) && hit.end - start <= LONGEST && hit.end > start + 1 =>
                    {
                        name = match name {
                            Some((range, before))
                                if range.start == start
                                    && before == OrgKind::Union
                                    && kind != OrgKind::Union
                                    && hit.start > range.end + 8 =>
                            {
                                Some((range, before))
                            }
                            _ => Some((start..hit.end, kind)),
                        };
                        boundary = false;
                        skip = skip.max(hit.end - hit.start);
                        break;
                    }
                    _ => {}
                }
            }
        }
        if boundary {
            if let Some((range, kind)) = name.take() {
                push(&mut found, text, mentions, range, kind);
            }
            start = place + skip;
        }
        place += skip;
    }
    found
}

/// Punctuation and white space, at which a name ends; a bracket is left to the word lists.
fn is_mark(text: &Reading, place: usize) -> bool {
    let c = text.at(place);
    !c.is_alphanumeric() && !(c == '(' && text.has(place, "(总台)")) && c != '·'
}

/// Whether a verb or joining word cuts a name: not 和 within 住房和城乡建设局.
fn cuts(text: &Reading, hit: &Hit, verb: Verb) -> bool {
    let word = text.text(hit.start..hit.end);
    const WITHIN: [&str; 15] = [
        "住房和城乡",
        "资源和社会",
        "文化和旅游",
        "工业和信息",
        "卫生和计划",
        "发展和改革",
        "规划和自然",
        "农业和农村",
        "民族和宗教",
        "商务和",
        "国防和",
        "教育和体育",
        "经济和信息",
        "园林和",
        "科学和",
    ];
    if matches!(word, "和" | "与" | "及") {
        return !WITHIN.iter().any(|whole| {
            let at = whole.chars().position(|c| c == '和').unwrap_or(0);
            hit.start >= at && text.has(hit.start - at, whole)
        });
    }
    if word == "共" && text.ends(hit.end, "中共") {
        return false;
    }
    let inside: &[&str] = match word {
        "对" => &["对外"],
        "经" => &["经济", "经开", "经贸", "经信", "经营", "经纬"],
        "在" => &["在线"],
        "为" => &["为民"],
        "共" => &["共青", "共和", "共同体", "共享"],
        "发展" => &[
            "发展和改革",
            "发展改革",
            "发展局",
            "发展研究",
            "发展集团",
            "发展公司",
            "发展有限",
            "发展中心",
            "发展委",
            "发展股份",
        ],
        "建立" | "成立" => &[],
        "指导" => &["指导中心"],
        "培训" => &["培训中心", "培训学校"],
        "检查" => &["检查站"],
        "救助" => &["救助中心", "救助站"],
        "服务" => &[],
        "交流" => &["交流中心", "交流协会"],
        "调解" => &["调解委员会", "调解中心", "调解仲裁"],
        "研究" => &["研究院", "研究所", "研究会", "研究中心"],
        "推进" | "开放" => &["推进中心", "推进局", "开放大学"],
        "学习" => &["学习中心"],
        "招聘" => &["招聘中心"],
        "集中" => &["集中区"],
        "建成" => &[],
        "将" => &["将乐"],
        "由" | "是" | "的" => &[],
        "发布" => &["发布中心"],
        "演出" => &["演出公司", "演出有限"],
        "支持" | "帮助" | "提供" => &[],
        "向" => &["向阳"],
        "并" | "还" | "均" => &[],
        "到" => &[],
        _ => &[],
    };
    verb != Verb::Weak && !inside.iter().any(|whole| text.has(hit.start, whole))
        || (verb == Verb::Weak
            && !inside.iter().any(|whole| text.has(hit.start, whole))
            && matches!(
                word,
                "推进" | "落实" | "通过" | "参与" | "帮助" | "实施" | "打造" | "进行" | "提供" | "建立"
            ))
}

/// Whether a suffix ends a name here, rather than going on as another word: 党组 of 党组书记.
fn ends_name(text: &Reading, hit: &Hit) -> bool {
    let word = text.text(hit.start..hit.end);
    let not_before: &[&str] = match word {
        "党组" | "党委" | "总工会党组" => {
            &["书记", "成员", "副书记", "理论", "会议", "中心组", "(扩大"]
        }
        "市委" | "县委" | "区委" | "省委" | "州委" => &[
            "书记",
            "常委",
            "副书记",
            "领导",
            "六届",
            "七届",
            "全会",
            "经济",
            "关于",
            "和",
            "、",
            "决策",
            "部署",
            "“",
            "宣传部",
            "组织部",
            "统战部",
            "机关",
            "政法",
            "网信",
        ],
        "政府" => &["副", "主要", "领导", "工作报告", "部署", "采购", "购买"],
        "中心" => &["组", "任务", "工作", "城区", "环节", "地带", "、服务大局", "大局"],
        "工会" => &[
            "工作",
            "干部",
            "会员",
            "主席",
            "组织",
            "小家",
            "系统",
            "改革",
            "十",
            "驿站",
            "界",
            "品牌",
            "阵地",
            "志愿",
            "知识",
            "法",
            "章程",
            "政策",
            "力量",
            "智慧",
            "经费",
            "委员会",
            "联合会",
            "办事处",
            "小组",
            "卡",
            "之家",
            "普惠",
            "服务",
            "户外",
            "“",
            "送",
            "元素",
            "业务",
            "理论",
            "副主席",
            "积极分子",
        ],
        "总工会" => &["联合会"],
        "局" => &["面", "势", "长", "限", "部"],
        "公司" => &["工会", "负责人", "党委", "领导"],
        "集团" => &["公司", "有限", "工会", "股份", "化"],
        "银行" => &["卡", "股份", "业"],
        "委员会" => &["主任", "委员", "第"],
        "股份" => &["有限", "公司", "制"],
        "协会" | "学会" => &["会长"],
        "联盟" | "大队" | "支队" => &[],
        "医院" | "学校" | "学院" | "大学" => &["院长", "校长", "生", "工会"],
        "团委" | "妇联" => &["书记", "主席"],
        "宣传部" | "组织部" => &["部长", "副部长"],
        _ => &[],
    };
    !not_before.iter().any(|next| text.has(hit.end, next))
}

fn push(found: &mut Vec<Org>, text: &Reading, mentions: &[Mention], range: Range<usize>, kind: OrgKind) {
    let mut range = range;
    // What stands before the first place name is no part of the name, but for 中共 and the like.
    let from = mentions.partition_point(|mention| mention.range.start < range.start);
    let inside =
        mentions.get(from..).unwrap_or(&[]).iter().take_while(|mention| mention.range.start < range.end);
    let places: Vec<usize> =
        inside.enumerate().filter(|(_, m)| m.range.end <= range.end).map(|(i, _)| from + i).collect();
    if let Some(mention) = places.first().and_then(|&i| mentions.get(i)) {
        if text.at(mention.range.end) == '等' {
            // 巴南区、江津区等地总工会: several, which the list of units tells.
            return;
        }
        let before = text.text(range.start..mention.range.start);
        let part = ["中共", "共青团", "国网", "中国", "中铁", "中建", "国家", "原", "南方电网"]
            .iter()
            .any(|word| before.ends_with(word));
        let bare = matches!(mention.named, crate::place::Named::Bare(_));
        if !part
            && mention.range.start > range.start
            && !bare
            && mention.range.start - range.start <= 12
            && kind != OrgKind::Firm
        {
            range.start = mention.range.start;
        }
    }
    for word in ["并由", "以及", "同时", "其中", "此外", "还有", "和", "与", "由", "及", "当天", "当日", "原"]
    {
        if text.has(range.start, word)
            && !places.first().and_then(|&i| mentions.get(i)).is_some_and(|m| m.range.start == range.start)
        {
            range.start += word.chars().count();
        }
    }
    if range.end < range.start + 2 {
        return;
    }
    let name = text.text(range.clone());
    let own = name.trim_end_matches("总工会").trim_end_matches("工会");
    let many_words = [
        "各",
        "全市",
        "全省",
        "全区",
        "全县",
        "全州",
        "基层",
        "所属",
        "广大",
        "部分",
        "下属",
        "多家",
        "两级",
        "三级",
        "辖区",
        "有关",
        "相关",
        "我省各",
        "级工会",
    ];
    let many = many_words.iter().any(|word| {
        name.starts_with(word) || own.contains("各") || own.ends_with("级") || name.contains("各级")
    });
    // 工会 alone names no body.
    if own.is_empty() {
        return;
    }
    found.push(Org { range, kind, mention: places.last().copied(), many });
}

/// The level that the first character of a name means: 市总工会, 县委.
fn bare_level(first: char) -> Option<Level> {
    Some(match first {
        '省' => Level::Province,
        '市' | '州' => Level::City,
        '区' | '县' | '旗' => Level::County,
        _ => return None,
    })
}

/// The unit whose organisation this is.
pub(crate) fn unit_of(org: &Org, text: &Reading, mentions: &[Mention], here: Here) -> Option<Adcode> {
    if let Some(mention) = org.mention.and_then(|i| mentions.get(i)) {
        return resolve(mention, here);
    }
    let level = bare_level(text.at(org.range.start))?;
    resolve(
        &Mention {
            range: org.range.clone(),
            own: org.range.start,
            means: Vec::new(),
            named: crate::place::Named::Bare(level),
        },
        here,
    )
}

/// The full name: 市总工会 in Chongqing is 重庆市总工会, 宿州市砀山县总工会 is 砀山县总工会.
pub(crate) fn full_name(org: &Org, text: &Reading, mentions: &[Mention], here: Here) -> String {
    let name = text.text(org.range.clone());
    if let Some(mention) =
        org.mention.and_then(|i| mentions.get(i)).filter(|mention| mention.range.start == org.range.start)
    {
        let rest = text.text(mention.range.end..org.range.end);
        let own = text.text(mention.own..org.range.end);
        let short_union = rest == "总工会" || rest == "工会";
        return match resolve(mention, here).and_then(unit) {
            // 巴南总工会 is 巴南区总工会.
            Some(row) if short_union && text.text(mention.own..mention.range.end) == row.short => {
                format!("{}总工会", row.name)
            }
            _ if own.chars().count() >= 4 => own.to_owned(),
            _ => name.to_owned(),
        };
    }
    let first = text.at(org.range.start);
    if bare_level(first).is_some() && org.mention.is_none() {
        if let Some(row) = unit_of(org, text, mentions, here).and_then(unit) {
            let rest: String = name.chars().skip(1).collect();
            return format!("{}{}", row.name, rest);
        }
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::scene::Scene;

    fn check(text: &str, expected: &[&str]) {
        let scene = Scene::new(text);
        let got: Vec<&str> = scene.orgs.iter().map(|org| scene.text.text(org.range.clone())).collect();
        assert_eq!(got, expected, "{text}");
    }

    #[test]
    fn names_begin_and_end_where_they_should() {
        check("5月28日，由重庆市总工会主办，重庆能源工会承办的活动", &["重庆市总工会", "重庆能源工会"]);
        check("近日，中共重庆市委宣传部、重庆市总工会联合主办", &["中共重庆市委宣传部", "重庆市总工会"]);
        check("市总工会党组召开扩大会议", &["市总工会党组"]);
        check("市总工会党组书记、主席到巴南区调研", &["市总工会"]);
        check(
            "黔江区总工会、黔江区人力资源和社会保障局主办",
            &["黔江区总工会", "黔江区人力资源和社会保障局"],
        );
        check(
            "武隆区总工会组织宣讲团走进大溪河电力有限责任公司",
            &["武隆区总工会", "大溪河电力有限责任公司"],
        );
        check("广大工会干部认真学习", &[]);
    }
}
