//! A picture to take colours from: changed in part, read between its points.

use egui::ImageData;
use egui::{Pos2, TextureFilter, TextureOptions, TextureWrapMode};

use crate::canvas::pack;

pub(crate) struct Texture {
    pub width: usize,
    pub height: usize,
    /// Packed as on the canvas.
    texels: Vec<u32>,
    options: TextureOptions,
}

impl Texture {
    pub fn new(image: &ImageData, options: TextureOptions) -> Self {
        let ImageData::Color(image) = image;
        Self {
            width: image.width(),
            height: image.height(),
            texels: image.pixels.iter().copied().map(pack).collect(),
            options,
        }
    }

    /// Parts of the patch that would lie outside are left out.
    pub fn patch(&mut self, [left, top]: [usize; 2], image: &ImageData) {
        let ImageData::Color(image) = image;
        let width = image.width().min(self.width.saturating_sub(left));
        if width == 0 {
            return;
        }
        let rows = image.pixels.chunks_exact(image.width());
        let own_rows = self.texels.chunks_exact_mut(self.width).skip(top);
        for (row, own_row) in rows.zip(own_rows) {
            let own_row = own_row.iter_mut().skip(left);
            for (texel, color) in own_row.zip(&row[..width]) {
                *texel = pack(*color);
            }
        }
    }

    /// `texels_per_pixel` above one means that the texture is shown smaller than it is.
    pub fn filter(&self, texels_per_pixel: f32) -> TextureFilter {
        if texels_per_pixel > 1.0 {
            self.options.minification
        } else {
            self.options.magnification
        }
    }

    /// The texel in this column and row, wherever they lie.
    #[inline]
    pub fn texel(&self, x: i32, y: i32) -> u32 {
        let x = wrap(x, self.width, self.options.wrap_mode);
        let y = wrap(y, self.height, self.options.wrap_mode);
        self.texels.get(y * self.width + x).copied().unwrap_or(0)
    }

    pub fn sample(&self, uv: Pos2, filter: TextureFilter) -> u32 {
        let (x, y) = (uv.x * self.width as f32, uv.y * self.height as f32);
        match filter {
            TextureFilter::Nearest => self.texel(x.floor() as i32, y.floor() as i32),
            TextureFilter::Linear => self.blend_four(x - 0.5, y - 0.5),
        }
    }

    fn blend_four(&self, x: f32, y: f32) -> u32 {
        let (left, top) = (x.floor(), y.floor());
        let (across, down) = (x - left, y - top);
        let (left, top) = (left as i32, top as i32);
        let weights = [
            (1.0 - across) * (1.0 - down),
            across * (1.0 - down),
            (1.0 - across) * down,
            across * down,
        ];
        let (right, bottom) = (left.saturating_add(1), top.saturating_add(1));
        let four = [
            self.texel(left, top),
            self.texel(right, top),
            self.texel(left, bottom),
            self.texel(right, bottom),
        ];
        if four[1..].iter().all(|texel| *texel == four[0]) {
            return four[0];
        }
        let mut sum = [0.5_f32; 4];
        for (texel, weight) in four.into_iter().zip(weights) {
            for (channel, byte) in sum.iter_mut().zip(texel.to_be_bytes()) {
                *channel += weight * f32::from(byte);
            }
        }
        u32::from_be_bytes(sum.map(|channel| channel as u8))
    }
}

#[inline]
fn wrap(at: i32, size: usize, mode: TextureWrapMode) -> usize {
    if (0..size as i32).contains(&at) {
        return at as usize;
    }
    let size = (size as i32).max(1);
    let wrapped = match mode {
        TextureWrapMode::ClampToEdge => at.clamp(0, size - 1),
        TextureWrapMode::Repeat => at.rem_euclid(size),
        TextureWrapMode::MirroredRepeat => {
            let twice = at.rem_euclid(2 * size);
            twice.min(2 * size - 1 - twice)
        }
    };
    wrapped as usize
}
