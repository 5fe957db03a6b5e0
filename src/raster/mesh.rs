//! A mesh onto the canvas: rectangles and letters by short ways, other triangles by the long one.

use egui::epaint::Mesh;
use egui::{Color32, TextureFilter, pos2};

use crate::canvas::{Canvas, Clip, fill, multiply, over, pack, scale};
use crate::texture::Texture;
use crate::triangle::{Corner, Plane, STEPS, first_pixel, for_each_row, middle_from, twice_area};

pub(crate) fn paint(
    mesh: &Mesh,
    texture: &Texture,
    pixels_per_point: f32,
    clip: Clip,
    corners: &mut Vec<Corner>,
    canvas: &mut Canvas<'_>,
) {
    let new = mesh
        .vertices
        .iter()
        .map(|vertex| Corner::new(vertex, pixels_per_point));
    corners.clear();
    corners.extend(new);
    let (triangles, _) = mesh.indices.as_chunks::<3>();
    let mut triangles = triangles.iter();
    while let Some(first) = triangles.next() {
        let Some(one) = corners_of(first, corners) else {
            continue;
        };
        let two = triangles
            .as_slice()
            .first()
            .and_then(|second| corners_of(second, corners));
        if let Some(rect) = two.and_then(|two| Rectangle::of(one, two)) {
            triangles.next();
            paint_rectangle(&rect, texture, clip, canvas);
        } else {
            paint_triangle(one, texture, clip, canvas);
        }
    }
}

fn corners_of<'a>(triangle: &[u32; 3], corners: &'a [Corner]) -> Option<[&'a Corner; 3]> {
    let [a, b, c] = triangle.map(|index| corners.get(index as usize));
    Some([a?, b?, c?])
}

/// Two triangles that make an upright rectangle of one colour, its texture upright too. Cells,
/// bars and letters are such.
struct Rectangle {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
    color: Color32,
    from: egui::Pos2,
    to: egui::Pos2,
}

impl Rectangle {
    fn of(one: [&Corner; 3], two: [&Corner; 3]) -> Option<Self> {
        let color = one[0].color;
        let all = || one.into_iter().chain(two);
        if all().any(|corner| corner.color != color) {
            return None;
        }
        let [a, b, c] = one;
        let left = a.x.min(b.x).min(c.x);
        let right = a.x.max(b.x).max(c.x);
        let top = a.y.min(b.y).min(c.y);
        let bottom = a.y.max(b.y).max(c.y);
        if left == right || top == bottom {
            return None;
        }
        // Corners numbered 0 to 3: right is one more, lower is two more.
        let number = |corner: &Corner| {
            let right_half = match corner.x {
                x if x == left => 0,
                x if x == right => 1,
                _ => return None,
            };
            match corner.y {
                y if y == top => Some(right_half),
                y if y == bottom => Some(right_half + 2),
                _ => None,
            }
        };
        let mut uvs = [None; 4];
        let mut missing = [0_u8; 2];
        for (triangle, missing) in [one, two].into_iter().zip(&mut missing) {
            let mut seen = 0_u8;
            for corner in triangle {
                let number = number(corner)?;
                seen |= 1 << number;
                let uv: &mut Option<egui::Pos2> = uvs.get_mut(number)?;
                if uv.is_some_and(|uv| uv != corner.uv) {
                    return None;
                }
                *uv = Some(corner.uv);
            }
            *missing = !seen & 0b1111;
        }
        // Each lacks one corner, and the two lie across from each other.
        if !matches!(missing, [1, 8] | [8, 1] | [2, 4] | [4, 2]) {
            return None;
        }
        let [from, upper_right, lower_left, to] = [uvs[0]?, uvs[1]?, uvs[2]?, uvs[3]?];
        let upright = upper_right == pos2(to.x, from.y) && lower_left == pos2(from.x, to.y);
        upright.then_some(Self {
            left,
            top,
            right,
            bottom,
            color,
            from,
            to,
        })
    }
}

