//! The program: a window, or the command line without one.

use ordito::app::{Ordito, WindowOptions};
use ordito::model::Timestamp;
use ordito::storage::DataFolder;
use ordito::workspace::{Settings, Workspace};
use std::path::PathBuf;
use std::sync::Arc;

fn main() {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from).collect::<Vec<_>>();
    let software = arguments.iter().any(|argument| argument.as_os_str() == "--software");
    arguments.retain(|argument| argument.as_os_str() != "--software");
    if let Err(error) = open_window(arguments.into_iter().next(), software) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

fn open_window(file: Option<PathBuf>, software: bool) -> Result<(), Box<dyn std::error::Error>> {
    let data = DataFolder::of_user()?;
    let settings = Settings::load(&data.root().join("settings.json"));
    let clock = Arc::new(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    });
    let options =
        WindowOptions { size: settings.window, maximised: settings.maximised, software, ..WindowOptions::default() };
    let mut workspace = Workspace::new(settings, clock);
    workspace.keep_in(data);
    ordito::app::run(options, |ctx| Box::new(Ordito::new(ctx, workspace, file)))?;
    Ok(())
}
