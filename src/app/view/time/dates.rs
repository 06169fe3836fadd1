//! Exact dates, typed. Plain text fields: a browser writes its own date fields in its own language and order, whatever
//! the page's, and takes no 20240528 from a clipboard.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::Page;
use super::super::tongue::spoken;
use crate::app::state::Action;
use crate::app::typed::typed_days;
use crate::date::Day;

/// The first and the last day of the chosen period.
pub(super) fn dates(page: &Page) -> Html {
    let (words, address) = (page.words, &page.state.address);
    let chosen = address.from.is_some() || address.to.is_some();
    html! {
        <div class="dates" role="group" aria-label={words.period}>
            <Field page={page.clone()} is_start={true} />
            <Field page={page.clone()} is_start={false} />
            if chosen {
                <button type="button" class="quiet" onclick={page.on(Action::Span(None, None))}>
                    { words.figures.no_period }
                </button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FieldProps {
    page: Page,
    is_start: bool,
}

/// One end of the period. What is no date stays in the field, under a line that says what is.
#[component]
fn Field(props: &FieldProps) -> Html {
    let FieldProps { page, is_start } = props;
    let is_start = *is_start;
    let words = page.words.figures;
    let (from, to) = (page.state.address.from, page.state.address.to);
    let day = if is_start { from } else { to };
    let wrong = use_state_eq(|| None::<String>);
    use_effect_with(day, {
        let wrong = wrong.clone();
        move |_| wrong.set(None)
    });
    let onchange = {
        let (act, wrong) = (page.act.clone(), wrong.clone());
        Callback::from(move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let typed = field.value();
            let days = typed_days(&typed);
            if days.is_none() && !typed.trim().is_empty() {
                wrong.set(Some(typed));
                return;
            }
            wrong.set(None);
            let end = days.map(|(first, last)| if is_start { first } else { last });
            field.set_value(&written(end));
            act.emit(if is_start { Action::Span(end, to) } else { Action::Span(from, end) });
        })
    };
    let id = if is_start { "gongxun-from" } else { "gongxun-to" };
    let message = format!("{id}-wrong");
    html! {
        <div class="date">
            <label for={id}>{ if is_start { words.from } else { words.to } }</label>
            <input
                {id}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                size="11"
                placeholder={words.date_hint}
                aria-invalid={wrong.is_some().then_some("true")}
                aria-describedby={wrong.is_some().then(|| message.clone())}
                value={wrong.as_deref().map_or_else(|| written(day), str::to_owned)}
                {onchange}
            />
            if let Some(typed) = &*wrong {
                <p class="date-wrong" id={message} role="alert">
                    { spoken(page.words, &words.date_wrong(typed)) }
                </p>
            }
        </div>
    }
}

fn written(day: Option<Day>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
