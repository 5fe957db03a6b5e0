//! egui's meshes to pixels on the processor: pictures in tests, windows without OpenGL.
//!
//! Holds a painter over epaint's triangles and nothing else: no window, no fonts, no layout.
//! It does what egui's OpenGL and wgpu painters do, by the same rules (corners on a grid of
//! 1/256 pixel, the top-left rule, blending of premultiplied colours in gamma space), so a
//! picture of a screen is the same whichever of them made it, and the same on every run.
//! Paint callbacks are ignored: they hold calls to a graphics card.

mod canvas;
#[cfg(feature = "kittest")]
mod kittest;
mod mesh;
#[cfg(test)]
mod tests;
mod texture;
mod triangle;

use std::collections::HashMap;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, TextureId, TexturesDelta};

use canvas::{Canvas, Clip};
#[cfg(feature = "kittest")]
pub use kittest::RasterTestRenderer;
use texture::Texture;
use triangle::Corner;

/// Keeps egui's textures and paints its meshes.
#[derive(Default)]
pub struct Painter {
    textures: HashMap<TextureId, Texture>,
    /// What egui gave back: the frame that came with it may still use it.
    freed: Vec<TextureId>,
    /// Kept between frames only so as not to allocate again.
    corners: Vec<Corner>,
}

impl Painter {
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in what changed and leaves `delta` empty, as egui wants it (it complains in debug
    /// builds of a delta dropped unread). Call it before `paint` of the same frame; textures
    /// that egui gives back are kept until that frame is painted.
    pub fn update_textures(&mut self, delta: &mut TexturesDelta) {
        self.forget_freed();
        for (id, changes) in delta.set.drain() {
            for change in changes {
                match (change.pos, self.textures.get_mut(&id)) {
                    (Some(pos), Some(texture)) => texture.patch(pos, &change.image),
                    // A patch to a texture never seen has nowhere to go.
                    (Some(_), None) => {}
                    (None, _) => {
                        let texture = Texture::new(&change.image, change.options);
                        self.textures.insert(id, texture);
                    }
                }
            }
        }
        self.freed.extend(delta.free.drain());
    }

    /// Paints a frame over `background`.
    ///
    /// A pixel is `0xAARRGGBB`, premultiplied; rows follow each other from the top. The alpha
    /// byte is 255 wherever `background` was opaque. Paints nothing when `pixels` is shorter
    /// than `width * height`.
    pub fn paint(
        &mut self,
        primitives: &[ClippedPrimitive],
        pixels_per_point: f32,
        background: Color32,
        pixels: &mut [u32],
        width: usize,
        height: usize,
    ) {
        let Some(pixels) = pixels.get_mut(..width * height) else {
            return;
        };
        pixels.fill(canvas::pack(background));
        let mut canvas = Canvas { pixels, width };
        for ClippedPrimitive {
            clip_rect,
            primitive,
        } in primitives
        {
            let Primitive::Mesh(shape) = primitive else {
                continue;
            };
            let clip = Clip::new(*clip_rect, pixels_per_point, width, height);
            let Some(texture) = self.textures.get(&shape.texture_id) else {
                continue;
            };
            if !clip.is_empty() {
                mesh::paint(
                    shape,
                    texture,
                    pixels_per_point,
                    clip,
                    &mut self.corners,
                    &mut canvas,
                );
            }
        }
        self.forget_freed();
    }

    fn forget_freed(&mut self) {
        for id in self.freed.drain(..) {
            self.textures.remove(&id);
        }
    }
}

/// The same picture as bytes, four for each pixel: red, green, blue, alpha, premultiplied.
pub fn rgba_bytes(pixels: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(pixels.len() * 4);
    for pixel in pixels {
        let [alpha, red, green, blue] = pixel.to_be_bytes();
        bytes.extend_from_slice(&[red, green, blue, alpha]);
    }
    bytes
}
