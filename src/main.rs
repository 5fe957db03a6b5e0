fn main() {
    let data = ordito::storage::DataFolder::of_user().unwrap();
    let settings = ordito::workspace::Settings::load(&data.root().join("settings.json"));
    let clock = std::sync::Arc::new(|| {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
        ordito::model::Timestamp(since.as_millis() as i64)
    });
    let mut workspace = ordito::workspace::Workspace::new(settings, clock);
    workspace.keep_in(data);
    ordito::app::run(workspace, std::env::args().nth(1).map(Into::into)).unwrap();
}
