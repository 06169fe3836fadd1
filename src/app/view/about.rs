//! The about page (关于).

use yew::prelude::*;

use super::Page;
use super::link::link;
use super::tongue::spoken;
use crate::app::state::Action;
use crate::app::url::View;

/// What this is, how it was made, what it cannot do; and the sources.
pub(super) fn about(page: &Page) -> Html {
    let (words, archive) = (page.words, &page.archive);
    let sections = words.about_page.sections(&archive.figures);
    let source = |bulletin: &crate::corpus::Bulletin| {
        let name = archive.bulletin_name(bulletin);
        let url = bulletin.source.as_ref().and_then(|source| source.url.clone());
        let published = bulletin.issued.map(|day| words.day(day));
        html! {
            <li key={bulletin.id.to_string()}>
                if let Some(url) = url.filter(|url| super::reader::is_web(url)) {
                    <a href={url} rel="noopener noreferrer">{ spoken(words, name) }</a>
                } else {
                    { spoken(words, name) }
                }
                <span class="figure-note">
                    { for bulletin.publisher.iter().map(|name| html! { <span>{ spoken(words, name) }</span> }) }
                    if let Some(day) = published { <span>{ day }</span> }
                    if let Some(year) = &bulletin.year { <span>{ spoken(words, &words.year_basis(year)) }</span> }
                    <span>{ words.articles(bulletin.articles.len()) }</span>
                </span>
            </li>
        }
    };
    html! {
        <article class="about prose">
            <h1>{ words.view(View::About) }</h1>
            { for sections.into_iter().map(|section| html! {
                <section key={section.title}>
                    <h2>{ section.title }</h2>
                    <div>{ for section.paragraphs.into_iter().map(|text| html! { <p>{ spoken(words, &text) }</p> }) }</div>
                </section>
            }) }
            <section>
                <h2>{ words.sources }</h2>
                <ul class="sources">{ for archive.corpus.bulletins.iter().map(source) }</ul>
            </section>
            <section>
                <h2>{ words.embed.invite }</h2>
                <div>
                    <p>{ words.embed.lede }</p>
                    <p>{ link(page, Action::Show(View::Embed), "", html! { words.embed.make }) }</p>
                </div>
            </section>
            <p class="figure-note">{ words.version(env!("CARGO_PKG_VERSION")) }</p>
        </article>
    }
}
