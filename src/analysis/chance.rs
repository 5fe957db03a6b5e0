//! The upper end of the χ² distribution, for the p-value of a coefficient.
//!
//! `Q(f/2, x/2)` is known in closed form for whole degrees of freedom f: sums of `e^(−x/2) (x/2)^k / Γ(k + 1)` with k
//! whole for even f, halves for odd f, and there `erfc(√(x/2))` besides (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5).
//! Terms are added by their logarithms, so that a thousand degrees of freedom overflow nothing.

/// How likely a χ² with so many degrees of freedom is `x` or more.
pub(super) fn chi_squared_above(x: f64, degrees: usize) -> f64 {
    if x <= 0.0 || degrees == 0 {
        return 1.0;
    }
    let half = x / 2.0;
    let is_odd = degrees % 2 == 1;
    // The first term's exponent k, and ln Γ(k + 1): Γ(3/2) = √π/2.
    let (mut k, mut ln_gamma) = if is_odd {
        (0.5, (std::f64::consts::PI.sqrt() / 2.0).ln())
    } else {
        (0.0, 0.0)
    };
    let mut sum = if is_odd {
        complementary_error(half.sqrt())
    } else {
        0.0
    };
    for _ in 0..degrees / 2 {
        sum += (k * half.ln() - half - ln_gamma).exp();
        k += 1.0;
        ln_gamma += k.ln();
    }
    sum.clamp(0.0, 1.0)
}

/// `erfc(z)` for z ≥ 0: the series of erf near 0, a continued fraction (Lentz) further out.
fn complementary_error(z: f64) -> f64 {
    let scale = 2.0 / std::f64::consts::PI.sqrt() * (-z * z).exp();
    if z < 2.0 {
        // erf z = 2/√π e^(−z²) Σ 2^n z^(2n + 1) / (1·3·5 … (2n + 1))
        let (mut term, mut sum, mut n) = (z, z, 1.0);
        while term > sum * f64::EPSILON {
            term *= 2.0 * z * z / (2.0 * n + 1.0);
            sum += term;
            n += 1.0;
        }
        return 1.0 - scale * sum;
    }
    // erfc z = e^(−z²)/√π · 1/(z + (1/2)/(z + 1/(z + (3/2)/(z + …)))), from far inside out.
    let fraction = (1..=120)
        .rev()
        .fold(z, |inner, n| z + f64::from(n) / 2.0 / inner);
    scale / 2.0 / fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_python_says() {
        // math.erfc and math.exp in the closed forms; 3.841… and 5.991… are the 5 % of every table.
        let cases = [
            (3.841458820694124, 1, 0.05000000000000008),
            (5.991464547107979, 2, 0.05000000000000007),
            (13.217821782178218, 5, 0.021420841805100004),
            (236.83821322123075, 104, 2.318052306613096e-12),
            (0.5, 9, 0.9999695662588389),
            (30.0, 3, 1.3800570312932547e-06),
            (7.5, 1, 0.006169899320544161),
            (9.0, 1, 0.0026997960632601913),
        ];
        for (x, degrees, expected) in cases {
            let found = chi_squared_above(x, degrees);
            assert!(
                (found - expected).abs() <= expected * 1e-9 + 1e-15,
                "{x} {degrees}: {found}"
            );
        }
        assert_eq!(
            (chi_squared_above(0.0, 4), chi_squared_above(2_000.0, 3)),
            (1.0, 0.0)
        );
    }
}
