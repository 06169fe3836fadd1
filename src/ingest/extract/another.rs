//! Whether a statement tells of another activity than the passage before it, or more of the same.

use super::lexicon::OrgKind;
use super::passages::{Passage, near, units_of};
use super::scene::Scene;
use super::told::Told;
use super::whereabouts::above;
use crate::date::{Said, YearWord};
use crate::place::Adcode;

/// The names of the firms that act; none where anybody else acts too.
pub(super) fn firms(scene: &Scene, told: &Told) -> Vec<String> {
    let orgs: Vec<_> = scene.acting(&told.subject).collect();
    let all = orgs.iter().all(|org| org.kind == OrgKind::Firm) && told.subject.units.is_empty();
    let names = orgs.iter().filter(|_| all).map(|org| scene.text.text(org.range.clone()).to_owned());
    names.collect()
}

/// Whether an event is another than the one told before: another day, another organiser, or one of several
/// measures that the article announces. `leads` where it opens its paragraph or part of a list.
pub(super) fn is_another(scene: &Scene, last: &Passage, new: &Told, leads: bool, several: bool) -> bool {
    let act = new.act.as_ref().map_or("", |act| scene.text.text(act.clone()));
    const PARTAKES: [&str; 13] = [
        "参加", "获得", "荣获", "获评", "入选", "交流", "授课", "观看", "颁奖", "颁发", "辅导", "听取",
        "参观",
    ];
    let head = new.range.start..new.act.as_ref().map_or(new.range.start, |act| act.start);
    let attends = scene.text.text(head).contains("陪同");
    if PARTAKES.contains(&act) || attends || retells(scene, last, new) {
        return false;
    }
    let orgs = scene.acting(&new.subject);
    let somebody = orgs.clone().any(|org| org.kind == OrgKind::Union) || !new.subject.units.is_empty();
    let units = units_of(scene, new, near(scene, new, last.here));
    let elsewhere = somebody
        && !units.is_empty()
        && !last.units.is_empty()
        && units.iter().all(|unit| !last.units.contains(unit));
    if elsewhere && !leaders_attend(scene, last, new, &units) || holds_again(scene, new) {
        return true;
    }
    let other_day = differs(&last.told, new) && !is_future(scene, new);
    if !leads && !several && !elsewhere {
        let at_head = new.date.as_ref().is_some_and(|words| words.range.start <= new.range.start + 2);
        return other_day && at_head && (somebody || is_held(scene, new));
    }
    if other_day {
        return true;
    }
    if !somebody {
        let opens = ["此外", "同时", "另外"].iter().any(|word| scene.text.has(new.range.start, word));
        let listed = holds(scene, new) && new.is_bare_act(scene);
        return several && (opens || listed) && new.date.is_none();
    }
    several
}

/// Whether an undated statement only names again (in quotation marks) what the passage before it in its
/// paragraph told of.
fn retells(scene: &Scene, last: &Passage, new: &Told) -> bool {
    if new.date.is_some() || last.range.end > new.range.start || last.range.start >= scene.text.len() {
        return false;
    }
    let words = scene.text.text(last.range.clone());
    let (mut named, mut open) = (false, None);
    for at in new.range.clone() {
        match (scene.text.at(at), open) {
            ('“', _) => open = Some(at + 1),
            ('”', Some(start)) => {
                let name = scene.text.text(start..at);
                if at - start < 3 || !words.contains(name) {
                    return false;
                }
                named = true;
                open = None;
            }
            _ => {}
        }
    }
    named
}

/// 省总工会副主席某某等向…发放: leaders from above at what another held.
fn leaders_attend(scene: &Scene, last: &Passage, new: &Told, units: &[Adcode]) -> bool {
    let titled = scene.acting(&new.subject).any(|org| {
        ["主席", "副主席", "党组", "领导", "二级", "一级"]
            .iter()
            .any(|word| scene.text.has(org.range.end, word))
    });
    let higher = units.iter().all(|&unit| last.units.iter().all(|&host| host != unit && above(unit, host)));
    titled && higher && new.date.is_none()
}

