//! The program: a window, or the command line without one.

use clap::Parser as _;
use ordito::app::{Ordito, WindowError, WindowOptions};
use ordito::cli::{Arguments, Outcome, run, signed_by};
use ordito::model::Timestamp;
use ordito::storage::DataFolder;
use ordito::words::Words;
use ordito::workspace::{SETTINGS, Settings, Workspace};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

fn now() -> Timestamp {
    let since = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}

fn main() -> ExitCode {
    // Wrong usage ends here with exit code 2.
    let arguments = Arguments::parse();
    let (software, lang) = (arguments.software, arguments.lang);
    let data = match DataFolder::of_user() {
        Ok(data) => data,
        Err(error) => {
            let words = Words::new(lang.unwrap_or_default());
            return refused(&words.cli_no_data_folder(error.to_string()));
        }
    };
    ordito::app::report_panics(&data);
    ordito::app::keep_log(&data);
    ordito::app::outlive_file_limits();
    ordito::storage::leave_traces(&data);
    // The program that runs, even where its file has been replaced since.
    let program = if cfg!(target_os = "linux") {
        Ok("/proc/self/exe".into())
    } else {
        std::env::current_exe()
    };
    if let Ok(program) = program {
        ordito::export::set_apart_by(program);
    }
    let mut settings = Settings::load(&data.root().join(SETTINGS));
    settings.author = signed_by(arguments.author.as_deref());
    if let Some(lang) = lang {
        settings.language = lang;
    }
    match run(arguments, data.clone(), settings.language, now()) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Window(file)) => open_window(data, settings, file, software),
        Err(refusal) => refused(&refusal.0),
    }
}

fn refused(why: &str) -> ExitCode {
    eprintln!("ordito: {}", ordito::cli::harmless(&why.replace('\n', " ")));
    ExitCode::from(1)
}

fn open_window(
    data: DataFolder,
    settings: Settings,
    file: Option<PathBuf>,
    software: bool,
) -> ExitCode {
    let language = settings.language;
    let words = || Words::new(language);
    let options = WindowOptions {
        size: settings.window,
        maximised: settings.maximised,
        software,
        ..WindowOptions::default()
    };
    let mut workspace = Workspace::new(settings, Arc::new(now));
    workspace.keep_in(data);
    match ordito::app::run(options, |ctx| Box::new(Ordito::new(ctx, workspace, file))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(WindowError::NoDisplay) => refused(&words().cli_window_no_display()),
        Err(WindowError::MissingLibraries {
            libraries,
            debian_packages,
        }) => {
            refused(&words().cli_window_libraries(libraries.join(", "), debian_packages.join(" ")))
        }
        Err(error) => refused(&words().cli_window_failed(error.to_string())),
    }
}
