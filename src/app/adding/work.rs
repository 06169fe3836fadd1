//! Does what is wished of the [`Desk`]: one file after the other, slice by slice, so that it may be stopped between
//! any two. The archive is changed when something was added or taken away, not before.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;

use super::desk::{Desk, Entry, Found, Stage};
use super::intake::{Added, Intake, Open, Wish};
use super::thread::ask;
use crate::app::archive::{Archive, Slice};
use crate::app::late::Late;
use crate::app::loader::{self, bytes};
use crate::app::worker::{ReadFile, Reply, Request};
use crate::app::{device, document};
use crate::corpus::{ArticleId, Corpus};
use crate::place::Adcode;
use crate::publish::PartName;
use crate::search::Engine;

/// A file larger than this is for the command.
const LARGEST: f64 = 60e6;

/// What a new single file takes over from the page, as far as it has it: one that was not split has no late part.
const PACKED: [PartName; 10] = [
    PartName::Dict,
    PartName::Map,
    PartName::Settings,
    PartName::Wasm,
    PartName::Late,
    PartName::Worker,
    PartName::WorkerScript,
    PartName::AllTowns,
    PartName::English,
    PartName::Template,
];

/// After how many slices the page says how far it is.
const STEP: usize = 8;

/// Boxed: what would otherwise be made anew for each work is a large part of the page's own program.
type Task = Pin<Box<dyn Future<Output = ()>>>;

/// An answer of the worker, on its way.
type Answer<'a> = Pin<Box<dyn Future<Output = Result<(Reply, Vec<Vec<u8>>), String>> + 'a>>;

/// The intake, at work.
#[derive(Clone)]
struct Work(Rc<Intake>);

impl Deref for Work {
    type Target = Intake;

    fn deref(&self) -> &Intake {
        &self.0
    }
}

/// Does what is wished; `base` is the archive as it was loaded.
#[inline(never)]
pub(in crate::app) fn do_wish(_: Late, intake: &Rc<Intake>, wish: Wish, base: &Rc<Archive>) {
    intake.inner.borrow_mut().base.get_or_insert_with(|| base.clone());
    let work = Work(intake.clone());
    match wish {
        Wish::Take(files) => {
            work.take(files);
            work.start(Box::pin(work.clone().read_all()));
        }
        Wish::Stop => work.inner.borrow_mut().stop = true,
        Wish::Add => work.start(Box::pin(work.clone().add_all())),
        Wish::Remove(key) => work.remove(key),
        Wish::Save => work.start(Box::pin(work.clone().save())),
        Wish::SaveFile => work.start(Box::pin(work.clone().save_file())),
    }
}

impl Work {
    fn change(&self, change: impl FnOnce(&mut Desk)) {
        change(Rc::make_mut(&mut self.inner.borrow_mut().desk));
        self.tell.emit(None);
    }

    fn stage(&self, key: u32, stage: Stage) {
        self.change(|desk| desk.file(key).into_iter().for_each(|entry| entry.stage = stage.clone()));
    }

    /// Begins a work, unless one is under way: then that goes on with what was put on the desk.
    fn start(&self, task: Task) {
        if self.inner.borrow().desk.busy {
            return;
        }
        self.inner.borrow_mut().stop = false;
        self.change(|desk| (desk.busy, desk.fault, desk.saved) = (true, None, None));
        let work = self.clone();
        spawn_local(async move {
            task.await;
            // What was chosen meanwhile.
            work.clone().read_all().await;
            work.change(|desk| desk.busy = false);
        });
    }

    fn stopped(&self) -> bool {
        self.inner.borrow().stop
    }

    fn take(&self, files: Vec<File>) {
        let mut inner = self.inner.borrow_mut();
        let free = inner.desk.files.iter().map(|entry| entry.key + 1).max().unwrap_or(0);
        for (key, file) in (free..).zip(files) {
            let entry = Entry { key, name: file.name().into(), stage: Stage::Waiting };
            Rc::make_mut(&mut inner.desk).files.push(entry);
            inner.waiting.push((key, file));
        }
    }

    async fn read_all(self) {
        loop {
            let next = {
                let mut inner = self.inner.borrow_mut();
                if inner.stop {
                    inner.waiting.clear();
                }
                (!inner.waiting.is_empty()).then(|| inner.waiting.remove(0))
            };
            let Some((key, file)) = next else { break };
            if self.desk().files.iter().all(|entry| entry.key != key) {
                continue;
            }
            self.stage(key, Stage::Reading);
            let stage = match self.read(key, &file).await {
                Ok(found) => Stage::Read(Rc::new(found)),
                Err(why) => Stage::Failed(why.into()),
            };
            self.stage(key, stage);
        }
        // Those that were not read before the stop.
        self.change(|desk| desk.files.retain(|entry| entry.stage != Stage::Waiting));
    }

