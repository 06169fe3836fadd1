//! An invented archive of any size, the same for the same seed, to measure on.
//!
//! What makes search hard is kept: the vocabulary grows as a power of the text (Heaps' law), old words come
//! back as often as they have been used, and often after the word that they followed before or
//! because the text keeps to its subject; a third of the
//! sentences are filled-in copies of two hundred slogans, as officialese has them; half of the bodies have
//! fewer than some 900 characters and a few have very many. Meaning is not kept. This module knows neither
//! corpus nor index.

/// How many slogans there are.
const SLOGANS: usize = 200;
/// Of the sentences, how many in a hundred are slogans.
const SLOGAN_SHARE: u64 = 33;
/// Half of the bodies have fewer characters than this.
const MEDIAN_CHARS: f64 = 900.0;

/// An invented article.
pub struct Article {
    /// Its number, from 0.
    pub number: usize,
    /// The headline.
    pub title: String,
    /// `YYYY-MM-DD`.
    pub date: String,
    /// A district, as name and code.
    pub district: (&'static str, u32),
    /// The body.
    pub paragraphs: Vec<String>,
    /// What it tells of.
    pub activities: Vec<Activity>,
}

/// An invented activity, told by a whole paragraph.
pub struct Activity {
    /// Which paragraph.
    pub paragraph: usize,
    /// A district, as name and code.
    pub district: (&'static str, u32),
    /// `YYYY-MM-DD`.
    pub date: String,
    /// The type.
    pub kind: &'static str,
    /// The audience.
    pub audience: &'static str,
}

/// So many articles out of a dictionary's words (a word and its frequency on each line).
pub fn articles(dict: &str, seed: u64, count: usize) -> impl Iterator<Item = Article> {
    let mut words = Words::new(dict);
    let mut chance = Chance(seed ^ 0x6A09_E667_F3BC_C909);
    let slogans: Vec<Vec<String>> = (0..SLOGANS).map(|_| slogan(&mut words, &mut chance)).collect();
    (0..count).map(move |number| article(&mut words, &slogans, number, &mut chance))
}

fn article(words: &mut Words<'_>, slogans: &[Vec<String>], number: usize, chance: &mut Chance) -> Article {
    let district = pick(&DISTRICTS, chance);
    let date = date(chance);
    let target = (MEDIAN_CHARS * (chance.normal() * 0.6).exp() - 70.0).clamp(40.0, 40_000.0) as usize;
    let mut paragraphs = Vec::new();
    let mut chars = 0;
    while chars < target {
        let mut paragraph = String::new();
        if chance.below(3) == 0 {
            paragraph.push_str(&format!("{}月{}日，", 1 + chance.below(12), 1 + chance.below(28)));
        }
        if chance.below(4) == 0 {
            paragraph.push_str(district.0);
            paragraph.push_str("总工会");
        }
        for _ in 0..1 + chance.below(4) {
            if chance.below(100) < SLOGAN_SHARE {
                push_slogan(&mut paragraph, &slogans[chance.below(SLOGANS as u64) as usize], words, chance);
            } else {
                push_sentence(&mut paragraph, words, chance);
            }
        }
        chars += paragraph.chars().count();
        paragraphs.push(paragraph);
    }
    let told = if chance.below(5) == 0 { paragraphs.len().min(8) } else { chance.below(2) as usize };
    let activities = (0..told).map(|paragraph| Activity {
        paragraph,
        district: if told > 1 { pick(&DISTRICTS, chance) } else { district },
        date: date.clone(),
        kind: pick(&KINDS, chance),
        audience: pick(&AUDIENCES, chance),
    });
    let activities = activities.collect();
    let mut title = format!("{}总工会", district.0);
    (0..3 + chance.below(5)).for_each(|_| title.push_str(words.pick(chance)));
    Article { number, title, date, district, paragraphs, activities }
}

fn push_sentence(text: &mut String, words: &mut Words<'_>, chance: &mut Chance) {
    for clause in 0..1 + chance.below(4) {
        if clause > 0 {
            text.push('，');
        }
        for _ in 0..4 + chance.below(7) {
            match chance.below(60) {
                0 => text.push_str(&chance.below(3000).to_string()),
                1 => text.push_str(["AI", "5G", "APP", "e家", "K12"][chance.below(5) as usize]),
                2 => {
                    text.push('“');
                    text.push_str(words.pick(chance));
                    text.push('”');
                }
                _ => text.push_str(words.pick(chance)),
            }
        }
    }
    text.push('。');
}

/// A slogan: its pieces, and between them places for a word of the day.
fn slogan(words: &mut Words<'_>, chance: &mut Chance) -> Vec<String> {
    (0..2 + chance.below(2))
        .map(|_| (0..3 + chance.below(5)).map(|_| words.pick(chance)).collect::<String>())
        .collect()
}

fn push_slogan(text: &mut String, slogan: &[String], words: &mut Words<'_>, chance: &mut Chance) {
    for (at, piece) in slogan.iter().enumerate() {
        match at {
            0 => {}
            _ if chance.below(2) == 0 => text.push_str(words.pick(chance)),
            _ => text.push('，'),
        }
        text.push_str(piece);
    }
    text.push('。');
}

fn date(chance: &mut Chance) -> String {
    format!("{}-{:02}-{:02}", 2016 + chance.below(9), 1 + chance.below(12), 1 + chance.below(28))
}

fn pick<T: Copy>(list: &[T], chance: &mut Chance) -> T {
    list[chance.below(list.len() as u64) as usize]
}

/// A dictionary's words, drawn as a growing text draws them.
struct Words<'d> {
    dict: Vec<&'d str>,
    /// Running sums of the dictionary's frequencies.
    sums: Vec<u64>,
    /// The words used so far, by number; a sample of them once they are very many.
    used: Vec<u32>,
    /// The words of the latest sentences.
    lately: Vec<u32>,
    /// How many were drawn, and how many of them were new.
    drawn: f64,
    new: f64,
    known: Vec<bool>,
    /// Words that followed each word.
    after: Vec<[u32; FOLLOWERS]>,
    last: usize,
}

/// How many followers of a word are remembered.
const FOLLOWERS: usize = 6;
/// No word.
const NONE: u32 = u32::MAX;
/// How many used words are remembered.
const MEMORY: usize = 1 << 20;
/// Heaps' law: the vocabulary grows as this power of the text.
const HEAPS: f64 = 0.55;
/// And this many times that.
const HEAPS_SCALE: f64 = 7.0;
/// How many words a text keeps in mind.
const SUBJECT: usize = 150;

impl<'d> Words<'d> {
    fn new(dict: &'d str) -> Words<'d> {
        let (mut words, mut sums, mut sum) = (Vec::new(), Vec::new(), 0);
        for (word, frequency) in dict.lines().filter_map(|line| line.split_once(' ')) {
            let weight: u64 = frequency.trim().parse().unwrap_or(0);
            // Single characters would make half of the text.
            sum += if word.chars().count() == 1 { weight / 6 } else { weight };
            words.push(word);
            sums.push(sum);
        }
        let (known, after) = (vec![false; words.len()], vec![[NONE; FOLLOWERS]; words.len()]);
        Words {
            dict: words,
            sums,
            used: Vec::new(),
            lately: Vec::new(),
            drawn: 0.0,
            new: 0.0,
            known,
            after,
            last: 0,
        }
    }

    fn pick(&mut self, chance: &mut Chance) -> &'d str {
        self.drawn += 1.0;
        let wanted = HEAPS_SCALE * self.drawn.powf(HEAPS);
        let follower = self.after[self.last][chance.below(FOLLOWERS as u64) as usize];
        let at = if self.new < wanted {
            // Frequent words come early, so that the sample is a language's.
            chance.below(self.sums.last().copied().unwrap_or(1))
        } else {
            u64::MAX
        };
        let word = match at {
            u64::MAX if follower != NONE && chance.below(100) < 70 => follower as usize,
            // A text keeps to its subject.
            u64::MAX if chance.below(100) < 45 => self.lately(chance),
            u64::MAX => self.used[chance.below(self.used.len() as u64) as usize] as usize,
            at => self.sums.partition_point(|sum| *sum <= at),
        };
        if !self.known[word] {
            self.known[word] = true;
            self.new += 1.0;
        }
        if self.lately.len() < SUBJECT {
            self.lately.push(word as u32);
        } else {
            self.lately[self.drawn as usize % SUBJECT] = word as u32;
        }
        if self.used.len() < MEMORY {
            self.used.push(word as u32);
        } else {
            self.used[chance.below(MEMORY as u64) as usize] = word as u32;
        }
        if follower == NONE || chance.below(50) == 0 {
            self.after[self.last][chance.below(FOLLOWERS as u64) as usize] = word as u32;
        }
        self.last = word;
        self.dict[word]
    }

