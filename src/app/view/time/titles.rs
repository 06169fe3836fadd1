//! What stands beside an activity on the timeline: its title without an organiser that others share. Ten labels that
//! begin with 重庆市总工会 and are cut there say nothing; the whole title is said where one points.

use crate::corpus::Activity;

/// What is left of a title must be so long.
const LEAST: usize = 4;

/// The labels of activities, in their order.
pub(super) fn labels<'a>(activities: &[&'a Activity]) -> Vec<&'a str> {
    let opens = |activity: &Activity, organiser: &str| activity.title.starts_with(organiser);
    let shared = |organiser: &str| activities.iter().filter(|other| opens(other, organiser)).count() > 1;
    let label = |activity: &&'a Activity| {
        let names = activity.organisers.iter().flat_map(|name| names_of(name));
        let longest =
            names.filter(|name| opens(activity, name) && shared(name)).max_by_key(|name| name.len());
        let rest = longest.and_then(|name| activity.title.strip_prefix(name)).unwrap_or(&activity.title);
        // Of several organisers none is left out: what remains would be said of the others alone.
        let joined = rest.starts_with(['、', '和', '与', '及', '等']);
        let rest = rest.trim_start_matches(['：', '，', '的', ' ']);
        if joined || rest.chars().count() < LEAST { activity.title.as_str() } else { rest }
    };
    activities.iter().map(label).collect()
}

/// A name, and what follows a province or city in it, as in 市总工会 of 重庆市总工会.
fn names_of(name: &str) -> Vec<&str> {
    let from = |unit: char| name.find(unit).and_then(|at| name.get(at..));
    let mut names = vec![name];
    names.extend(['市', '省', '区', '县'].into_iter().filter_map(from));
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;

    #[test]
    fn an_organiser_that_several_share_is_left_out() {
        let corpus =
            Corpus::from_json(include_str!("../../../../tests/fixtures/stories/corpus.json")).unwrap();
        let titled = |title: &str, organiser: &str| Activity {
            title: title.to_owned(),
            organisers: vec![organiser.to_owned()],
            ..corpus.activities[0].clone()
        };
        let all = [
            titled("重庆市总工会召开座谈会", "重庆市总工会"),
            titled("重庆市总工会：慰问一线职工", "重庆市总工会"),
            titled("巴南区总工会送清凉", "巴南区总工会"),
            titled("市总工会办读书班", "重庆市总工会"),
            titled("市总工会开会", "重庆市总工会"),
            titled("重庆市总工会和能源工会办联谊", "重庆市总工会"),
        ];
        let labels = labels(&all.iter().collect::<Vec<_>>());
        assert_eq!(
            labels,
            [
                "召开座谈会",
                "慰问一线职工",
                "巴南区总工会送清凉",
                "办读书班",
                "市总工会开会",
                "重庆市总工会和能源工会办联谊"
            ]
        );
    }
}