    async fn read(&self, key: u32, file: &File) -> Result<Found, String> {
        if file.size() > LARGEST {
            return Err(
                "文件超过 60 MB，网页里读不了这么大的。请拆成几个，或用命令 gongxun corpus 读入。".to_owned()
            );
        }
        let gone = |_| "文件读不出来，可能已移走或正被别的程序占用。".to_owned();
        let buffer = JsFuture::from(file.array_buffer()).await.map_err(gone)?;
        let content = js_sys::Uint8Array::new(&buffer).to_vec();
        self.open(Open::Near).await?;
        let request = Request::Read { name: file.name() };
        let (mut reply, mut beside) = self.ask(&request, &[&content]).await?;
        if matches!(&reply, Reply::Read(read) if read.elsewhere) && self.inner.borrow().open < Open::All {
            self.open(Open::All).await?;
            (reply, beside) = self.ask(&request, &[&content]).await?;
        }
        let Reply::Read(read) = reply else { return Err("程序答非所问。".to_owned()) };
        if let Some(corpus) = beside.pop() {
            self.inner.borrow_mut().read.push((key, corpus));
        }
        Ok(Found { known: self.known(key, &read), file: read })
    }

    /// Those of a file's articles that the archive, or another file that was added, has already.
    fn known(&self, key: u32, file: &ReadFile) -> Vec<ArticleId> {
        let inner = self.inner.borrow();
        let there = |id: &ArticleId| {
            inner.base.as_ref().is_some_and(|base| base.find_article(id).is_some())
                || inner.added.iter().any(|added| added.key != key && added.articles.contains(id))
        };
        file.articles.iter().map(|article| article.id.clone()).filter(there).collect()
    }

    fn ask<'a>(&'a self, request: &'a Request, beside: &'a [&'a [u8]]) -> Answer<'a> {
        Box::pin(async move {
            let answer = ask(request, beside).await;
            if answer.is_err() {
                // It may have broken down, and another one in its place has no dictionary.
                self.inner.borrow_mut().open = Open::No;
            }
            answer
        })
    }

    async fn add_all(self) {
        let (keys, _) = self.desk().ready();
        for key in keys {
            if self.stopped() {
                break;
            }
            let Some(entry) = self.desk().files.iter().find(|entry| entry.key == key).cloned() else {
                continue;
            };
            let Stage::Read(found) = entry.stage else { continue };
            let found = Rc::new(Found { known: self.known(key, &found.file), ..(*found).clone() });
            let stage = match self.add(key, &found).await {
                Ok(Some(added)) => {
                    self.inner.borrow_mut().added.push(added);
                    Stage::Added(found)
                }
                Ok(None) => Stage::Read(found),
                Err(why) => Stage::Failed(why.into()),
            };
            self.stage(key, stage);
        }
        self.link().await;
        self.rebuild();
    }

    /// Indexes what is new in a file; nothing where there is none, or where it was stopped.
    async fn add(&self, key: u32, found: &Rc<Found>) -> Result<Option<Added>, String> {
        let corpus = self
            .inner
            .borrow()
            .read
            .iter()
            .find(|(other, _)| *other == key)
            .map(|(_, corpus)| corpus.clone());
        let Some(corpus) = corpus else { return Ok(None) };
        if found.fresh() == 0 {
            return Ok(None);
        }
        let Some(base) = self.inner.borrow().base.clone() else { return Ok(None) };
        let own = base.corpus.bulletins.iter().map(|bulletin| bulletin.id.clone());
        let others: Vec<Slice> = self.slices();
        let others =
            others.iter().flat_map(|slice| &slice.corpus.bulletins).map(|bulletin| bulletin.id.clone());
        let cut = Request::Cut { known: found.known.clone(), taken: own.chain(others).collect() };
        let (_, cut) = self.ask(&cut, &[&corpus]).await?;
        self.open(Open::Near).await?;
        let mut added = Added { key, names: found.file.names.clone(), ..Added::default() };
        for (done, slice) in cut.iter().enumerate() {
            if self.stopped() {
                return Ok(None);
            }
            // Drawing costs more than a slice.
            if done.is_multiple_of(STEP) {
                self.stage(key, Stage::Adding(found.clone(), done, cut.len()));
            }
            let (_, index) = self.ask(&Request::Index { first: done == 0 }, &[slice]).await?;
            let index = index.first().map_or(&[][..], Vec::as_slice);
            let engine = Engine::decode(index, base.engine.segmenter()).map_err(|error| error.to_string())?;
            let corpus = Corpus::from_bytes(slice).map_err(|error| error.to_string())?;
            added.articles.extend(corpus.articles().map(|(_, article)| article.id.clone()));
            added.slices.push(Slice { corpus: Rc::new(corpus), engine: Arc::new(engine) });
        }
        added.bytes = cut;
        Ok(Some(added))
    }

    /// Gives the worker the dictionary of the archive and so many townships.
    fn open(&self, wanted: Open) -> Pin<Box<dyn Future<Output = Result<(), String>> + '_>> {
        Box::pin(async move {
            if self.inner.borrow().open >= wanted {
                return Ok(());
            }
            let towns = if wanted == Open::All { PartName::AllTowns } else { PartName::Towns };
            let dict = bytes(PartName::Dict).await.map_err(|error| error.message)?;
            let towns = bytes(towns).await.map_err(|error| error.message)?;
            self.ask(&Request::Open, &[&dict, &towns]).await?;
            self.inner.borrow_mut().open = wanted;
            Ok(())
        })
    }