    fn lately(&self, chance: &mut Chance) -> usize {
        self.lately[chance.below(self.lately.len() as u64) as usize] as usize
    }
}

/// SplitMix64: the same numbers on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// About normal, with mean 0 and deviation 1: twelve uniform numbers, without a logarithm that might
    /// differ between machines.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.below(1 << 30) as f64 / (1u64 << 30) as f64).sum::<f64>() - 6.0
    }
}

const DISTRICTS: [(&str, u32); 16] = [
    ("万州区", 500101),
    ("涪陵区", 500102),
    ("渝中区", 500103),
    ("大渡口区", 500104),
    ("江北区", 500105),
    ("沙坪坝区", 500106),
    ("九龙坡区", 500107),
    ("南岸区", 500108),
    ("北碚区", 500109),
    ("綦江区", 500110),
    ("大足区", 500111),
    ("渝北区", 500112),
    ("巴南区", 500113),
    ("黔江区", 500114),
    ("长寿区", 500115),
    ("江津区", 500116),
];

const KINDS: [&str; 14] = [
    "会议学习",
    "宣讲宣传",
    "慰问帮扶",
    "技能竞赛",
    "文体活动",
    "婚恋交友",
    "建会入会",
    "维权法律",
    "培训讲座",
    "评选表彰",
    "调研蹲点",
    "祭扫纪念",
    "阅读分享",
    "其他",
];

const AUDIENCES: [&str; 5] = ["新就业形态劳动者", "农民工", "女职工", "困难职工", "劳模工匠"];
