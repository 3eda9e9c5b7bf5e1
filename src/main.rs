//! Arguments, then run.
#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    vitrine::cli::run()
}
