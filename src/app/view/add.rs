//! The page that adds bulletins (添加简报): choose or drop files, see what was read of each, add it, save it.

use web_sys::{DragEvent, File, FileList, HtmlInputElement};
use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::{chinese, spoken};
use crate::app::adding::{Desk, Entry, Found, Stage, Wish};
use crate::app::state::Action;
use crate::app::url::View;
use crate::app::words::AddWords;
use crate::corpus::{Diagnostic, Severity};

/// How many articles of a file are listed.
const LISTED: usize = 6;

/// The page.
#[component]
pub(super) fn Add(page: &Page) -> Html {
    let words = page.words.add;
    let desk = &page.desk;
    html! {
        <article class="add">
            <header class="add-head">
                <h1 class="headline">{ words.title }</h1>
                <p class="lede">{ words.lede }</p>
            </header>
            <Drop ..page.clone() />
            <p class="add-private">{ words.private }</p>
            <div role="status" aria-live="polite">
                if let Some(why) = &desk.fault { <p class="notice">{ spoken(page.words, page.words.label(why)) }</p> }
                { state(page, desk) }
            </div>
            if !desk.files.is_empty() {
                <section aria-labelledby="gongxun-files">
                    <h2 id="gongxun-files" class="hidden">{ words.files }</h2>
                    <ul class="add-files">{ for desk.files.iter().map(|entry| file(page, entry)) }</ul>
                </section>
            }
        </article>
    }
}

/// Where files are chosen or dropped.
#[component]
fn Drop(page: &Page) -> Html {
    let words = page.words.add;
    let over = use_state(|| false);
    let take = {
        let wish = page.wish.clone();
        move |list: Option<FileList>| {
            let list =
                list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)));
            let files: Vec<File> = list.collect();
            if !files.is_empty() {
                wish.emit(Wish::Take(files));
            }
        }
    };
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                take(field.files());
                // The same file may be chosen again.
                field.set_value("");
            }
        })
    };
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(true);
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |_: DragEvent| over.set(false))
    };
    let ondrop = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            take(event.data_transfer().and_then(|held| held.files()));
        })
    };
    html! {
        <div class={classes!("add-drop", over.then_some("over"))} {ondragover} {ondragleave} {ondrop}>
            <label class="add-choose">
                <input type="file" class="hidden" multiple={true} {onchange} />
                <span class="button">{ words.choose }</span>
            </label>
            <p>{ words.or_drop }</p>
            <p class="figure-note">{ words.formats }</p>
        </div>
    }
}

/// What is being done, or what can be.
fn state(page: &Page, desk: &Desk) -> Html {
    let words = page.words.add;
    let (ready, articles) = desk.ready();
    let (read, all) = desk.read();
    let added = desk.added();
    html! {
        <>
            if desk.busy {
                <p class="add-state">
                    if read < all { <progress max={all.to_string()} value={read.to_string()} aria-label={words.reading} /> }
                    <span>{ if desk.saving { words.saving.to_owned() } else { words.progress(read, all) } }</span>
                    if !desk.saving {
                        <button type="button" class="button" onclick={wish(page, Wish::Stop)}>{ words.stop }</button>
                    }
                </p>
            } else if !ready.is_empty() {
                <p class="add-state">
                    <button type="button" class="button main-button" onclick={wish(page, Wish::Add)}>
                        { words.add(articles) }
                    </button>
                </p>
            }
            if added > 0 {
                <div class="add-done">
                    <p>
                        { words.here(added) }
                        { " " }
                        { link(page, Action::Show(View::Search), "", html! { words.look }) }
                    </p>
                    if !desk.busy {
                        <p>
                            <button type="button" class="button" onclick={wish(page, Wish::SaveFile)}>
                                { words.save_file }
                            </button>
                            <span class="figure-note">{ words.save_file_note }</span>
                        </p>
                        <p>
                            <button type="button" class="button" onclick={wish(page, Wish::Save)}>{ words.save }</button>
                            <span class="figure-note">{ words.save_note }</span>
                        </p>
                        if let Some(name) = &desk.saved { <p class="add-saved">{ spoken(page.words, &words.saved(name)) }</p> }
                    }
                </div>
            }
        </>
    }
}

