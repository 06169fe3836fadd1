//! What each field rests on: an entry for every field that is filled, ranges that lie in the text, words there
//! that say what the field says. And the honours of the bulletins that tell of some.

use std::fs;
use std::path::{Path, PathBuf};

use gongxun::corpus::{Activity, Article, At, Corpus, FieldBasis, FieldName, Part, Sureness};
use gongxun::ingest::{Options, read};
use gongxun::text::{fold, to_simplified};
use serde::Deserialize;

/// The folders of the invented bulletins, each with the corpus that is read of it.
fn fixtures() -> Vec<(PathBuf, Corpus)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bulletins");
    let mut folders: Vec<PathBuf> = ["own", "blind"]
        .iter()
        .flat_map(|half| fs::read_dir(root.join(half)).unwrap().map(|entry| entry.unwrap().path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let corpus = |folder: &Path| {
        let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let input =
            files.into_iter().find(|path| path.file_stem().is_some_and(|stem| stem == "input")).unwrap();
        let name = input.file_name().unwrap().to_string_lossy().into_owned();
        read(&[(&name, &fs::read(&input).unwrap())], &Options::default()).0
    };
    folders.into_iter().map(|folder| (folder.clone(), corpus(&folder))).collect()
}

/// The words that a field rests on.
fn words<'a>(article: &'a Article, at: &At) -> &'a str {
    let text = match at.part {
        Part::Title => &article.title,
        Part::Subtitle => article.subtitle.as_ref().unwrap(),
        Part::Paragraph => &article.paragraphs[at.index],
        Part::Caption => &article.captions[at.index].text,
    };
    &text[at.range[0]..at.range[1]]
}

/// What is wrong with the entry of a filled field: nothing, or what.
fn wrong(activity: &Activity, article: &Article, name: FieldName, says: &[String]) -> Option<String> {
    let Some(FieldBasis { at, sure, by }) = activity.fields.get(&name) else {
        return Some("has no entry".to_owned());
    };
    if by.is_empty() {
        return Some("does not say by which rule".to_owned());
    }
    if at.is_empty() {
        // What stands nowhere in the article (the bulletin's region, its publisher) is a guess.
        return (*sure != Sureness::Guess).then(|| format!("is {sure:?} and rests on nothing"));
    }
    let told: String = at.iter().map(|at| to_simplified(words(article, at))).collect();
    let told = fold(&told).text;
    let stands = |word: &String| told.contains(&fold(&to_simplified(word)).text);
    (!says.is_empty() && !says.iter().any(stands))
        .then(|| format!("rests on {told:?}, which has none of {says:?}"))
}

/// A name and what is left of it without its first characters, so that a short form supports a full one.
fn forms(name: &str) -> Vec<String> {
    let chars: Vec<char> = name.chars().collect();
    (0..chars.len().saturating_sub(1)).map(|from| chars[from..].iter().collect()).collect()
}

#[test]
fn every_filled_field_rests_on_words_that_support_it() {
    let (mut seen, mut faults) = (0, Vec::new());
    for (folder, corpus) in fixtures() {
        for activity in &corpus.activities {
            let article = corpus.articles().find(|(_, article)| article.id == activity.article).unwrap().1;
            let mut check = |name: FieldName, filled: bool, says: Vec<String>| {
                if filled {
                    seen += 1;
                    let fault = wrong(activity, article, name, &says);
                    faults.extend(fault.map(|fault| {
                        format!(
                            "{}: {}: {name:?} {fault}",
                            folder.file_name().unwrap().display(),
                            activity.title
                        )
                    }));
                } else {
                    assert!(!activity.fields.contains_key(&name), "{name:?} is empty and has an entry");
                }
            };
            let basis = activity.date.as_ref().map(|date| date.basis.clone());
            let undated = activity.undated.as_ref().map(|undated| undated.words.clone());
            let date = basis.or(undated).filter(|words| !words.is_empty());
            check(FieldName::Date, date.is_some(), date.into_iter().collect());
            let counts = activity.participants.iter().map(|one| one.count.to_string());
            let digits: Vec<String> =
                counts.chain("一二三四五六七八九十百千万余多".chars().map(String::from)).collect();
            check(FieldName::Participants, !activity.participants.is_empty(), digits);
            check(
                FieldName::Organisers,
                !activity.organisers.is_empty(),
                activity
                    .organisers
                    .iter()
                    .flat_map(|name| {
                        let chars: Vec<char> = name.chars().collect();
                        (2..=chars.len()).map(move |n| chars[chars.len() - n..].iter().collect::<String>())
                    })
                    .collect(),
            );
            // A unit by its name, or by a place in it, which only the table of places knows.
            check(FieldName::Places, !activity.places.is_empty(), Vec::new());
            check(FieldName::Venues, !activity.venues.is_empty(), activity.venues.clone());
            check(FieldName::Types, !activity.types.is_empty(), Vec::new());
            check(FieldName::Audiences, !activity.audiences.is_empty(), Vec::new());
            check(
                FieldName::Title,
                true,
                forms(activity.title.trim_end_matches('…')).into_iter().take(1).collect(),
            );
            // 夺冠 says 冠军.
            let honours =
                activity.honours.iter().flat_map(|honour| [honour.what.clone(), honour.who.clone()]);
            check(FieldName::Honours, !activity.honours.is_empty(), honours.collect());
        }
    }
    assert!(seen > 2000, "{seen} fields only");
    assert_eq!(faults, Vec::<String>::new());
}

#[derive(Deserialize)]
struct Expected {
    kind: String,
    #[serde(default)]
    honours: Vec<Honour>,
}

#[derive(Deserialize)]
struct Honour {
    who: String,
    what: String,
}

#[test]
fn honours_are_read() {
    let (mut right, mut missed) = (0, Vec::new());
    for (folder, corpus) in fixtures() {
        let rows = fs::read_to_string(folder.join("expected.jsonl")).unwrap();
        let rows = rows.lines().filter(|row| !row.trim().is_empty());
        let wanted: Vec<Honour> = rows
            .map(|row| serde_json::from_str::<Expected>(row).unwrap())
            .filter(|row| row.kind == "activity")
            .flat_map(|row| row.honours)
            .collect();
        if wanted.is_empty() {
            continue;
        }
        let found: Vec<(String, String)> = corpus
            .activities
            .iter()
            .flat_map(|activity| &activity.honours)
            .map(|honour| (honour.who.clone(), honour.what.clone()))
            .collect();
        // 12名 for 12名职工, 融水环卫女工潘某 for 潘某: one within the other.
        let same = |one: &str, other: &str| one.contains(other) || other.contains(one);
        let lacks: Vec<&Honour> = wanted
            .iter()
            .filter(|honour| {
                !found.iter().any(|(who, what)| same(who, &honour.who) && same(what, &honour.what))
            })
            .collect();
        if lacks.is_empty() {
            right += 1;
        }
        for honour in lacks {
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            missed.push(format!("{name}: {} {} of {found:?}", honour.who, honour.what));
        }
    }
    println!("{missed:#?}");
    assert!(right >= 10, "right in {right} bulletins; missed {missed:#?}");
}
