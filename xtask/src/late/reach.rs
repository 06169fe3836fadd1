//! Which functions are late, from who calls whom.

use anyhow::{bail, ensure};

use super::program::Program;
use super::{DOORS, MODULES};

/// How many faults are told.
const TOLD: usize = 40;

/// Which functions are late: those of the late modules, and those that nothing of the first part reaches.
///
/// What goes by way of the table cannot be followed: a method is late where it is made for anything of a late module,
/// for only such a module makes what has it.
pub(super) fn late(program: &Program) -> anyhow::Result<Vec<bool>> {
    let functions = &program.functions;
    let own: Vec<Option<&str>> = functions.iter().map(|function| module_of(&function.name)).collect();
    for door in DOORS {
        ensure!(
            functions.iter().any(|function| function.name == door),
            "there is no {door}; was it inlined?"
        );
    }
    let mut first = vec![false; functions.len()];
    let early = |at: &usize| {
        functions.get(*at).is_some_and(|function| !MODULES.iter().any(|path| mentions(&function.name, path)))
    };
    let called = program.table.iter().copied().filter(early);
    let mut waiting: Vec<usize> = program.exports.iter().copied().chain(called).collect();
    let mut faults = Vec::new();
    while let Some(at) = waiting.pop() {
        let Some((function, seen)) = functions.get(at).zip(first.get_mut(at)) else { continue };
        if std::mem::replace(seen, true) {
            continue;
        }
        for &callee in &function.calls {
            let Some(called) = functions.get(callee) else { continue };
            if own.get(callee).copied().flatten().is_none() {
                waiting.push(callee);
            } else if !DOORS.contains(&called.name.as_str()) {
                faults.push(format!("{}\n    calls {}", function.name, called.name));
            }
        }
    }
    if !faults.is_empty() {
        let told = faults.iter().take(TOLD).cloned().collect::<Vec<_>>().join("\n");
        bail!("{} calls of the first part pass no door (xtask/src/late):\n{told}", faults.len());
    }
    Ok(first.into_iter().map(|first| !first).collect())
}

/// The late module that a function is written in, as its name begins: `<Of as Trait>::method`, `of::function`.
fn module_of(name: &str) -> Option<&'static str> {
    let path = name.trim_start_matches(['<', '&', '(', '[']).trim_start_matches("mut ");
    MODULES.into_iter().find(|module| path.strip_prefix(module).is_some_and(|rest| rest.starts_with("::")))
}

/// Whether a name is that of a path or of something beneath it, or is made for such a thing.
fn mentions(name: &str, path: &str) -> bool {
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    name.match_indices(path).any(|(at, _)| name.get(at + path.len()..).is_some_and(ends))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::late::program::Function;

    fn program(functions: &[(&str, &[usize])], table: &[usize]) -> Program {
        let function = |(name, calls): &(&str, &[usize])| Function {
            name: (*name).to_owned(),
            calls: calls.to_vec(),
            ..Function::default()
        };
        // Every door is there.
        let all = DOORS.map(|name| Function { name: name.to_owned(), ..Function::default() });
        Program {
            functions: functions.iter().map(function).chain(all).collect(),
            exports: vec![0],
            table: table.to_vec(),
            ..Program::default()
        }
    }

    #[test]
    fn the_modules_are_there() {
        for module in MODULES {
            let path = crate::project::root().join(module.replace("gongxun::", "src/").replace("::", "/"));
            assert!(path.is_dir() || path.with_extension("rs").is_file(), "{module}");
        }
    }

    #[test]
    fn late_is_what_only_doors_lead_to() {
        let functions: [(&str, &[usize]); 5] = [
            ("main", &[1, 2]),
            ("gongxun::app::view::rooms::draw", &[3, 4]),
            ("core::shared", &[]),
            ("gongxun::layout::map::frame", &[2]),
            ("<gongxun::app::view::stats::Table as core::fmt::Display>::fmt", &[]),
        ];
        let late = late(&program(&functions, &[])).unwrap();
        assert_eq!(late[..5], [false, true, false, true, true]);
    }

    #[test]
    fn a_method_of_something_late_is_late_by_the_table() {
        let functions: [(&str, &[usize]); 3] = [
            ("main", &[]),
            ("core::ptr::drop_in_place::<gongxun::app::view::add::Drop>", &[]),
            ("core::ptr::drop_in_place::<gongxun::app::view::added::Drop>", &[]),
        ];
        assert_eq!(late(&program(&functions, &[1, 2])).unwrap()[..3], [false, true, false]);
    }

    #[test]
    fn a_call_beside_the_doors_is_a_fault() {
        let functions: [(&str, &[usize]); 2] = [("main", &[1]), ("gongxun::app::view::stats::table", &[])];
        let fault = late(&program(&functions, &[])).unwrap_err().to_string();
        assert!(fault.contains("main\n    calls gongxun::app::view::stats::table"), "{fault}");
    }
}