    fn slices(&self) -> Vec<Slice> {
        self.inner.borrow().added.iter().flat_map(|added| added.slices.clone()).collect()
    }

    /// Asks of everything, the archive first; `before` is what the request wants before that.
    fn ask_of_all<'a>(&'a self, request: &'a Request, before: Vec<Vec<u8>>) -> Answer<'a> {
        Box::pin(async move {
            let mut all = before;
            all.push(bytes(PartName::Corpus).await.map_err(|error| error.message)?);
            self.inner.borrow().added.iter().for_each(|added| all.extend_from_slice(&added.bytes));
            let beside: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
            self.ask(request, &beside).await
        })
    }

    /// Finds reports of one event in everything.
    async fn link(&self) {
        match self.ask_of_all(&Request::Link, Vec::new()).await {
            Ok((Reply::Linked(links), _)) => self.inner.borrow_mut().links = links,
            Ok(_) => {}
            Err(why) => self.change(|desk| desk.fault = Some(why.into())),
        }
    }

    fn remove(&self, key: u32) {
        let was_added = {
            let mut inner = self.inner.borrow_mut();
            inner.read.retain(|(other, _)| *other != key);
            inner.waiting.retain(|(other, _)| *other != key);
            let before = inner.added.len();
            inner.added.retain(|added| added.key != key);
            inner.added.len() < before
        };
        self.change(|desk| {
            desk.files.retain(|entry| entry.key != key);
            desk.saved = None;
        });
        if was_added {
            self.rebuild();
        }
        // What was known by this file alone is new again.
        let desk = self.desk();
        for entry in &desk.files {
            if let Stage::Read(found) = &entry.stage {
                let found = Found { known: self.known(entry.key, &found.file), ..(**found).clone() };
                self.stage(entry.key, Stage::Read(Rc::new(found)));
            }
        }
    }

    /// The archive with all that was added.
    fn rebuild(&self) {
        let Some(base) = self.inner.borrow().base.clone() else { return };
        let slices = self.slices();
        let archive = if slices.is_empty() {
            base
        } else {
            let inner = self.inner.borrow();
            let names: Vec<(Adcode, String)> =
                inner.added.iter().flat_map(|added| added.names.clone()).collect();
            Rc::new(base.with(&slices, &names, &inner.links))
        };
        self.tell.emit(Some(archive));
    }

    async fn save(self) {
        match self.ask_of_all(&Request::Join, Vec::new()).await {
            Ok((_, corpus)) => self.saved("corpus.json".to_owned(), "application/json", &corpus),
            Err(why) => self.change(|desk| desk.fault = Some(why.into())),
        }
    }

    async fn save_file(self) {
        self.change(|desk| desk.saving = true);
        let made = self.package().await;
        self.change(|desk| desk.saving = false);
        // Named by the day, so that the file that it was made from stays what it is.
        let day = device::today().map(|day| format!("-{day}")).unwrap_or_default();
        match made {
            Ok(file) => self.saved(format!("工讯{day}.html"), "text/html", &file),
            Err(why) => self.change(|desk| desk.fault = Some(why.into())),
        }
    }

    async fn package(&self) -> Result<Vec<Vec<u8>>, String> {
        let parts: Vec<PartName> = PACKED.into_iter().filter(|name| loader::has(*name)).collect();
        let mut beside = Vec::new();
        for name in &parts {
            beside.push(bytes(*name).await.map_err(|error| error.message)?);
        }
        let shell = loader::shell().await.map_err(|error| error.message)?;
        beside.extend(shell.into_iter().map(String::into_bytes));
        Ok(self.ask_of_all(&Request::Package { parts }, beside).await?.1)
    }

    fn saved(&self, name: String, kind: &str, file: &[Vec<u8>]) {
        document::download(&name, kind, file.first().map_or(&[], Vec::as_slice));
        self.change(|desk| desk.saved = Some(name.into()));
    }
}
