//! Who signs: name, office, body, logo. The one place where they are changed.

use crate::Cx;
use crate::widgets;
use egui::accesskit::Role;
use egui::{ColorImage, Sense, TextureHandle, TextureOptions, Ui, WidgetInfo, vec2};
use ordito_model::{Logo, Signature};
use ordito_workspace::{Action, Purpose, Workspace};

/// The room a logo has in the dialog, in points.
const LOGO: egui::Vec2 = vec2(220.0, 64.0);

/// What is being typed about the person.
#[derive(Default)]
pub struct Draft {
    signature: Signature,
    shown: bool,
    /// The logo as it was last drawn.
    picture: Option<(Logo, Option<TextureHandle>)>,
}
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft")
            .field("signature", &self.signature)
            .finish_non_exhaustive()
    }
}
impl Draft {
    pub fn of(workspace: &Workspace) -> Self {
        Self {
            signature: workspace.settings().signature.clone(),
            ..Self::default()
        }
    }
}

/// True when the dialog is over.
pub fn identity_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) -> bool {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    ui.set_width(460.0);
    widgets::title_ui(ui, paint, &words.identity_title());
    ui.add(egui::Label::new(widgets::muted(words.identity_text(), paint)).wrap());
    if let Some(author) = &workspace.settings().author {
        let text = words.identity_run(author.as_str());
        ui.add(egui::Label::new(text).wrap());
    }
    let signature = &mut draft.signature;
    let fields = [
        ("identity-person", &mut signature.person),
        ("identity-office", &mut signature.office),
        ("identity-body", &mut signature.body),
    ];
    let mut enter = false;
    for (i, (key, text)) in fields.into_iter().enumerate() {
        widgets::caption_ui(ui, paint, &words.say(key));
        let field = widgets::line_edit_ui(ui, &words.say(key), text, "", f32::INFINITY);
        if i == 0 && !std::mem::replace(&mut draft.shown, true) {
            field.request_focus();
        }
        enter |= field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    }
    logo_ui(ui, cx, draft);
    ui.add_space(4.0);
    let line = draft.signature.line();
    let text = if line.is_empty() {
        words.identity_line_none(words.who_unknown())
    } else {
        words.identity_line(line)
    };
    ui.add(egui::Label::new(text).wrap());
    ui.add_space(8.0);
    let save = super::info::ends_ui(ui, cx, true).or(enter.then_some(true));
    if save == Some(true) {
        cx.act(Action::SetSignature(Box::new(trimmed(&draft.signature))));
    }
    save.is_some()
}

fn trimmed(signature: &Signature) -> Signature {
    let of = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    Signature {
        person: of(&signature.person),
        office: of(&signature.office),
        body: of(&signature.body),
        logo: None,
    }
}

fn logo_ui(ui: &mut Ui, cx: &mut Cx<'_>, draft: &mut Draft) {
    let Cx {
        paint, workspace, ..
    } = *cx;
    let words = workspace.words();
    widgets::caption_ui(ui, paint, &words.identity_logo());
    let kept = workspace.settings().signature.logo.as_ref();
    if let Some(logo) = kept {
        picture_ui(ui, workspace, logo, draft);
    } else {
        draft.picture = None;
        ui.label(words.identity_logo_none());
    }
    ui.horizontal(|ui| {
        if widgets::button_ui(ui, &words.identity_logo_choose()).clicked() {
            // The window's own file dialog takes this one's place: what was typed is kept first.
            cx.act(Action::SetSignature(Box::new(trimmed(&draft.signature))));
            cx.act(Action::PickFile(Purpose::Logo));
        }
        if kept.is_some() && widgets::button_ui(ui, &words.identity_logo_remove()).clicked() {
            cx.act(Action::SetLogo(None));
        }
    });
}

fn picture_ui(ui: &mut Ui, workspace: &Workspace, logo: &Logo, draft: &mut Draft) {
    if draft
        .picture
        .as_ref()
        .is_none_or(|(drawn, _)| drawn != logo)
    {
        let pixels = ordito_pages::export::logo_pixels(logo, [LOGO.x * 2.0, LOGO.y * 2.0]);
        let texture = pixels.map(|(size, rgba)| {
            let image = ColorImage::from_rgba_premultiplied(size, &rgba);
            ui.ctx()
                .load_texture("identity-logo", image, TextureOptions::LINEAR)
        });
        draft.picture = Some((logo.clone(), texture));
    }
    let size = ordito_pages::export::logo_size(logo).unwrap_or_default();
    let size = format!("{} × {}", size[0].round(), size[1].round());
    let kind = logo.kind.ending().to_uppercase();
    let name = workspace.words().identity_logo_alt(kind, size);
    if let Some((_, Some(texture))) = &draft.picture {
        let own = texture.size_vec2();
        let scale = (LOGO.x / own.x).min(LOGO.y / own.y);
        let (rect, response) = ui.allocate_exact_size(own * scale, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        // On paper it stands on white, whatever the look.
        ui.painter().rect_filled(rect, 0.0, egui::Color32::WHITE);
        egui::Image::new(texture).paint_at(ui, rect);
    }
}
