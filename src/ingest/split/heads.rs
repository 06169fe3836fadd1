//! Headings: which of several lines is the headline, whether they open an article or stand within one.

use super::{Draft, Kind, Seen, are_names, kind};
use crate::date::{Said, dates};
use crate::ingest::edited::{Edited, Patch};
use crate::place::Named;
use crate::text::{Reading, sentences};

/// Items that are headings in truth: short ones without a full stop that a paragraph follows.
pub(super) fn items_that_head(seen: &mut [Seen]) {
    for i in 0..seen.len() {
        let Some(Seen { kind: Kind::Item(mark), reading, .. }) = seen.get(i) else { continue };
        let mark = *mark;
        let rest = Reading::new(reading.text(mark..reading.len()));
        let follows = seen.get(i + 1).is_some_and(|next| next.kind == Kind::Body);
        if follows
            && rest.len() <= 50
            && kind(&rest) == Kind::Heading
            && let Some(item) = seen.get_mut(i)
        {
            let end = item.reading.bytes(0..mark).end;
            item.block.body.apply(vec![Patch::cut(0..end, "bullet")]);
            item.reading = rest;
            item.kind = Kind::Heading;
        }
    }
}

/// Numbered lines that follow each other and tell of days (1、…3月5日…): items, whatever ends them.
pub(super) fn numbered_items(seen: &mut [Seen]) {
    let is_item = |seen: &Seen| {
        matches!(seen.kind, Kind::Heading | Kind::Body)
            && super::kind::numbering(&seen.reading) > 0
            && seen.reading.len() >= 20
            && !dates(&seen.reading).is_empty()
    };
    let mut start = 0;
    while start < seen.len() {
        let length = seen.get(start..).unwrap_or(&[]).iter().take_while(|seen| is_item(seen)).count();
        if length >= 3 {
            for item in seen.iter_mut().skip(start).take(length) {
                item.kind = Kind::Item(0);
            }
        }
        start += length.max(1);
    }
}

/// Whether headings open an article of their own, seen by them and by the body that follows; `numbered` where
/// numbered headings of this page have opened articles before.
pub(super) fn opens_article(heads: &[Seen], body: &Reading, pictures: bool, numbered: bool) -> bool {
    let Some(head) = heads.last() else { return false };
    let number = super::kind::numbering(&head.reading) > 0;
    // 三、优服务 over (一)…, (二)…: a chapter of what goes on.
    if number && body.at(0) == '(' && super::kind::numbering(body) > 0 {
        return false;
    }
    if number && numbered {
        return true;
    }
    // 副市长某某讲话, under pictures of one event.
    if heads.iter().all(|head| tells_of_a_speaker(&head.reading)) && !begins_story(body) {
        return false;
    }
    let joined: usize = heads.iter().map(|head| head.reading.len()).sum();
    let any = |words: &[&str]| {
        heads.iter().any(|head| words.iter().any(|word| head.reading.as_str().contains(word)))
    };
    let mut score = 0;
    score += match (begins_story(body), names_somebody(body)) {
        (true, true) => 2,
        (true, false) => 1,
        _ => 0,
    };
    score += if any(&["总工会", "工会", "市总", "区总", "县总", "省总"]) { 1 } else { 0 };
    score += if heads.iter().any(|head| names_unit(&head.reading)) { 1 } else { 0 };
    score += if joined >= 16 { 1 } else { 0 };
    score += if heads.iter().any(|head| says_who_did(&head.reading)) { 1 } else { 0 };
    score += if ends_like_document(&head.reading) || is_editors_note(body) { 2 } else { 0 };
    score += if pictures || heads.len() > 1 || head.block.blank_before >= 2 { 1 } else { 0 };
    // 据悉, 此次…: more of what was told above the line.
    let goes_on = ["据悉", "据了解", "据介绍", "此次", "本次", "活动中", "随后", "下一步", "近年来"];
    score -= if goes_on.iter().any(|word| body.has(0, word)) { 3 } else { 0 };
    score -= if number && !begins_story(body) { 2 } else { 0 };
    score -= if joined <= 8 && !begins_story(body) { 1 } else { 0 };
    score >= 2
}

/// 市总工会主席某某主持, 副市长某某讲话: what a picture shows.
fn tells_of_a_speaker(head: &Reading) -> bool {
    const TITLES: [&str; 12] =
        ["书记", "主席", "市长", "县长", "区长", "部长", "主任", "局长", "经理", "代表", "领导", "院长"];
    const DOES: [&str; 9] = ["讲话", "致辞", "主持", "发言", "授旗", "颁奖", "授牌", "合影", "启动"];
    let line = head.as_str();
    let titled = TITLES.iter().any(|title| line.contains(title));
    let given = ["颁奖", "授牌", "授旗", "合影"].iter().any(|does| line.ends_with(does));
    let plain = head.len() <= 30 && !line.contains(',');
    titled && (plain || given) && DOES.iter().any(|does| line.ends_with(does))
}

