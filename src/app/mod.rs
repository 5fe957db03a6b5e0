//! The window.

mod file_dialog;
mod screen;

pub use screen::Ordito;

struct Shell(Ordito);
impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.0.logic(ctx);
    }
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.ui(ui);
    }
}

pub fn run(workspace: crate::workspace::Workspace, open: Option<std::path::PathBuf>) -> eframe::Result {
    let options = eframe::NativeOptions {
        system_font_fallback: false,
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        ..Default::default()
    };
    eframe::run_native(
        "Ordito",
        options,
        Box::new(|cc| Ok(Box::new(Shell(Ordito::new(&cc.egui_ctx, workspace, open))))),
    )
}
