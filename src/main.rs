//! Arguments, then run.
#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    vitrine::allocator::give_back_large_blocks();
    vitrine::cli::run()
}
