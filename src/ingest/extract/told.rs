//! What a sentence tells: an event, a detail of one, someone's words, a plan, the background.

use std::ops::Range;
use std::sync::LazyLock;

use super::hosts::{Subject, subject};
use super::lexicon::{OrgKind, Verb};
use super::scene::Scene;
use crate::date::{DateWords, Said};

/// How a sentence opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opener {
    /// 会上, 此次: more of what was told before.
    Detail,
    /// 会议强调, 要
    Speech,
    /// 下一步
    Plan,
    /// 近年来, 截至
    Background,
}

/// A sentence or a part of one, looked at as a statement.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// The stretch.
    pub range: Range<usize>,
    /// How it opens.
    pub opener: Option<Opener>,
    /// Where its own words begin, after dates and clauses of purpose.
    pub content: usize,
    /// The date words that say when: at its head, or before its verb.
    pub date: Option<DateWords>,
    /// Who acts.
    pub subject: Subject,
    /// The verb that tells what was done, with where it stands.
    pub act: Option<Range<usize>>,
    /// Whether someone says something rather than does.
    pub speech: bool,
    /// Whether the verb tells of doing only together with a day and an organiser (学习, 推进).
    pub weak: bool,
}

static OPENERS: LazyLock<Vec<(&'static str, Opener)>> = LazyLock::new(|| {
    include_str!("../../../data/openers.tsv").lines().skip(1).filter_map(opener_row).collect()
});

fn opener_row(line: &'static str) -> Option<(&'static str, Opener)> {
    let (word, kind) = line.split_once('\t')?;
    let kind = match kind {
        "detail" => Opener::Detail,
        "speech" => Opener::Speech,
        "plan" => Opener::Plan,
        "background" => Opener::Background,
        _ => return None,
    };
    Some((word, kind))
}

/// How the text opens at a place.
fn opener_at(scene: &Scene, place: usize) -> Option<Opener> {
    let found =
        OPENERS.iter().filter(|(word, _)| scene.text.has(place, word)).max_by_key(|(word, _)| word.len());
    found.map(|&(_, kind)| kind)
}

/// Looks at a sentence, or a part of one, as a statement.
pub(crate) fn told(scene: &Scene, range: Range<usize>) -> Told {
    let head = skip_marks(scene, range.start, range.end);
    let mut opener = opener_at(scene, head).filter(|_| scene.dates_in(&(head..head + 1)).is_empty());
    let (content, date) = skip_preamble(scene, head, range.end);
    if opener.is_none() {
        opener = opener_at(scene, content);
    }
    let statement = statement(scene, range, opener, content, date);
    match later_subject(scene, &statement).filter(|_| content > head) {
        Some(start) => {
            let Told { range, opener, date, .. } = statement;
            self::statement(scene, range, opener, start, date)
        }
        None => statement,
    }
}

/// 为缅怀先烈,重温历程,追寻足迹,区总工会开展…: where the one who acts begins, where all before it only says
/// what for.
fn later_subject(scene: &Scene, found: &Told) -> Option<usize> {
    let act = found.act.as_ref().filter(|_| found.subject.is_empty() && found.date.is_none())?;
    let unions = scene.orgs_in(&(act.end..found.range.end)).iter().filter(|org| org.kind == OrgKind::Union);
    let mut unions = unions.filter(|org| !org.many && scene.text.at(org.range.start - 1) == ',');
    unions
        .find(|org| {
            let clause = (org.range.end..found.range.end)
                .find(|&at| scene.text.at(at) == ',')
                .unwrap_or(found.range.end);
            scene.verbs(&(org.range.end..clause)).any(|(verb, _)| verb == Verb::Act)
        })
        .map(|org| org.range.start)
}

