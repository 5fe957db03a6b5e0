use std::sync::Arc;

use egui::epaint::{ImageDelta, Mesh, Vertex};
use egui::{
    ClippedPrimitive, Color32, ColorImage, Pos2, Rect, TextureId, TextureOptions, TexturesDelta,
    epaint::Primitive, pos2, vec2,
};

use crate::Painter;

const SIZE: usize = 16;

fn painter(image: ColorImage, options: TextureOptions) -> Painter {
    let mut delta = TexturesDelta::default();
    delta.push(
        TextureId::default(),
        ImageDelta::full(Arc::new(image), options),
    );
    let mut painter = Painter::new();
    painter.update_textures(&mut delta);
    painter
}

fn white_painter() -> Painter {
    painter(
        ColorImage::filled([1, 1], Color32::WHITE),
        TextureOptions::LINEAR,
    )
}

fn polygon(points: &[Pos2], color: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    for point in points {
        mesh.vertices.push(Vertex::untextured(*point, color));
    }
    for second in 1..points.len() as u32 - 1 {
        mesh.add_triangle(0, second, second + 1);
    }
    mesh
}

fn picture_in(painter: &mut Painter, meshes: Vec<Mesh>, clip: Rect, scale: f32) -> Vec<u32> {
    let primitives: Vec<_> = meshes
        .into_iter()
        .map(|mesh| ClippedPrimitive {
            clip_rect: clip,
            primitive: Primitive::Mesh(mesh),
        })
        .collect();
    let mut pixels = vec![1; SIZE * SIZE];
    painter.paint(&primitives, scale, Color32::BLACK, &mut pixels, SIZE, SIZE);
    pixels
}

fn picture(painter: &mut Painter, meshes: Vec<Mesh>) -> Vec<u32> {
    picture_in(painter, meshes, Rect::EVERYTHING, 1.0)
}

fn painted(pixels: &[u32]) -> Vec<(usize, usize)> {
    let places = pixels.iter().enumerate();
    places
        .filter(|(_, pixel)| **pixel != 0xFF00_0000)
        .map(|(at, _)| (at % SIZE, at / SIZE))
        .collect()
}

#[test]
fn a_rectangle_covers_the_middles_inside_it() {
    let rect = Rect::from_min_max(pos2(2.5, 3.0), pos2(5.5, 4.6));
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(rect, Color32::RED);
    let pixels = picture(&mut white_painter(), vec![mesh]);
    let expected = [(2, 3), (3, 3), (4, 3), (2, 4), (3, 4), (4, 4)];
    assert_eq!(painted(&pixels), expected);
    assert_eq!(pixels[3 * SIZE + 2], 0xFFFF_0000);
}

#[test]
fn the_short_way_for_rectangles_agrees_with_triangles() {
    for step in 0..40_u8 {
        let corner = pos2(1.0 + f32::from(step) * 0.13, 2.0 + f32::from(step) * 0.07);
        let rect = Rect::from_min_size(corner, vec2(3.37, 5.21));
        let color = Color32::from_rgba_unmultiplied(200, 90, 30, 130);
        let mut short = Mesh::default();
        short.add_colored_rect(rect, color);
        let mut long = [Mesh::default(), Mesh::default()];
        for (mesh, indices) in long.iter_mut().zip(short.indices.chunks(3)) {
            mesh.vertices = short.vertices.clone();
            mesh.indices = indices.to_vec();
        }
        let short = picture(&mut white_painter(), vec![short]);
        assert_eq!(short, picture(&mut white_painter(), long.to_vec()));
    }
}

#[test]
fn triangles_of_a_fan_leave_no_gap_and_paint_nothing_twice() {
    let half = Color32::from_rgba_premultiplied(128, 0, 0, 128);
    let points: Vec<Pos2> = (0..23_u8)
        .map(|n| {
            let angle = f32::from(n) / 23.0 * std::f32::consts::TAU;
            pos2(8.0, 8.0) + 7.3 * vec2(angle.cos(), angle.sin())
        })
        .collect();
    let pixels = picture(&mut white_painter(), vec![polygon(&points, half)]);
    for (at, pixel) in pixels.iter().enumerate() {
        assert!([0xFF00_0000, 0xFF80_0000].contains(pixel), "{pixel:x}");
        let middle = pos2((at % SIZE) as f32 + 0.5, (at / SIZE) as f32 + 0.5);
        if middle.distance(pos2(8.0, 8.0)) < 7.1 {
            assert_eq!(*pixel, 0xFF80_0000, "{middle:?}");
        }
    }
}

#[test]
fn wide_and_narrow_triangles_agree() {
    // The same wedge, once in a clip that makes it narrow, once whole.
    let points = [pos2(-30.0, -3.0), pos2(14.2, 7.9), pos2(-20.0, 15.0)];
    let whole = picture(&mut white_painter(), vec![polygon(&points, Color32::RED)]);
    for column in 0..SIZE {
        let left = column as f32;
        let clip = Rect::from_min_max(pos2(left, 0.0), pos2(left + 1.0, SIZE as f32));
        let mesh = polygon(&points, Color32::RED);
        let strip = picture_in(&mut white_painter(), vec![mesh], clip, 1.0);
        for row in 0..SIZE {
            assert_eq!(strip[row * SIZE + column], whole[row * SIZE + column]);
        }
    }
}

