//! The dictionary: as vendored, and cut down to a corpus.

use gongxun::text::{Segmenter, dict, fold};
use proptest::prelude::*;

fn full() -> &'static Segmenter {
    static FULL: std::sync::OnceLock<Segmenter> = std::sync::OnceLock::new();
    FULL.get_or_init(|| Segmenter::from_dict(dict::FULL).unwrap())
}

/// Checks that a corpus of these texts is cut by its own dictionary as by the whole one.
fn check(texts: &[String]) {
    let folded: Vec<String> = texts.iter().map(|text| fold(text).text).collect();
    let part = dict::subset(dict::FULL, folded.iter().map(String::as_str));
    let segmenter = Segmenter::from_dict(&part).unwrap();
    for text in &folded {
        assert_eq!(segmenter.words(text), full().words(text));
    }
}

#[test]
fn the_vendored_dictionary_is_folded_and_sorted() {
    let mut last = "";
    for line in dict::FULL.lines() {
        let (word, frequency) = line.split_once(' ').unwrap();
        assert!(word > last, "{word} is out of order");
        assert_eq!(fold(word).text, word);
        frequency.parse::<u64>().unwrap();
        last = word;
    }
}

/// The browser's dictionary is the corpus' own, a part of the page: none is compiled into the program. What wasm is
/// built is looked at by `cargo xtask size`.
#[test]
fn no_dictionary_is_compiled_in() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap();
    let manifest = read("Cargo.toml");
    let wanted: Vec<&str> = manifest.lines().filter(|line| line.starts_with("jieba-rs")).collect();
    assert_eq!(wanted.len(), 1);
    assert!(wanted[0].contains("default-features = false") && !wanted[0].contains("dict"), "{wanted:?}");
    // The feature brings a decompressor for its dictionary.
    let lock = read("Cargo.lock");
    let (_, jieba) = lock.split_once("name = \"jieba-rs\"").unwrap();
    let own = jieba.split("[[package]]").next().unwrap();
    assert!(own.contains("rustc-hash") && !own.contains("flate") && !own.contains("zstd"), "{own}");
}

#[test]
fn words_are_cut_after_folding() {
    assert_eq!(full().words(&fold("慰問勞模 5 戶").text), ["慰问", "劳模", "5", "户"]);
}

#[test]
fn the_order_of_the_texts_does_not_matter() {
    let full = "会 1\n工会 5\n干部 3\n书 2\n";
    let part = |texts: [&'static str; 2]| dict::subset(full, texts.into_iter());
    assert_eq!(part(["工会", "干部"]), part(["干部", "工会"]));
}

#[test]
fn invented_text_is_cut_by_its_own_dictionary_as_by_the_whole() {
    check(&[
        "市總工會組織職工到 4S店 開展“送清涼”活動，慰問快遞員210名。".into(),
        "研究生命的起源；结合成分子时；他说的确实在理，中华人民共和国成立75周年AA制".into(),
        String::new(),
    ]);
}

#[test]
fn the_five_bulletins_are_cut_by_their_own_dictionary_as_by_the_whole() {
    let Ok(dir) = std::fs::read_dir("../shared/bulletins") else {
        println!("skipped: ../shared/bulletins is not here");
        return;
    };
    let texts: Vec<String> = dir.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    check(&texts);
}

#[test]
fn the_digest_and_the_invented_bulletins_are_cut_by_their_own_dictionary_as_by_the_whole() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("data/bulletins"), root.join("tests/fixtures/bulletins")];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "txt" || kind == "md") {
                let bytes = std::fs::read(&path).unwrap();
                let (corpus, _) = gongxun::ingest::read(&[("a.txt", &bytes)], &Default::default());
                let articles = corpus.articles().flat_map(|(_, article)| article.paragraphs.clone());
                texts.extend(articles);
            }
        }
    }
    assert!(texts.len() > 300, "{}", texts.len());
    check(&texts);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    /// Runs of dictionary words make the most ambiguous text that there is.
    #[test]
    fn runs_of_words_are_cut_by_their_own_dictionary_as_by_the_whole(
        picks in proptest::collection::vec(0usize..340_000, 1..40), cut in 1usize..4,
    ) {
        let words: Vec<&str> = dict::FULL.lines().filter_map(|line| line.split(' ').next()).collect();
        let text: String = picks.iter().flat_map(|&at| words[at].chars().skip(at % cut)).collect();
        check(&[text]);
    }
}