/// What a sentence tells from a place on, with the day that stands before it.
fn statement(
    scene: &Scene,
    range: Range<usize>,
    opener: Option<Opener>,
    content: usize,
    mut date: Option<DateWords>,
) -> Told {
    let rest = content..range.end;
    let mut act = None;
    let mut speech = false;
    let mut mild = None;
    let mut together = None;
    let mut reported = content;
    for (verb, hit) in scene.verbs(&rest) {
        match verb {
            Verb::Report if act.is_none() => reported = hit.end,
            Verb::Act if joins_hosts(scene, hit.start) => together = Some(hit.start..hit.end),
            Verb::Act if is_verb(scene, hit.start) => {
                act = Some(hit.start..hit.end);
                break;
            }
            Verb::Speech if act.is_none() && says(scene, hit.start, hit.end) => {
                speech = true;
                break;
            }
            Verb::Weak if mild.is_none() => mild = Some(hit.start..hit.end),
            _ => {}
        }
    }
    if reported > content {
        let (after, later) = skip_preamble(scene, reported, range.end);
        date = date.or(later);
        reported = after;
    }
    let joined = together.filter(|_| act.is_none() && !speech);
    let act = act.or(joined.clone());
    let weak = act.is_none() && mild.is_some();
    let act = act.or(mild.filter(|_| !speech));
    let verb_at = act.as_ref().map_or(range.end, |act| act.start);
    if date.is_none() {
        // Before the verb, or behind it in its clause: 蹲点工作于今年4月启动.
        let clause = scene.text.mark(verb_at..range.end, ",;。").unwrap_or(range.end);
        let within = scene.dates_in(&(content..clause)).iter().filter(|words| tells_when(scene, words));
        date = within.clone().find(|words| words.range.start < verb_at).cloned();
        date =
            date.or_else(|| within.clone().find(|words| scene.text.ends(words.range.start, "于")).cloned());
    }
    // 甲联合乙、丙共同开行…: the list goes on behind the word that joins.
    let names_until =
        joined.map_or(verb_at, |joined| scene.text.mark(joined.end..range.end, ",。").unwrap_or(range.end));
    let mut subject = subject(scene, reported.max(content), range.end, names_until);
    if act.as_ref().is_some_and(|act| is_passive(scene, act)) {
        // 工会服务站揭牌: what was opened did not act.
        subject.opened();
    }
    Told { range, opener, content: reported.max(content), date, subject, act, speech, weak }
}

impl Told {
    /// Whether it tells of an event: someone did something, or something took place on a day.
    pub(crate) fn is_event(&self, scene: &Scene) -> bool {
        let again = self.act.as_ref().is_some_and(|act| {
            ["又", "又联合", "又共同"].iter().any(|word| scene.text.ends(act.start, word))
        });
        let opens = self.opener.is_none()
            || again && self.opener == Some(Opener::Detail) && self.subject.names_somebody();
        let dated = self.date.as_ref().is_some_and(|words| words.said != Said::Vague);
        let somebody = !self.subject.is_empty() || self.date.is_some();
        let firm = !self.weak || (self.date.is_some() && self.subject.names_somebody());
        opens
            && self.act.is_some()
            && firm
            && !self.speech
            && somebody
            && (!self.subject.is_many() || dated)
            && !self.is_demand(scene)
            && !self.is_national(scene)
            && !self.says_what_it_is(scene)
            && !["开展这次", "举办这次", "举办此次", "开展此次", "开展本次", "举办本次"]
                .iter()
                .any(|word| scene.text.text(self.range.clone()).contains(word))
    }

    /// 各级工会要…, 必须…: what ought to be done.
    fn is_demand(&self, scene: &Scene) -> bool {
        let Some(act) = &self.act else { return false };
        let head = scene.text.text(self.content..act.start);
        ["要", "应", "必须", "须", "务必", "需要", "应当"].iter().any(|word| head.ends_with(word))
            || head.contains("工会要")
            || head.contains("必须")
            || head.contains("要求")
    }

    /// 系列活动是工会组织…的一项品牌活动: what something is, on no day.
    fn says_what_it_is(&self, scene: &Scene) -> bool {
        let words = scene.text.text(self.range.clone());
        self.date.is_none()
            && words.split_once('是').is_some_and(|(_, rest)| {
                ["的一项", "的又一", "的重要", "之一", "品牌活动"].iter().any(|word| rest.contains(word))
            })
    }

    /// Whether it tells what was done without saying by whom: a measure among others.
    pub(crate) fn is_bare_act(&self, scene: &Scene) -> bool {
        self.opener.is_none() && self.act.is_some() && !self.weak && !self.speech && !self.is_demand(scene)
    }