#[test]
fn colours_blend_premultiplied_and_stop_at_white() {
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(1.0, 1.0));
    let over = |colors: &[Color32]| {
        let meshes = colors.iter().map(|color| {
            let mut mesh = Mesh::default();
            mesh.add_colored_rect(rect, *color);
            mesh
        });
        picture(&mut white_painter(), meshes.collect())[0]
    };
    assert_eq!(over(&[Color32::from_rgb(10, 20, 30)]), 0xFF0A_141E);
    let half = Color32::from_rgba_premultiplied(0, 0, 0, 128);
    assert_eq!(over(&[Color32::WHITE, half]), 0xFF7F_7F7F);
    let additive = Color32::from_rgba_premultiplied(200, 10, 0, 0);
    assert_eq!(over(&[Color32::from_rgb(100, 0, 5), additive]), 0xFFFF_0A05);
}

#[test]
fn colours_run_evenly_between_corners() {
    let mut mesh = polygon(
        &[
            pos2(0.0, 0.0),
            pos2(16.0, 0.0),
            pos2(16.0, 16.0),
            pos2(0.0, 16.0),
        ],
        Color32::BLACK,
    );
    for vertex in &mut mesh.vertices {
        vertex.color = Color32::from_gray(if vertex.pos.x > 0.0 { 160 } else { 0 });
    }
    let pixels = picture(&mut white_painter(), vec![mesh]);
    for (at, pixel) in pixels.iter().enumerate() {
        assert_eq!(pixel & 0xFF, 5 + 10 * (at % SIZE) as u32);
    }
}

#[test]
fn clip_and_scale_are_in_pixels_after_rounding() {
    let clip = Rect::from_min_max(pos2(1.2, 1.0), pos2(2.0, 1.5));
    let mut mesh = Mesh::default();
    mesh.add_colored_rect(
        Rect::from_min_size(Pos2::ZERO, vec2(8.0, 8.0)),
        Color32::RED,
    );
    let pixels = picture_in(&mut white_painter(), vec![mesh], clip, 2.0);
    assert_eq!(painted(&pixels), [(2, 2), (3, 2)]);
}

#[test]
fn textures_are_copied_blended_or_taken_whole_as_asked() {
    let image = ColorImage::new([2, 1], vec![Color32::BLACK, Color32::from_gray(200)]);
    let show = |options, width| {
        let mut mesh = Mesh::default();
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(width, 1.0));
        let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
        mesh.add_rect_with_uv(rect, whole, Color32::WHITE);
        let pixels = picture(&mut painter(image.clone(), options), vec![mesh]);
        pixels[..4]
            .iter()
            .map(|pixel| pixel & 0xFF)
            .collect::<Vec<_>>()
    };
    assert_eq!(show(TextureOptions::LINEAR, 2.0), [0, 200, 0, 0]);
    assert_eq!(show(TextureOptions::NEAREST, 4.0), [0, 0, 200, 200]);
    assert_eq!(show(TextureOptions::LINEAR, 4.0), [0, 50, 150, 200]);
    assert_eq!(show(TextureOptions::LINEAR_REPEAT, 4.0), [50, 50, 150, 150]);
}

#[test]
fn a_texture_is_changed_in_part_and_given_back_after_the_frame() {
    let mut painter = painter(
        ColorImage::filled([3, 3], Color32::BLACK),
        TextureOptions::NEAREST,
    );
    let mut mesh = Mesh::default();
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(3.0, 3.0));
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    mesh.add_rect_with_uv(rect, whole, Color32::WHITE);

    let mut delta = TexturesDelta::default();
    let patch = ColorImage::filled([5, 1], Color32::WHITE);
    delta.push(
        TextureId::default(),
        ImageDelta::partial([1, 2], Arc::new(patch), TextureOptions::NEAREST),
    );
    delta.free(TextureId::default());
    painter.update_textures(&mut delta);
    assert!(delta.is_empty());
    let pixels = picture(&mut painter, vec![mesh.clone()]);
    assert_eq!(painted(&pixels), [(1, 2), (2, 2)]);
    assert!(painted(&picture(&mut painter, vec![mesh])).is_empty());
}

#[test]
fn nothing_breaks_on_what_is_not_a_number_or_too_large() {
    let wild = [
        pos2(f32::NAN, 2.0),
        pos2(f32::INFINITY, -1e30),
        pos2(-1e9, 1e9),
        pos2(f32::NEG_INFINITY, f32::NAN),
    ];
    let mut mesh = polygon(&wild, Color32::RED);
    mesh.indices.extend([0, 1, 99]);
    let clip = Rect::from_min_max(pos2(f32::NAN, -1e20), pos2(f32::INFINITY, 1e20));
    picture_in(&mut white_painter(), vec![mesh], clip, 1.5);
    Painter::new().paint(&[], 1.0, Color32::BLACK, &mut [0; 3], 2, 2);
}
