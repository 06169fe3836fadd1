//! Reading bulletins from bytes to a corpus.

use gongxun::ingest::{Options, read};

/// Writes the corpus of the folder that `GONGXUN_READ` names to `target/score-corpus.json`, for the scorer.
#[test]
fn a_folder_reads_into_a_corpus() {
    let Some(folder) = std::env::var_os("GONGXUN_READ") else { return };
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(path).unwrap()))
        .collect();
    files.sort();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let (corpus, diagnostics) = read(&files, &Options::default());
    for diagnostic in &diagnostics {
        eprintln!("{diagnostic}");
    }
    std::fs::write("target/score-corpus.json", serde_json::to_vec_pretty(&corpus).unwrap()).unwrap();
}