    /// A congress of the Party that the bulletin only speaks of.
    pub(crate) fn is_national(&self, scene: &Scene) -> bool {
        let Some(act) = &self.act else { return false };
        let head = scene.text.text(self.content..act.start);
        let national =
            ["中国共产党第", "党的二十", "全国人民代表大会", "中共中央", "国务院", "习近平总书记", "党中央"];
        national.iter().any(|word| head.starts_with(word)) && !head.contains("总工会")
    }
}

/// Whether date words say when something took place, not until or since when.
pub(crate) fn tells_when(scene: &Scene, words: &DateWords) -> bool {
    let before = words.range.start;
    let since = [
        "自",
        "从",
        "截至",
        "截止",
        "截止到",
        "截至到",
        "至",
        "到",
        "自从",
        "早在",
        "始于",
        "成立于",
        "始建于",
        "超过",
        "较",
        "比",
        "同比",
        "《",
        "每年",
        "每逢",
    ];
    let after = ["以来", "起,", "来,", "印发", "度", "版", "修订", "前,", "之前", "至今", "底前", "前完成"];
    // 从11月22日起,…启动: the day on which it began.
    let starts = ["起,", "开始,"].iter().any(|word| scene.text.has(words.range.end, word));
    if starts && matches!(words.said, Said::Days { .. }) {
        return true;
    }
    let bare_year =
        matches!(words.said, Said::Year(_)) && !matches!(scene.text.at(words.range.end), ',' | ' ');
    !bare_year
        && !since.iter().any(|word| scene.text.ends(before, word))
        && !after.iter().any(|word| scene.text.has(words.range.end, word))
}

/// Bullets, numbers, tags in brackets.
fn skip_marks(scene: &Scene, start: usize, end: usize) -> usize {
    let mut place = start;
    while place < end
        && !scene.text.at(place).is_alphanumeric()
        && !matches!(scene.text.at(place), '“' | '《' | '【' | '(')
    {
        place += 1;
    }
    if scene.text.at(place) == '【' {
        let close = (place..(place + 20).min(end)).find(|&at| scene.text.at(at) == '】');
        return close.map_or(place, |close| skip_marks(scene, close + 1, end));
    }
    let number = crate::ingest::split::numbering(&crate::text::Reading::new(
        scene.text.text(place..(place + 6).min(end)),
    ));
    let place = if number > 0 { skip_spaces(scene, place + number, end) } else { place };
    let place = after_lead(scene, place, end).unwrap_or(place);
    after_dateline(scene, place, end).map_or(place, |after| skip_spaces(scene, after, end))
}

/// 迎春送福 1月24日,…: a lead of a few words, then the day with which the sentence begins.
fn after_lead(scene: &Scene, start: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 10;
    let day = scene.dates_in(&(start + 2..end.min(start + LONGEST))).first()?.range.start;
    let plain = (start..day - 1).all(|at| scene.text.at(at).is_alphabetic());
    let names = !scene.orgs_in(&(start..day)).is_empty() || !scene.mentions_in(&(start..day)).is_empty();
    (scene.text.at(day - 1) == ' ' && plain && !names && scene.dates_in(&(start..start + 1)).is_empty())
        .then_some(day)
}

/// What follows the line that newspapers begin with: 本报讯（记者某某）, 某某网讯.
fn after_dateline(scene: &Scene, start: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 12;
    let text = &scene.text;
    let close =
        |at: usize| (at..(at + 40).min(end)).find(|&place| text.at(place) == ')').map(|place| place + 1);
    let told = (start..(start + LONGEST).min(end))
        .find(|&at| !text.at(at).is_alphanumeric() || text.at(at) == '讯')?;
    if text.at(told) != '讯' {
        return None;
    }
    let after = skip_spaces(scene, told + 1, end);
    if ["通讯员", "记者"].iter().any(|word| text.has(after, word)) {
        // 本网讯通讯员某某报道:
        let colon = text.mark(after..end.min(after + 30), ":,。").filter(|&at| text.at(at) == ':');
        return colon.filter(|&at| text.ends(at, "报道")).map(|at| at + 1);
    }
    let dateline =
        after > told + 1 || text.at(after) == '(' || text.has(start, "本报讯") || text.has(start, "本网讯");
    let after = if text.at(after) == '(' { close(after)? } else { after };
    dateline.then_some(after)
}

