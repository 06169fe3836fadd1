//! How fast bulletins are read and in how much memory: the native command on invented articles, and on files
//! that a careless rule would take forever for. Processor time and the peak of resident memory are those of the
//! child process, from `/proc`, so that other work on the machine counts little.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};

use crate::project::{cargo, dictionary, target};
use crate::shell::{run, say, tell};

/// The same articles every time.
const SEED: u64 = 20_240_731;
/// How many invented articles are read.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
/// How often a child's figures are looked at.
const LOOK: Duration = Duration::from_millis(20);

/// What reading a file took.
struct Cost {
    /// By the clock.
    seconds: f64,
    /// Of the processor.
    cpu: f64,
    /// At the most, resident, in bytes.
    peak: u64,
}

/// Prints a table line for each file.
pub(super) fn reading() -> anyhow::Result<()> {
    say("building the native command");
    run(&mut cargo(&["build", "--quiet", "--profile", "native", "--bin", "gongxun"]))?;
    let folder = target().join("bench/reading");
    fs::create_dir_all(&folder)?;
    tell("| file | MB | s | s of processor | MB/s and core | peak MB |\n|---|---|---|---|---|---|");
    for count in SIZES {
        let path = folder.join(format!("{count}.jsonl"));
        if !path.exists() {
            invent(&path, count)?;
        }
        row(&format!("{count} invented articles"), &path)?;
    }
    for (name, text) in oddities() {
        let path = folder.join(format!("{}.txt", name.replace(' ', "-")));
        fs::write(&path, text)?;
        row(name, &path)?;
    }
    Ok(())
}

/// Writes invented articles, a line each.
fn invent(path: &Path, count: usize) -> anyhow::Result<()> {
    say(format!("inventing {count} articles"));
    let dict = dictionary()?;
    let mut file = BufWriter::new(File::create(path)?);
    for article in crate::generate::articles(&dict, SEED, count) {
        writeln!(file, "{}", crate::archive::line(&article))?;
    }
    file.flush()?;
    Ok(())
}

/// Files of 10 MB and more that hold one kind of thing only, and of half that, to see that time goes with size.
fn oddities() -> Vec<(&'static str, String)> {
    let sentence = "7月3日，某县总工会走进工地，慰问一线职工120名，送去清凉用品300份。";
    let endless = "7月3日，某县总工会走进工地，慰问一线职工120名，送去清凉用品300份，";
    let bullet = "●7月3日，巴南区总工会举办职工技能竞赛，36名选手参赛。\n";
    let marks = "，。；：“”（）、！？";
    let fill = |piece: &str, bytes: usize| piece.repeat(bytes / piece.len());
    const MB: usize = 1_000_000;
    vec![
        ("one paragraph of 5 MB", fill(sentence, 5 * MB)),
        ("one paragraph of 10 MB", fill(sentence, 10 * MB)),
        ("5 MB without a full stop", fill(endless, 5 * MB)),
        ("10 MB without a full stop", fill(endless, 10 * MB)),
        ("50000 bullets", bullet.repeat(50_000)),
        ("100000 bullets", bullet.repeat(100_000)),
        ("5 MB of punctuation", fill(marks, 5 * MB)),
        ("10 MB of punctuation", fill(marks, 10 * MB)),
    ]
}

fn row(name: &str, path: &Path) -> anyhow::Result<()> {
    let bytes = fs::metadata(path)?.len() as f64 / 1e6;
    let cost = cost(path)?;
    let speed = bytes / cost.cpu.max(0.01);
    let (seconds, cpu, peak) = (cost.seconds, cost.cpu, cost.peak as f64 / 1e6);
    tell(format!("| {name} | {bytes:.1} | {seconds:.1} | {cpu:.1} | {speed:.1} | {peak:.0} |"));
    Ok(())
}

/// Reads a file by `gongxun corpus` and watches what it takes.
fn cost(path: &Path) -> anyhow::Result<Cost> {
    let started = Instant::now();
    let output: PathBuf = path.with_extension("corpus.json");
    let mut child = Command::new(target().join("native/gongxun"))
        .arg("corpus")
        .arg(path)
        .arg("-o")
        .arg(&output)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start the native command")?;
    let (mut cpu, mut peak) = (0.0, 0);
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        cpu = processor_seconds(&child).unwrap_or(cpu);
        peak = peak_memory(&child).unwrap_or(peak);
        sleep(LOOK);
    };
    // Nothing to read is said by 2: files of punctuation.
    ensure!(status.code().is_some(), "the native command was killed on {}", path.display());
    let _ = fs::remove_file(&output);
    Ok(Cost { seconds: started.elapsed().as_secs_f64(), cpu, peak })
}

/// Seconds of the processor so far; Linux counts them in hundredths.
fn processor_seconds(child: &Child) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{}/stat", child.id())).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i)?.parse::<f64>().ok();
    Some((ticks(11)? + ticks(12)?) / 100.0)
}

/// The most memory that was resident so far, in bytes.
fn peak_memory(child: &Child) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib * 1024)
}
