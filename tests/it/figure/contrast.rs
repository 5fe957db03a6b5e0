//! Contrast of every pair of tokens that meet on the screen, in every look (WCAG 2.1, 1.4.3, 1.4.6 and 1.4.11).
//!
//! A token has one use or more; every text token is computed on every ground it may lie on. What a token is for is said
//! here for all of them, so a new one does not pass unseen.

use super::sight::apart;
use ordito::figure::palette::{Look, Tokens, contrast, ramp, text_on};
use ordito::model::{Points, Rgb};

struct Named(&'static str, Rgb);

/// What the tokens are for.
struct Uses {
    grounds: Vec<Named>,
    texts: Vec<Named>,
    /// Text that lies on one ground only.
    pairs: Vec<(Named, Named)>,
    /// Borders of controls, rings of focus, marks that say something.
    marks: Vec<Named>,
    /// Said again by a text or a place, or nothing but order: no contrast is asked of them.
    ornament: Vec<Named>,
}

fn uses(tokens: Tokens) -> Uses {
    let Tokens {
        primary,
        primary_hover,
        on_primary,
        selected,
        on_selected,
        ink,
        muted,
        surface,
        canvas,
        line,
        border,
        rail,
        on_rail,
        zero,
        hatch,
        warning,
        danger,
        success,
    } = tokens;
    Uses {
        grounds: vec![
            Named("surface", surface),
            Named("canvas", canvas),
            Named("selected", selected),
            Named("zero", zero),
        ],
        texts: vec![
            Named("ink", ink),
            Named("muted", muted),
            Named("primary", primary),
            Named("on_selected", on_selected),
            Named("warning", warning),
            Named("danger", danger),
            Named("success", success),
        ],
        pairs: vec![
            (Named("on_primary", on_primary), Named("primary", primary)),
            (
                Named("on_primary", on_primary),
                Named("primary_hover", primary_hover),
            ),
            (Named("on_rail", on_rail), Named("rail", rail)),
        ],
        marks: vec![
            Named("border", border),
            Named("primary", primary),
            Named("primary_hover", primary_hover),
        ],
        // Hatching is on the surface of a cell alone, and is asked for there below.
        ornament: vec![Named("line", line), Named("hatch", hatch)],
    }
}

/// 4.5:1, and 7:1 where a room full of people reads from afar.
const fn wanted(look: Look) -> f64 {
    match look {
        Look::Light | Look::Dark => 4.5,
        Look::Contrast => 7.0,
    }
}

#[test]
fn every_text_reads_on_every_ground_in_every_look() {
    let (mut wrong, mut n_pairs) = (Vec::new(), 0);
    for look in Look::ALL {
        let Uses {
            grounds,
            texts,
            pairs,
            ..
        } = uses(look.tokens());
        let everywhere = texts
            .iter()
            .flat_map(|text| grounds.iter().map(move |ground| (text, ground)));
        for (text, ground) in everywhere.chain(pairs.iter().map(|(text, ground)| (text, ground))) {
            n_pairs += 1;
            let found = contrast(text.1, ground.1);
            if found < wanted(look) {
                wrong.push(format!(
                    "{look:?}: {} on {} is {found:.2}, not {}",
                    text.0,
                    ground.0,
                    wanted(look)
                ));
            }
        }
    }
    assert_eq!(n_pairs, 3 * (7 * 4 + 3));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn controls_and_marks_are_seen_on_every_ground_in_every_look() {
    let mut wrong = Vec::new();
    for look in Look::ALL {
        let tokens = look.tokens();
        let Uses {
            grounds,
            marks,
            ornament,
            ..
        } = uses(tokens);
        let mut pairs: Vec<(&Named, &Named)> = marks
            .iter()
            .flat_map(|mark| grounds.iter().map(move |ground| (mark, ground)))
            .collect();
        // A cell that is not applicable is told by its hatching.
        pairs.extend(
            ornament
                .iter()
                .filter(|token| token.0 == "hatch")
                .map(|hatch| (hatch, &grounds[0])),
        );
        for (mark, ground) in pairs {
            let found = contrast(mark.1, ground.1);
            if found < 3.0 {
                wrong.push(format!(
                    "{look:?}: {} on {} is {found:.2}",
                    mark.0, ground.0
                ));
            }
        }
        // The ring of focus in the rail, on a room that is chosen and on one that is not.
        for (ring, ground) in [
            (tokens.on_rail, tokens.rail),
            (tokens.on_primary, tokens.primary),
        ] {
            assert!(contrast(ring, ground) >= 3.0, "{look:?}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Docs/design.md "Look": steps 14 apart for everybody, the two sides 21, and the stronger a score the more it is seen.
#[test]
fn steps_look_different_and_the_strongest_is_seen_first_in_every_look() {
    for look in Look::ALL {
        let step = |points| ramp(Points(points), Points(3), look);
        for a in -3..=3 {
            for b in a + 1..=3 {
                let found = apart(step(a), step(b));
                let least = if a == -b { 21.0 } else { 14.0 };
                assert!(found >= least, "{look:?}: {a} and {b} are {found:.1} apart");
            }
        }
        let surface = look.tokens().surface;
        for side in [-1, 1] {
            let [weak, middle, strong] =
                [1, 2, 3].map(|points| contrast(step(side * points), surface));
            let zero = contrast(step(0), surface);
            assert!(
                zero < weak && weak < middle && middle < strong,
                "{look:?} {side}: {zero:.1} {weak:.1} {middle:.1} {strong:.1}"
            );
            assert!(strong >= 7.0, "{look:?} {side}: {strong:.1}");
        }
    }
}

#[test]
fn a_number_reads_on_every_step_and_on_any_colour_a_scale_may_have() {
    for look in Look::ALL {
        for points in -3..=3 {
            let step = ramp(Points(points), Points(3), look);
            let found = contrast(text_on(step), step);
            assert!(found >= 4.5, "{look:?} {points}: {found:.2}");
        }
    }
    for red in (0..=255).step_by(5) {
        for green in (0..=255).step_by(5) {
            for blue in (0..=255).step_by(5) {
                let ground = Rgb(red, green, blue);
                let found = contrast(text_on(ground), ground);
                assert!(found >= 4.5, "{ground}: {found:.2}");
            }
        }
    }
}
