//! How far apart two colours look: CAM02-UCS (Luo, Cui and Li 2006) for a screen in an office, in normal sight and in the
//! three full dichromacies (Machado, Oliveira and Fernandes 2009).

use ordito::model::Rgb;

type Three = [f64; 3];
type Matrix = [Three; 3];

fn times(matrix: &Matrix, v: Three) -> Three {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

const NORMAL: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
const PROTANOPIA: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];
const DEUTERANOPIA: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];
const TRITANOPIA: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];
const SIGHTS: [Matrix; 4] = [NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA];

const SRGB_TO_XYZ: Matrix = [
    [41.24, 35.76, 18.05],
    [21.26, 71.52, 7.22],
    [1.93, 11.92, 95.05],
];
const CAT02: Matrix = [
    [0.7328, 0.4296, -0.1624],
    [-0.7036, 1.6975, 0.0061],
    [0.0030, 0.0136, 0.9834],
];
const CAT02_BACK: Matrix = [
    [1.096_124, -0.278_869, 0.182_745],
    [0.454_369, 0.473_533, 0.072_098],
    [-0.009_628, -0.005_698, 1.015_326],
];
const HUNT: Matrix = [
    [0.389_71, 0.688_98, -0.078_68],
    [-0.229_81, 1.183_40, 0.046_41],
    [0.0, 0.0, 1.0],
];
const WHITE: Three = [95.047, 100.0, 108.883];
/// A fifth of the luminance of a screen of 64 lux.
const LUMINANCE: f64 = 64.0 / std::f64::consts::PI / 5.0;

/// What the cones answer, compressed, and by how much.
fn answer(xyz: Three) -> (Three, f64) {
    let white = times(&CAT02, WHITE);
    let degree = 1.0 - (1.0 / 3.6) * ((-LUMINANCE - 42.0) / 92.0).exp();
    let seen = times(&CAT02, xyz);
    let adapted = [0, 1, 2].map(|i| seen[i] * (degree * 100.0 / white[i] + 1.0 - degree));
    let k = (1.0 / (5.0 * LUMINANCE + 1.0)).powi(4);
    let light = 0.2 * k * 5.0 * LUMINANCE + 0.1 * (1.0 - k).powi(2) * (5.0 * LUMINANCE).cbrt();
    let compressed = times(&HUNT, times(&CAT02_BACK, adapted)).map(|cone| {
        let powered = (light * cone.abs() / 100.0).powf(0.42);
        (400.0 * powered / (27.13 + powered)).copysign(cone) + 0.1
    });
    (compressed, light)
}

/// The place of linear red, green and blue in the uniform space.
fn place(linear: Three) -> Three {
    let behind: f64 = 0.2;
    let (power, brightness) = (1.48 + behind.sqrt(), 0.725 * (1.0 / behind).powf(0.2));
    let grey = |[r, g, b]: Three| (2.0 * r + g + b / 20.0 - 0.305) * brightness;
    let (cones, light) = answer(times(&SRGB_TO_XYZ, linear));
    let [r, g, b] = cones;
    let (across, along) = (r - 12.0 * g / 11.0 + b / 11.0, (r + g - 2.0 * b) / 9.0);
    let hue = along.atan2(across);
    let lightness = 100.0
        * (grey(cones) / grey(answer(WHITE).0))
            .max(0.0)
            .powf(0.69 * power);
    let excentric = 0.25 * ((hue + 2.0).cos() + 3.8);
    let spread =
        50_000.0 / 13.0 * brightness * excentric * across.hypot(along) / (r + g + 1.05 * b);
    let chroma =
        spread.powf(0.9) * (lightness / 100.0).sqrt() * (1.64 - 0.29_f64.powf(behind)).powf(0.73);
    let colourful = (1.0 + 0.0228 * chroma * light.powf(0.25)).ln() / 0.0228;
    [
        1.7 * lightness / (1.0 + 0.007 * lightness),
        colourful * hue.cos(),
        colourful * hue.sin(),
    ]
}

fn linear(colour: Rgb) -> Three {
    [colour.0, colour.1, colour.2].map(|part| {
        let share = f64::from(part) / 255.0;
        if share <= 0.040_45 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    })
}

/// How far apart two colours look to whom they look most alike.
pub fn apart(a: Rgb, b: Rgb) -> f64 {
    SIGHTS
        .iter()
        .map(|sight| {
            let seen = |colour| {
                let cones = times(sight, linear(colour)).map(|part| part.clamp(0.0, 1.0));
                place(cones)
            };
            let (a, b) = (seen(a), seen(b));
            ((a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2) + (a[2] - b[2]).powi(2)).sqrt()
        })
        .fold(f64::INFINITY, f64::min)
}

#[test]
fn the_measure_gives_what_others_give() {
    // By colorspacious 1.1.2, the least of the four sights.
    for (a, b, expected) in EXPECTED {
        let found = apart(a, b);
        assert!((found - expected).abs() < 0.1, "{a} {b}: {found:.2}");
    }
}
const EXPECTED: [(Rgb, Rgb, f64); 4] = [
    (Rgb(0xFF, 0xFF, 0xFF), Rgb(0x00, 0x00, 0x00), 100.02),
    (Rgb(0x6E, 0x22, 0x07), Rgb(0xBC, 0x5B, 0x20), 25.01),
    (Rgb(0xA0, 0xD2, 0xE0), Rgb(0xF0, 0xC4, 0xA0), 21.16),
    (Rgb(0x1F, 0x7A, 0x9A), Rgb(0x06, 0x3A, 0x56), 24.62),
];
