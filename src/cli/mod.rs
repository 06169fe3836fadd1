//! The command line: files, arguments, progress, exit codes. Nothing imports this module.