fn paint_rectangle(rect: &Rectangle, texture: &Texture, clip: Clip, canvas: &mut Canvas<'_>) {
    let bounds = clip.and(Clip {
        left: first_pixel(rect.left),
        top: first_pixel(rect.top),
        right: first_pixel(rect.right),
        bottom: first_pixel(rect.bottom),
    });
    if bounds.is_empty() || rect.color == Color32::TRANSPARENT {
        return;
    }
    let color = pack(rect.color);
    if rect.from == rect.to {
        let texel = texture.sample(rect.from, texture.filter(0.0));
        let color = multiply(color, texel);
        for y in bounds.top..bounds.bottom {
            fill(color, canvas.row(y, bounds.left, bounds.right));
        }
        return;
    }
    // Texture coordinates in texels: one column depends on x alone, one row on y alone.
    let across = Ramp::new(
        rect.from.x * texture.width as f32,
        rect.to.x * texture.width as f32,
        rect.left,
        rect.right,
    );
    let down = Ramp::new(
        rect.from.y * texture.height as f32,
        rect.to.y * texture.height as f32,
        rect.top,
        rect.bottom,
    );
    if let (Some(column), Some(row)) = (across.one_to_one(), down.one_to_one()) {
        for y in bounds.top..bounds.bottom {
            let pixels = canvas.row(y, bounds.left, bounds.right);
            for (x, pixel) in (bounds.left..).zip(pixels) {
                lay(
                    texture.texel(x.wrapping_add(column), y.wrapping_add(row)),
                    color,
                    pixel,
                );
            }
        }
        return;
    }
    let filter = texture.filter(across.slope.abs().max(down.slope.abs()));
    let (width, height) = (texture.width as f32, texture.height as f32);
    for y in bounds.top..bounds.bottom {
        let v = down.at(y) / height;
        let pixels = canvas.row(y, bounds.left, bounds.right);
        for (x, pixel) in (bounds.left..).zip(pixels) {
            let texel = texture.sample(pos2(across.at(x) / width, v), filter);
            lay(texel, color, pixel);
        }
    }
}

/// Texels along a side of a rectangle.
struct Ramp {
    start: f32,
    slope: f32,
    place: i32,
}

impl Ramp {
    fn new(from: f32, to: f32, start: i32, end: i32) -> Self {
        Self {
            start: from,
            slope: (to - from) / ((end - start) as f32 / STEPS as f32),
            place: start,
        }
    }

    fn at(&self, pixel: i32) -> f32 {
        self.start + self.slope * middle_from(pixel, self.place)
    }

    /// What to add to a pixel for its texel, when middles fall on middles (as letters' do):
    /// then no blending is needed, whatever the filter.
    fn one_to_one(&self) -> Option<i32> {
        let offset = self.start - self.place as f32 / STEPS as f32;
        let near = (self.slope - 1.0).abs() < 1e-4 && (offset - offset.round()).abs() < 1.0 / 128.0;
        near.then_some(offset.round() as i32)
    }
}

/// Lays a texel, tinted, over a pixel.
#[inline]
fn lay(texel: u32, tint: u32, pixel: &mut u32) {
    if texel == 0 {
        return;
    }
    // Letters are white in the texture, more or less transparent: four equal bytes.
    let coverage = texel >> 24;
    let color = if texel == coverage * 0x0101_0101 {
        scale(tint, coverage)
    } else {
        multiply(texel, tint)
    };
    over(color, pixel);
}

fn paint_triangle(corners: [&Corner; 3], texture: &Texture, clip: Clip, canvas: &mut Canvas<'_>) {
    let [a, b, c] = corners;
    if twice_area(corners) == 0 {
        return;
    }
    let one_color = a.color == b.color && a.color == c.color;
    if one_color && a.color == Color32::TRANSPARENT {
        return;
    }
    if a.uv == b.uv && a.uv == c.uv {
        let texel = texture.sample(a.uv, texture.filter(0.0));
        if one_color {
            let color = multiply(pack(a.color), texel);
            for_each_row(corners, clip, |y, from, to| {
                fill(color, canvas.row(y, from, to));
            });
        } else {
            let colors = colors_across(corners);
            for_each_row(corners, clip, |y, from, to| {
                for (x, pixel) in (from..).zip(canvas.row(y, from, to)) {
                    over(multiply(round(colors.at(x, y)), texel), pixel);
                }
            });
        }
        return;
    }
    let uvs = Plane::new(corners, corners.map(|corner| [corner.uv.x, corner.uv.y]));
    let filter = texture.filter(uvs.steepest([texture.width as f32, texture.height as f32]));
    let sample = |x, y| sample_at(&uvs, texture, filter, x, y);
    if one_color {
        let color = pack(a.color);
        for_each_row(corners, clip, |y, from, to| {
            for (x, pixel) in (from..).zip(canvas.row(y, from, to)) {
                lay(sample(x, y), color, pixel);
            }
        });
    } else {
        let colors = colors_across(corners);
        for_each_row(corners, clip, |y, from, to| {
            for (x, pixel) in (from..).zip(canvas.row(y, from, to)) {
                lay(sample(x, y), round(colors.at(x, y)), pixel);
            }
        });
    }
}

fn sample_at(uvs: &Plane<2>, texture: &Texture, filter: TextureFilter, x: i32, y: i32) -> u32 {
    let [u, v] = uvs.at(x, y);
    texture.sample(pos2(u, v), filter)
}

fn colors_across(corners: [&Corner; 3]) -> Plane<4> {
    let values = corners.map(|corner| pack(corner.color).to_be_bytes().map(f32::from));
    Plane::new(corners, values)
}

/// `as` holds what lies a hair outside 0 to 255.
#[inline]
fn round(channels: [f32; 4]) -> u32 {
    u32::from_be_bytes(channels.map(|channel| (channel + 0.5) as u8))
}