fn wish(page: &Page, wish: Wish) -> Callback<MouseEvent> {
    page.wish.reform(move |_| wish.clone())
}

fn file(page: &Page, entry: &Entry) -> Html {
    let words = page.words.add;
    let (class, status) = status(words, &entry.stage);
    let working = matches!(entry.stage, Stage::Reading | Stage::Adding(..));
    html! {
        <li key={entry.key} class={classes!("add-file", class)}>
            <div class="add-file-head">
                <h3 class="add-name">{ spoken(page.words, &entry.name) }</h3>
                <span class="add-status">{ status }</span>
                if !working {
                    <button
                        type="button"
                        class="quiet"
                        aria-label={words.remove_file(&entry.name)}
                        onclick={wish(page, Wish::Remove(entry.key))}
                    >{ words.remove }</button>
                }
            </div>
            if let Stage::Failed(why) = &entry.stage { <p class="add-why">{ spoken(page.words, page.words.label(why)) }</p> }
            if let Some(found) = entry.stage.found() { { held(page, entry, found) } }
        </li>
    }
}

fn status(words: &AddWords, stage: &Stage) -> (&'static str, String) {
    match stage {
        Stage::Waiting => ("", words.waiting.to_owned()),
        Stage::Reading => ("", words.reading.to_owned()),
        Stage::Adding(_, done, all) => ("", words.indexing(*done, *all)),
        Stage::Added(_) => ("done", words.added.to_owned()),
        Stage::Read(found) if found.refused() => ("bad", words.refused.to_owned()),
        Stage::Read(found) if found.fresh() == 0 => ("", words.nothing_new.to_owned()),
        Stage::Read(_) => ("", words.read.to_owned()),
        Stage::Failed(_) => ("bad", words.failed.to_owned()),
    }
}

/// What a file holds, and what there is to say of it.
fn held(page: &Page, entry: &Entry, found: &Found) -> Html {
    let words = page.words.add;
    let (file, articles) = (&found.file, &found.file.articles);
    let added = matches!(entry.stage, Stage::Added(_));
    let article = |article: &crate::app::worker::ReadArticle| {
        let known = found.known.contains(&article.id);
        let open = Action::Open(article.id.clone(), None);
        let title = spoken(page.words, &article.title);
        html! {
            <li>
                if added || known { { link(page, open, "", title) } } else { { title } }
                if known { <span class="add-known">{ words.known }</span> }
            </li>
        }
    };
    let left = articles.len().saturating_sub(LISTED);
    let (errors, notes): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        file.diagnostics.iter().partition(|diagnostic| diagnostic.severity == Severity::Error);
    html! {
        <>
            if !articles.is_empty() {
                <p class="add-held">{ words.held(articles.len(), file.activities, found.known.len()) }</p>
                <ul class="add-titles">
                    { for articles.iter().take(LISTED).map(article) }
                    if left > 0 { <li class="figure-note">{ words.more_titles(left) }</li> }
                </ul>
            }
            { said(page, &errors) }
            if !notes.is_empty() {
                <details class="add-notes">
                    <summary>{ words.notes(notes.len()) }</summary>
                    { said(page, &notes) }
                </details>
            }
        </>
    }
}

/// What was found in a file: where, what, and what to do.
fn said(page: &Page, found: &[&Diagnostic]) -> Html {
    let (words, add) = (page.words, page.words.add);
    // A diagnostic is Chinese; what it is about is said in the language of the page first.
    let stop = if words.lang_of_data().is_some() { "。" } else { words.stop };
    let one = |diagnostic: &&Diagnostic| {
        let line = diagnostic.line.map(|line| format!("{}{}", words.comma, add.line(line)));
        let head = [add.severity(diagnostic.severity), &line.unwrap_or_default(), words.colon].concat();
        let meaning = words.meaning(&diagnostic.code).map(|meaning| format!("{meaning} "));
        let hint =
            diagnostic.hint.iter().map(|hint| html! { <span class="add-hint">{ hint }{ stop }</span> });
        html! {
            <li>
                <span class="add-severity">{ head }</span>
                { for meaning }
                { chinese(words, html! { <>{ diagnostic.message.clone() }{ stop }{ for hint }</> }) }
            </li>
        }
    };
    html! { if !found.is_empty() { <ul class="add-said">{ for found.iter().map(one) }</ul> } }
}
