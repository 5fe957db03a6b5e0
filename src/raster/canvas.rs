//! Pixels, the part of them a mesh may touch, and how a colour is laid over them.

use egui::{Color32, Rect};

/// Every second byte of a pixel: two channels are worked on at once, each with room to grow.
const PAIR: u32 = 0x00FF_00FF;

pub(crate) struct Canvas<'a> {
    pub pixels: &'a mut [u32],
    pub width: usize,
}

impl Canvas<'_> {
    /// One row between two columns, which the caller has clipped.
    #[inline]
    pub fn row(&mut self, y: i32, from: i32, to: i32) -> &mut [u32] {
        let start = y as usize * self.width;
        &mut self.pixels[start + from as usize..start + to as usize]
    }
}

/// Columns and rows that may be painted; the right and lower ends are outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Clip {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Clip {
    /// Rounds as egui_glow does. `as` turns what is not a number into 0 and holds infinities.
    pub fn new(rect: Rect, pixels_per_point: f32, width: usize, height: usize) -> Self {
        let pixel = |point: f32| (point * pixels_per_point).round() as i32;
        let (width, height) = (width as i32, height as i32);
        let left = pixel(rect.min.x).clamp(0, width);
        let top = pixel(rect.min.y).clamp(0, height);
        Self {
            left,
            top,
            right: pixel(rect.max.x).clamp(left, width),
            bottom: pixel(rect.max.y).clamp(top, height),
        }
    }

    pub fn is_empty(self) -> bool {
        self.left >= self.right || self.top >= self.bottom
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }
}

#[inline]
pub(crate) fn pack(color: Color32) -> u32 {
    u32::from_be_bytes([color.a(), color.r(), color.g(), color.b()])
}

/// Two channels at once times `factor`/255, rounded to the nearest (exact for 8-bit factors).
#[inline]
fn scale_pair(pair: u32, factor: u32) -> u32 {
    let product = pair * factor + 0x0080_0080;
    ((product + ((product >> 8) & PAIR)) >> 8) & PAIR
}

/// All four channels times `factor`/255.
#[inline]
pub(crate) fn scale(color: u32, factor: u32) -> u32 {
    scale_pair(color & PAIR, factor) | (scale_pair((color >> 8) & PAIR, factor) << 8)
}

/// Channel by channel product of two colours.
#[inline]
pub(crate) fn multiply(a: u32, b: u32) -> u32 {
    let (a, b) = (a.to_be_bytes(), b.to_be_bytes());
    let channel = |at: usize| {
        let product = u32::from(a[at]) * u32::from(b[at]) + 128;
        ((product + (product >> 8)) >> 8) as u8
    };
    u32::from_be_bytes([channel(0), channel(1), channel(2), channel(3)])
}

/// Lays a premultiplied colour over a pixel. Colours brighter than their alpha (egui's
/// "additive" ones) stop at white.
#[inline]
pub(crate) fn over(color: u32, pixel: &mut u32) {
    let rest = 255 - (color >> 24);
    let low = (color & PAIR) + scale_pair(*pixel & PAIR, rest);
    let high = ((color >> 8) & PAIR) + scale_pair((*pixel >> 8) & PAIR, rest);
    *pixel = saturate(low) | (saturate(high) << 8);
}

#[inline]
fn saturate(pair: u32) -> u32 {
    let too_much = (pair >> 8) & 0x0001_0001;
    (pair | (too_much * 255)) & PAIR
}

#[inline]
pub(crate) fn fill(color: u32, row: &mut [u32]) {
    if color >> 24 == 255 {
        row.fill(color);
    } else if color != 0 {
        for pixel in row {
            over(color, pixel);
        }
    }
}