/// 某旗工会举办抢答赛: a headline tells who did what, a cross-head what it is about.
fn says_who_did(head: &Reading) -> bool {
    const DID: [&str; 14] = [
        "召开", "举办", "举行", "开展", "启动", "组织", "慰问", "走访", "联合", "赴", "推出", "成立", "联手",
        "获",
    ];
    let line = head.as_str();
    let union = line.find("工会").map(|at| at + "工会".len());
    union.is_some_and(|end| {
        let after: String = line.get(end..).unwrap_or("").chars().take(12).collect();
        DID.iter().any(|word| after.contains(word))
    })
}

/// A numbered headline behind another one heads the first of several articles, the other names them all.
pub(super) fn names_page(heads: &[Seen], body: &Reading) -> bool {
    let [first, .., last] = heads else { return false };
    super::kind::numbering(&first.reading) == 0
        && super::kind::numbering(&last.reading) > 0
        && opens_article(std::slice::from_ref(last), body, false, false)
}

/// 编者按: words of the editors before an article or a whole issue.
pub(super) fn is_editors_note(body: &Reading) -> bool {
    let head = body.text(0..body.len().min(8));
    let bare = head.trim_start_matches(['【', '[', '(', '〔', ' ']);
    ["编者按", "编者的话", "按语", "卷首语"].iter().any(|word| bare.starts_with(word))
}

/// 问答, 通知: a text of its own, whatever it begins with.
fn ends_like_document(head: &Reading) -> bool {
    const ENDS: [&str; 14] = [
        "问答",
        "通知",
        "公告",
        "办法",
        "倡议书",
        "通报",
        "名单",
        "须知",
        "指南",
        "简介",
        "解读",
        "公示",
        "细则",
        "一览",
    ];
    ENDS.iter().any(|end| head.as_str().ends_with(end))
}

fn names_unit(text: &Reading) -> bool {
    crate::place::mentions(text)
        .iter()
        .any(|mention| mention.is_plain() && !matches!(mention.named, Named::Bare(_)))
}

/// Whether the first words of a paragraph name an organisation or a unit.
fn names_somebody(body: &Reading) -> bool {
    let head = Reading::new(body.text(0..body.len().min(160)));
    ["工会", "市总", "区总", "县总", "省总"].iter().any(|word| head.as_str().contains(word))
        || names_unit(&head)
}

/// Whether a paragraph begins a story: says a day, or that it was of late, in its first sentences, what
/// people say left out.
fn begins_story(body: &Reading) -> bool {
    if ["本报讯", "本网讯", "讯 ", "讯("].iter().any(|word| body.text(0..12.min(body.len())).contains(word))
    {
        return true;
    }
    let told = sentences(body).into_iter().take(3);
    // “三八”节当天 is no one's words.
    let spoken = |start: usize| body.at(start) == '“' && !(start..start + 8).any(|at| body.at(at) == '”');
    told.filter(|sentence| !spoken(sentence.start)).take(2).any(|sentence| {
        let until = sentence.end.min(sentence.start + 60);
        let head = Reading::new(body.text(sentence.start..until));
        dates(&head).iter().any(|words| {
            let told = matches!(
                words.said,
                Said::Days { .. }
                    | Said::DaysOfMonth(..)
                    | Said::Vague
                    | Said::Week(..)
                    | Said::DayFromNow(_)
                    | Said::PartOfMonth { .. }
                    | Said::Festival { .. }
            );
            told && words.range.start <= 24
                && !head.has(words.range.end, "来")
                && !head.has(words.range.end, "以来")
        })
    })
}

/// Whether a heading is the line under a picture: after a gap, and near what the headline before it says.
pub(super) fn is_picture_line(head: &Seen, usual_gap: usize) -> bool {
    head.reading.len() >= 9 && head.block.blank_before >= 2 && head.block.blank_before > usual_gap
}