fn skip_spaces(scene: &Scene, mut place: usize, end: usize) -> usize {
    while place < end && scene.text.at(place) == ' ' {
        place += 1;
    }
    place
}

/// Skips dates, connectives and clauses of purpose before a sentence's own words; returns the date that
/// stands there.
fn skip_preamble(scene: &Scene, start: usize, end: usize) -> (usize, Option<DateWords>) {
    const CONNECTIVES: [&str; 12] =
        ["此外", "同时", "与此同时", "另外", "另悉", "又讯", "其间", "当前", "记者", "连续", "又", "还"];
    const PURPOSE: [&str; 46] = [
        "为", "按照", "根据", "围绕", "在", "值此", "随着", "时值", "正值", "结合", "紧扣", "聚焦", "立足",
        "针对", "面对", "鉴于", "依托", "坚持", "以", "本着", "作为", "酷暑", "盛夏", "炎炎", "高温", "三伏",
        "寒冬", "岁末", "新春", "金秋", "春风", "恰逢", "适逢", "伴随", "入夏", "冬日", "春日", "经过",
        "带着", "怀着", "迎着", "冒着", "顶着", "借助", "趁着", "抓住",
    ];
    let mut place = start;
    let mut date: Option<DateWords> = None;
    for _ in 0..8 {
        place = skip_marks(scene, place, end);
        if let Some(words) = scene.dates_in(&(place..place + 1)).first() {
            // 清明将至, …, 4月3日: the day says more than the season.
            let day = matches!(words.said, Said::Days { .. });
            let weak = date.as_ref().is_none_or(|date| {
                date.said == Said::Vague
                    || (day
                        && matches!(
                            date.said,
                            Said::Festival { .. } | Said::Season { .. } | Said::Months { .. } | Said::Year(_)
                        ))
            });
            if tells_when(scene, words) {
                if weak {
                    date = Some(words.clone());
                }
                place = words.range.end;
                continue;
            }
        }
        if let Some(word) = CONNECTIVES.iter().find(|word| {
            scene.text.has(place, word) && matches!(scene.text.at(place + word.chars().count()), ',' | ':')
        }) {
            place += word.chars().count() + 1;
            continue;
        }
        let clause = scene.text.mark(place..end, ",;。");
        // 小雪将至, 年关在即
        let near = ["将至", "来临", "到来", "在即", "临近"];
        let spare = ["间隙", "时间", "契机", "机会", "之机"];
        let purpose = PURPOSE.iter().any(|word| scene.text.has(place, word))
            || clause.is_some_and(|comma| {
                comma - place <= 16 && near.iter().any(|word| scene.text.ends(comma, word))
            })
            || scene.text.has(place, "利用")
                && clause.is_some_and(|comma| spare.iter().any(|word| scene.text.ends(comma, word)));
        match clause
            .filter(|&comma| purpose && scene.text.at(comma) == ',' && !holds_event(scene, place..comma))
        {
            Some(comma) => {
                if date.is_none() {
                    date = scene
                        .dates_in(&(place..comma))
                        .iter()
                        .find(|words| tells_when(scene, words) && matches!(words.said, Said::Festival { .. }))
                        .cloned();
                }
                place = dated_clause(scene, comma + 1, end).unwrap_or(comma + 1);
            }
            None => break,
        }
    }
    (place.min(end), date)
}

/// 为提升…,增强…意识,近日,某县…: where a day heads a later clause, the clauses of purpose go on up to it.
fn dated_clause(scene: &Scene, start: usize, end: usize) -> Option<usize> {
    const FARTHEST: usize = 120;
    let until = end.min(start + FARTHEST);
    let sentence = scene.text.mark(start..until, "。;!").unwrap_or(until);
    let words = scene.dates_in(&(start..sentence)).iter().find(|words| {
        let at = words.range.start;
        at > start && scene.text.at(at - 1) == ',' && tells_when(scene, words) && !scene.is_quoted(at)
    })?;
    let between = start..words.range.start;
    let opens = |at: usize| at == start || scene.text.at(at - 1) == ',';
    let acts =
        scene.orgs_in(&between).iter().any(|org| opens(org.range.start)) || holds_event(scene, between);
    (!acts).then_some(words.range.start)
}

