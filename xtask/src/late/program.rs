//! What splitting asks of a wasm: which function calls which, what they are called, and who is called from elsewhere.

use anyhow::Context;
use rustc_demangle::demangle;
use wasmparser::{ElementItems, ExternalKind, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// A function of the program's own.
#[derive(Default)]
pub(crate) struct Function {
    /// As the linker calls it.
    pub(crate) symbol: String,
    /// As Rust does, with its type parameters and without hashes.
    pub(crate) name: String,
    /// The functions that it calls by their numbers, imported ones left out.
    pub(crate) calls: Vec<usize>,
    /// The numbers in it that may be addresses.
    pub(crate) numbers: Vec<u32>,
}

/// A wasm. Functions are counted without the imported ones.
#[derive(Default)]
pub(crate) struct Program {
    /// The functions.
    pub(crate) functions: Vec<Function>,
    /// Those that the page calls.
    pub(crate) exports: Vec<usize>,
    /// Those that are called by way of the table: methods of trait objects, function pointers.
    pub(crate) table: Vec<usize>,
    /// Addresses with what stands there at the start, and where that is in the file.
    pub(crate) data: Vec<(u32, std::ops::Range<usize>)>,
}

impl Program {
    /// Reads a wasm.
    pub(crate) fn read(bytes: &[u8]) -> anyhow::Result<Program> {
        let mut program = Program::default();
        let mut imported = 0;
        let mut symbols: Vec<(usize, String)> = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload.context("not a wasm")? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            program.exports.extend((export.index as usize).checked_sub(imported));
                        }
                    }
                }
                Payload::StartSection { func, .. } => {
                    program.exports.extend((func as usize).checked_sub(imported));
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        if let ElementItems::Functions(items) = element?.items {
                            for item in items {
                                program.table.extend((item? as usize).checked_sub(imported));
                            }
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let mut function = Function::default();
                    for operator in body.get_operators_reader()? {
                        match operator? {
                            Operator::Call { function_index } => {
                                function.calls.extend((function_index as usize).checked_sub(imported));
                            }
                            Operator::I32Const { value } => function.numbers.push(value as u32),
                            _ => {}
                        }
                    }
                    program.functions.push(function);
                }
                Payload::DataSection(section) => {
                    for data in section {
                        let data = data?;
                        if let wasmparser::DataKind::Active { offset_expr, .. } = data.kind
                            && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                        {
                            let end = data.range.end;
                            program.data.push((value as u32, end - data.data.len()..end));
                        }
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for names in names {
                            if let Name::Function(names) = names? {
                                for name in names {
                                    let name = name?;
                                    symbols.push((name.index as usize, name.name.to_owned()));
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        for (index, symbol) in symbols {
            if let Some(function) =
                index.checked_sub(imported).and_then(|index| program.functions.get_mut(index))
            {
                function.name = format!("{:#}", demangle(&symbol));
                function.symbol = symbol;
            }
        }
        Ok(program)
    }
}