/// Gives an article its headline, second headline and captions out of the lines before it.
pub(super) fn name(draft: &mut Draft, heads: Vec<Seen>, usual_gap: usize) {
    let mut lines: Vec<Seen> = Vec::new();
    for head in heads {
        let like = lines.last().is_some_and(|title| alike(&title.reading, &head.reading));
        // 代表队: too short for a second headline.
        let label = head.reading.len() <= 4;
        let picture = !lines.is_empty() && (is_picture_line(&head, usual_gap) || like || label);
        if picture {
            draft.captions.push((head.block.body, 0));
        } else {
            lines.push(head);
        }
    }
    const MOST: usize = 3;
    let navigation = lines.len().saturating_sub(MOST);
    for head in lines.drain(..navigation) {
        draft.take(head.block.line, head.block.body.original(), "navigation");
    }
    let mut lines = lines.into_iter();
    match (lines.next(), lines.next(), lines.next()) {
        (Some(title), None, _) => draft.title = title.block.body,
        (Some(first), Some(second), None) => {
            let dash = matches!(second.reading.at(0), '—' | '-');
            if second.block.blank_before == 0 && !dash {
                draft.title = joined(first.block.body, &second.block.body);
            } else {
                draft.title = first.block.body;
                draft.subtitle = Some(second.block.body);
            }
        }
        (Some(kicker), Some(title), Some(subtitle)) => {
            // The line over the headline (引题) names the column or campaign.
            if draft.section.is_none() {
                draft.section = Some(kicker.block.text().to_owned());
            }
            draft.take(kicker.block.line, kicker.block.body.original(), "kicker");
            draft.title = title.block.body;
            draft.subtitle = Some(subtitle.block.body);
        }
        _ => {}
    }
    let reading = Reading::new(&draft.title.text);
    let label = without_label(&reading);
    if label > 0 {
        draft.title.apply(vec![Patch::cut(0..reading.bytes(0..label).end, "headline-label")]);
    }
    // 二、省总工会慰问…: the number counts the articles of the page and is no part of a headline.
    let reading = Reading::new(&draft.title.text);
    let number = super::kind::numbering(&reading);
    if number > 0 && reading.len() >= number + 4 {
        draft.title.apply(vec![Patch::cut(0..reading.bytes(0..number).end, "numbering")]);
    }
}

/// 原标题:某县总工会…: where the headline begins behind the word for it.
pub(super) fn without_label(reading: &Reading) -> usize {
    const LABELS: [&str; 4] = ["原标题", "新闻标题", "标题", "题目"];
    let label = LABELS.iter().find(|label| reading.has(0, label)).map(|label| label.chars().count());
    label
        .filter(|&end| matches!(reading.at(end), ':' | ';'))
        .map_or(0, |end| (end + 1..reading.len()).find(|&at| reading.at(at) != ' ').unwrap_or(0))
}

fn joined(mut first: Edited, second: &Edited) -> Edited {
    let end = first.text.len();
    first.text.push('\n');
    first.apply(vec![Patch { range: end..end + 1, with: " ".to_owned(), rule: "headline-linebreak" }]);
    first.push(second);
    first
}

/// Whether two lines say nearly the same: most pairs of characters of the shorter stand in the other.
fn alike(a: &Reading, b: &Reading) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let pairs: Vec<&[char]> = short.chars().windows(2).collect();
    let shared = pairs.iter().filter(|pair| long.chars().windows(2).any(|other| other == **pair)).count();
    pairs.len() >= 5 && shared * 10 >= pairs.len() * 7
}

/// Takes names in brackets off the end of a paragraph: （李中英 胡敏）, （某县总工会供稿）.
pub(super) fn take_trailing_names(body: &mut Edited) -> Option<String> {
    let text = body.text.trim_end();
    let close = text.chars().next_back().filter(|c| matches!(c, ')' | '）'))?;
    let open = text.rfind(['(', '（'])?;
    let inside = text.get(open..)?.trim_start_matches(['(', '（']).trim_end_matches(close).trim().to_owned();
    let before = text.get(..open)?.trim_end();
    let ends = before.ends_with(['。', '！', '？', '”', '!', '?', '.', '；', ';']);
    if before.is_empty() || !ends || !are_names(&inside) {
        return None;
    }
    let range = open..text.len();
    body.apply(vec![Patch::cut(range, "byline")]);
    Some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_at_the_end_go_to_the_byline() {
        let mut body = Edited::new("活动结束。（张三 李四）");
        assert_eq!(take_trailing_names(&mut body).as_deref(), Some("张三 李四"));
        assert_eq!(body.text, "活动结束。");
        let mut body = Edited::new("召开党组会议（扩大）");
        assert_eq!(take_trailing_names(&mut body), None);
    }

    #[test]
    fn lines_that_say_the_same() {
        let like = |a, b| alike(&Reading::new(a), &Reading::new(b));
        assert!(like("市总工会组织青年干部开展清明祭扫活动", "市总工会青年干部开展清明祭扫活动"));
        assert!(!like("劳模工匠忙“三进” 传递党的好声音", "市总工会组织先进典型进企业宣讲"));
    }
}