/// 在三峡广场举办…, 以“…”为主题的…活动启动: a clause that opens like one of purpose but tells the event.
fn holds_event(scene: &Scene, clause: Range<usize>) -> bool {
    let strong = ["举办", "举行", "召开", "启动", "主办", "承办", "开班", "开幕", "落幕", "揭牌", "开展"];
    let purpose = scene.text.has(clause.start, "为") && !scene.text.has(clause.start, "为期");
    let ends = ["之际", "下", "期间", "过程中", "前", "后", "时", "基础上", "契机", "之后", "前夕", "以来"];
    !purpose
        && !ends.iter().any(|word| scene.text.ends(clause.end, word))
        && scene
            .verbs(&clause)
            .any(|(verb, hit)| verb == Verb::Act && strong.contains(&scene.text.text(hit.start..hit.end)))
}

/// Whether something was opened or founded, rather than somebody acted: 启用。
fn is_passive(scene: &Scene, act: &Range<usize>) -> bool {
    let opened = ["揭牌", "启用", "挂牌", "成立", "投用", "开放", "上线", "建成"]
        .contains(&scene.text.text(act.clone()));
    opened && (matches!(scene.text.at(act.end), ',' | '。' | ';' | '!') || scene.text.has(act.end, "暨"))
}

/// Whether a verb only joins one organiser to another (甲联合乙举办…).
fn joins_hosts(scene: &Scene, start: usize) -> bool {
    ["联合", "携手", "会同", "联动"].iter().any(|word| scene.text.has(start, word))
}

/// Whether a word that may be a verb is one here: not the 组织 of 基层工会组织的作用.
fn is_verb(scene: &Scene, start: usize) -> bool {
    let body = scene.text.ends(start, "工会") && super::orgs::is_union_body(&scene.text, start);
    // 某某陪同调研 tells who was there.
    !body && !scene.text.ends(start, "陪同")
}

/// Whether a word of saying is one here: not the 说 of 小说, the 要求 of 工作要求.
fn says(scene: &Scene, start: usize, end: usize) -> bool {
    let text = &scene.text;
    match text.text(start..end) {
        "说" => matches!(text.at(end), ',' | ':' | '。' | '“' | '道') || text.ends(start, "“"),
        "要求" | "希望" | "介绍" | "评价" | "感谢" | "解释" => {
            matches!(text.at(end), ',' | ':' | '“')
                || ["会议", "强调", "他", "她", "书记", "主席", "负责人"]
                    .iter()
                    .any(|word| text.ends(start, word))
        }
        "明确" | "提出" => matches!(text.at(end), ',' | ':') || text.ends(start, "会议"),
        "指出" | "强调" | "表示" | "认为" => !["为", "的"].iter().any(|word| text.has(end, word)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, event: bool) {
        let scene = Scene::new(text);
        let told = told(&scene, 0..scene.text.len());
        assert_eq!(told.is_event(&scene), event, "{text}: {told:?}");
    }

    #[test]
    fn events_and_what_is_none() {
        check("7月22日,市总工会党组召开扩大会议。", true);
        check("5月28日 武隆区总工会组织宣讲团走进企业。", true);
        check("重庆市工会机关干部赴基层蹲点工作于今年4月启动。", true);
        check("渝北区激活镇街工会作用,全面开展入会服务", true);
        check("会议强调,要召开专题会议。", false);
        check("市总工会相关负责人表示,将开展活动。", false);
        check("全市各级工会要组织职工学习。", false);
        check("下一步,区总工会将常态化开展走访。", false);
        check("连日来,我省各市总工会纷纷召开会议。", false);
        check("中国共产党第二十届中央委员会第三次全体会议,于7月在北京召开。", false);
    }

    #[test]
    fn openers_read_whole() {
        let table = include_str!("../../../data/openers.tsv");
        assert_eq!(OPENERS.len(), table.lines().skip(1).count());
    }
}
