//! What an address finds, and what each filter would leave.

use gongxun::app::late::Late;
use gongxun::app::results::{Results, keywords, results};

use super::{archive, state};

/// Words that tell what was found apart; neither what was typed nor what stands everywhere.
#[test]
fn keywords_of_what_was_found() {
    use crate::search::{article, corpus, segmenter};
    let texts = [
        "职工羽毛球比赛在体育馆举行，选手激烈角逐。",
        "体育馆里的羽毛球比赛吸引职工。",
        "羽毛球友谊赛在体育馆闭幕，职工参加。",
        "律师为职工讲解法律。",
        "职工书屋开放。",
        "职工代表大会召开。",
    ];
    let corpus = corpus((0..).zip(texts).map(|(at, text)| article(at, "", &[text])).collect());
    let engine = gongxun::search::Engine::build(&corpus, segmenter());
    let archive = gongxun::app::archive::Archive::new(corpus, engine, Default::default());
    let words = |hash: &str| {
        let address = state(hash).address;
        keywords(&archive, &results(&archive, &address, Some(Late::native())), &address)
    };
    assert_eq!(words("q=羽毛球").first().map(String::as_str), Some("体育馆"));
    assert!(!words("q=羽毛球").iter().any(|word| word == "羽毛球" || word == "职工"));
    for few in ["", "q=律师", "q=火星"] {
        assert!(words(few).is_empty(), "{few}");
    }
}

/// The heading's two counts, and the rows of each filter that are not empty, chosen ones with a star.
fn told(hash: &str) -> String {
    let archive = archive();
    let results = results(&archive, &state(hash).address, Some(Late::native()));
    let facets = results.facets(&archive).clone();
    let Results { hits, activities, undated, maybe, .. } = results;
    let mut lines = vec![format!("{} 篇 {activities} 项", hits.len())];
    let mut line = |name: &str, rows: Vec<(String, usize, bool)>| {
        let shown = rows.into_iter().filter(|(_, count, chosen)| *count > 0 || *chosen);
        let shown =
            shown.map(|(label, count, chosen)| format!("{label}{}{count}", if chosen { "*" } else { " " }));
        lines.push(format!("{name}: {}", shown.collect::<Vec<_>>().join(", ")));
    };
    let places = facets.places.iter();
    line("地区", places.map(|row| (archive.name(row.code), row.count.within, row.chosen)).collect());
    line("类型", facets.types.into_iter().map(|row| (row.key, row.count, row.chosen)).collect());
    line("月份", facets.months.into_iter().map(|row| (row.key.to_string(), row.count, row.chosen)).collect());
    line(
        "来源",
        facets
            .sources
            .into_iter()
            .map(|source| (source.label, source.row.count, source.row.chosen))
            .collect(),
    );
    if !maybe.is_empty() {
        lines.push(format!("可能也在其中: {}", maybe.len()));
    }
    lines.push(format!("无日期: {}", undated.iter().map(|(_, list)| list.len()).sum::<usize>()));
    lines.join("\n")
}

#[track_caller]
fn check(hash: &str, expected: expect_test::Expect) {
    expected.assert_eq(&told(hash));
}

#[test]
fn everything_where_nothing_is_asked() {
    check(
        "",
        expect_test::expect![[r#"
        4 篇 6 项
        地区: 重庆市 6, 渝北区 2, 巴南区 2, 万州区 1, 涪陵区 1
        类型: 慰问帮扶 3, 会议学习 1, 宣讲宣传 1, 技能竞赛 1
        月份: 2024-06 2, 2024-05 2, 2023-04 1
        来源: 重庆市总工会 6, 渝工简报（6月） 2024-06-07 3, 渝工简报（5月） 2024-05-10 2, 勞動者週報 2023-04-05 1
        无日期: 1"#]],
    );
}

#[test]
fn words_narrow_every_filter() {
    check(
        "q=送清凉",
        expect_test::expect![[r#"
        2 篇 2 项
        地区: 重庆市 2, 渝北区 1, 巴南区 1
        类型: 慰问帮扶 2
        月份: 2024-06 1, 2024-05 1
        来源: 重庆市总工会 2, 渝工简报（6月） 2024-06-07 1, 渝工简报（5月） 2024-05-10 1
        无日期: 0"#]],
    );
}

#[test]
fn a_filter_is_counted_under_the_others_but_not_under_itself() {
    check(
        "d=500112",
        expect_test::expect![[r#"
        2 篇 2 项
        地区: 重庆市 6, 渝北区*2, 巴南区 2, 万州区 1, 涪陵区 1
        类型: 慰问帮扶 1, 宣讲宣传 1
        月份: 2024-06 1, 2024-05 1
        来源: 重庆市总工会 2, 渝工简报（6月） 2024-06-07 1, 渝工简报（5月） 2024-05-10 1
        无日期: 0"#]],
    );
    check(
        "d=500112&from=2024-06&to=2024-06",
        expect_test::expect![[r#"
        1 篇 1 项
        地区: 重庆市 2, 渝北区*1, 涪陵区 1
        类型: 慰问帮扶 1
        月份: 2024-06*1, 2024-05 1
        来源: 重庆市总工会 1, 渝工简报（6月） 2024-06-07 1
        无日期: 0"#]],
    );
}

#[test]
fn what_has_no_date_may_lie_in_the_period_and_is_not_counted() {
    check(
        "from=2024-05&to=2024-06",
        expect_test::expect![[r#"
        3 篇 4 项
        地区: 重庆市 4, 渝北区 2, 巴南区 1, 涪陵区 1
        类型: 慰问帮扶 2, 宣讲宣传 1, 技能竞赛 1
        月份: 2024-06 2, 2024-05 2, 2023-04 1
        来源: 重庆市总工会 4, 渝工简报（6月） 2024-06-07 2, 渝工简报（5月） 2024-05-10 2
        可能也在其中: 1
        无日期: 0"#]],
    );
    // Told before the period began, or long after it.
    check(
        "from=2025",
        expect_test::expect![[r#"
        0 篇 0 项
        地区: 
        类型: 
        月份: 2024-06 2, 2024-05 2, 2023-04 1
        来源: 
        无日期: 0"#]],
    );
}

#[test]
fn what_is_chosen_stays_in_sight_where_nothing_is_left() {
    check(
        "q=火星&t=慰问帮扶",
        expect_test::expect![[r#"
        0 篇 0 项
        地区: 
        类型: 慰问帮扶*0
        月份: 
        来源: 
        无日期: 0"#]],
    );
}
