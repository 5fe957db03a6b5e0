//! Pictures of screens in tests, without a graphics card.

use egui_kittest::TestRenderer;

use crate::{Painter, rgba_bytes};

/// For `egui_kittest::Harness::builder().renderer(RasterTestRenderer::new())`.
#[derive(Default)]
pub struct RasterTestRenderer {
    painter: Painter,
}

impl RasterTestRenderer {
    pub fn new() -> Self {
        Self::default()
    }
}

impl TestRenderer for RasterTestRenderer {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.painter.update_textures(delta);
    }

    /// Over transparency, as kittest's own renderer does it.
    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<image::RgbaImage, String> {
        let pixels_per_point = ctx.pixels_per_point();
        let size = ctx.content_rect().size() * pixels_per_point;
        let (width, height) = (size.x.round() as u32, size.y.round() as u32);
        let primitives = ctx.tessellate(output.shapes.clone(), pixels_per_point);
        let mut pixels = vec![0; width as usize * height as usize];
        self.painter.paint(
            &primitives,
            pixels_per_point,
            egui::Color32::TRANSPARENT,
            &mut pixels,
            width as usize,
            height as usize,
        );
        image::RgbaImage::from_raw(width, height, rgba_bytes(&pixels))
            .ok_or_else(|| format!("{width} by {height} pixels do not make a picture"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_harness_gets_its_picture() {
        let rect = egui::Rect::from_min_size(egui::pos2(2.0, 3.0), egui::vec2(4.0, 5.0));
        let mut harness = egui_kittest::Harness::builder()
            .with_size(egui::vec2(20.0, 10.0))
            .with_pixels_per_point(2.0)
            .renderer(RasterTestRenderer::new())
            .build_ui(|ui| {
                ui.painter().rect_filled(rect, 0.0, egui::Color32::RED);
            });
        harness.run();
        let picture = harness.render().map(|picture| {
            let inside = *picture.get_pixel(5, 7);
            (picture.dimensions(), inside.0)
        });
        assert_eq!(picture, Ok(((40, 20), [255, 0, 0, 255])));
    }
}