/// 随后,甲总工会、乙总工会又联合开展了“…”慰问活动: named and held besides.
fn holds_again(scene: &Scene, new: &Told) -> bool {
    let Some(act) = new.act.as_ref().filter(|_| new.subject.names_somebody()) else { return false };
    let again = ["又", "又联合", "又共同", "又组织"].iter().any(|word| scene.text.ends(act.start, word));
    let named = (act.end..act.end + 3).any(|at| scene.text.at(at) == '“');
    again && named && ["开展", "举办", "举行", "启动"].contains(&scene.text.text(act.clone()))
}

/// Whether a statement begins with the verb of holding something: 开展…活动, the next of several measures.
pub(super) fn holds(scene: &Scene, told: &Told) -> bool {
    const HOLD: [&str; 5] = ["开展", "举办", "组织", "召开", "举行"];
    told.act
        .as_ref()
        .is_some_and(|act| act.start == told.content && HOLD.contains(&scene.text.text(act.clone())))
}

/// 9月28日晚,合唱比赛在影剧院举行: what was held on a day of its own is told without saying by whom.
fn is_held(scene: &Scene, told: &Told) -> bool {
    const HELD: [&str; 16] = [
        "签订",
        "签约",
        "投入使用",
        "落户",
        "举行",
        "举办",
        "召开",
        "开班",
        "开幕",
        "开赛",
        "启动",
        "上演",
        "揭牌",
        "成立",
        "启用",
        "开讲",
    ];
    let day = |said: Said| matches!(said, Said::Days { .. } | Said::DaysOfMonth(..) | Said::DayAfter(1));
    told.date.as_ref().is_some_and(|words| day(words.said))
        && told.act.as_ref().is_some_and(|act| HELD.contains(&scene.text.text(act.clone())))
}

fn is_future(scene: &Scene, told: &Told) -> bool {
    let Some(act) = &told.act else { return false };
    let head = scene.text.text(told.content..act.start);
    let next_year = matches!(
        told.date.as_ref().map(|words| words.said),
        Some(Said::Days { year: YearWord::FromNow(1), .. })
    );
    head.contains('将') || next_year
}

/// Whether a statement is about the union of a unit apart from those of a passage.
pub(super) fn is_apart(scene: &Scene, last: &Passage, new: &Told) -> bool {
    let orgs = scene.acting(&new.subject);
    let units = units_of(scene, new, near(scene, new, last.here));
    let kin = |a: Adcode, b: Adcode| above(a, b) || above(b, a);
    orgs.clone().any(|org| org.kind == OrgKind::Union)
        && !units.is_empty()
        && !last.units.is_empty()
        && units.iter().all(|&unit| last.units.iter().all(|&known| !kin(unit, known)))
}

/// 某某公司深圳公司推出…: among firms of which each does something of its own, the next one.
pub(super) fn is_next_firm(scene: &Scene, last: &Passage, new: &Told) -> bool {
    let firms = firms(scene, new);
    !firms.is_empty()
        && !last.firms.is_empty()
        && new.opener.is_none()
        && firms.iter().all(|name| {
            last.firms.iter().all(|known| !known.ends_with(name.as_str()) && !name.ends_with(known.as_str()))
        })
}

/// Whether all who act in a statement act in one before it.
pub(super) fn same_subject(scene: &Scene, a: &Told, b: &Told) -> bool {
    let names = |told: &Told| -> Vec<String> {
        let orgs = scene.acting(&told.subject).map(|org| org.range.clone());
        let units = told.subject.units.iter().filter_map(|&i| scene.mentions.get(i));
        orgs.chain(units.map(|mention| mention.range.clone()))
            .map(|range| scene.text.text(range).to_owned())
            .collect()
    };
    let (a, b) = (names(a), names(b));
    b.iter()
        .all(|name| a.iter().any(|other| other.ends_with(name.as_str()) || name.ends_with(other.as_str())))
}

/// Whether a statement names another day than one before it.
pub(super) fn differs(before: &Told, after: &Told) -> bool {
    let said = |told: &Told| told.date.as_ref().map(|words| words.said);
    match (said(before), said(after)) {
        (_, None | Some(Said::Vague | Said::Year(_) | Said::DayAfter(0))) => false,
        (None | Some(Said::Vague), Some(_)) => true,
        (Some(a), Some(b)) => a != b,
    }
}
